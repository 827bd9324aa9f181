package vigie.evidence.ledger.timestamp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.tsp.TSPException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.evidence.ledger.Garden;
import vigie.evidence.ledger.Ledger;
import vigie.evidence.ledger.checkpoint.Checkpoint;
import vigie.evidence.ledger.checkpoint.SigningKey;
import vigie.evidence.verify.Finding;
import vigie.evidence.verify.LedgerVerifier;
import vigie.evidence.verify.Verification;

class TimestampsTest {
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    @TempDir Path folder;
    @TempDir Path elsewhere;

    private Ledger ledger;
    private Checkpoint checkpoint;
    private Authority authority;
    private TrustAnchors trust;

    @BeforeEach
    void make_a_checkpoint_and_an_authority() throws IOException, GeneralSecurityException {
        ledger = Garden.open(folder, SigningKey.generate());
        ledger.append(Garden.takes(0, 12));
        checkpoint = ledger.checkpoint();
        authority = new Authority(KeyPurposeId.id_kp_timeStamping);
        trust = TrustAnchors.read(authority.rootIn(elsewhere.resolve("anchors.pem")));
    }

    @AfterEach
    void close() throws IOException {
        ledger.close();
    }

    @Test
    void a_reply_to_the_request_anchors_the_checkpoint()
            throws IOException, GeneralSecurityException, TSPException {
        var stamps = new Timestamps(ledger.checkpoints(), trust);
        byte[] request = Files.readAllBytes(stamps.request(checkpoint));
        assertArrayEquals(request, Files.readAllBytes(stamps.request(checkpoint)));
        assertEquals(Optional.empty(), stamps.stamp(checkpoint));
        assertFalse(Minutes.anchored(ledger, stamps, checkpoint));
        Stamp stamp = stamps.accept(checkpoint, authority.reply(request, NOON));
        assertEquals(new Stamp(12, NOON, "CN=Garden Clock", true), stamp);
        assertEquals(Optional.of(stamp), stamps.stamp(checkpoint));
        assertTrue(Minutes.anchored(ledger, stamps, checkpoint));
        Verification result = new LedgerVerifier(folder).vouching(trust).verify();
        assertTrue(result.intact() && result.anchored());
    }

    @Test
    void without_a_trust_anchor_a_stamp_is_valid_and_anchors_nothing()
            throws IOException, GeneralSecurityException, TSPException {
        var stamps = new Timestamps(ledger.checkpoints(), null);
        byte[] request = Files.readAllBytes(stamps.request(checkpoint));
        assertFalse(stamps.accept(checkpoint, authority.reply(request, NOON)).trusted());
        assertFalse(Minutes.anchored(ledger, stamps, checkpoint));
        Verification result = new LedgerVerifier(folder).verify();
        assertTrue(result.intact());
        assertFalse(result.anchored());
        assertTrue(result.notes().getFirst().contains("CN=Garden Clock"));
        assertTrue(result.proves(Locale.ENGLISH).contains("Not externally anchored"));
    }

    @Test
    void replies_that_prove_nothing_are_refused_and_not_kept()
            throws IOException, GeneralSecurityException, TSPException {
        var stamps = new Timestamps(ledger.checkpoints(), trust);
        byte[] request = Files.readAllBytes(stamps.request(checkpoint));
        byte[] good = authority.reply(request, NOON);
        ledger.append(Garden.take(12));
        Checkpoint later = ledger.checkpoint();
        byte[] ofLater = authority.reply(Files.readAllBytes(stamps.request(later)), NOON);
        var server = new Authority(KeyPurposeId.id_kp_serverAuth);
        var unknown = new Authority(KeyPurposeId.id_kp_timeStamping);
        for (byte[] bad :
                List.of(
                        ofLater,
                        server.repeat(good),
                        unknown.reply(request, NOON),
                        authority.reply(request, Instant.parse("2037-01-01T00:00:00Z")),
                        new byte[0],
                        request,
                        Arrays.copyOf(good, good.length - 9))) {
            assertThrows(IOException.class, () -> stamps.accept(checkpoint, bad));
        }
        assertEquals(Optional.empty(), stamps.stamp(checkpoint));
        var credulous = new Timestamps(ledger.checkpoints(), null);
        var purpose =
                assertThrows(
                        BadTimestamp.class,
                        () -> credulous.accept(checkpoint, server.repeat(good)));
        assertTrue(purpose.reason().contains("ExtendedKeyUsage"), purpose.reason());
        stamps.accept(checkpoint, good);
        assertEquals(
                NOON,
                new Timestamps(ledger.checkpoints(), null)
                        .accept(checkpoint, unknown.repeat(good))
                        .at());
    }

    @Test
    void a_reply_that_was_changed_where_it_is_kept_is_found()
            throws IOException, GeneralSecurityException, TSPException {
        var stamps = new Timestamps(ledger.checkpoints(), trust);
        byte[] request = Files.readAllBytes(stamps.request(checkpoint));
        stamps.accept(checkpoint, authority.reply(request, NOON));
        Path file = ledger.checkpoints().file(12, "tsr");
        byte[] reply = Files.readAllBytes(file);
        for (int at = reply.length - 60; at < reply.length; at += 7) {
            byte[] altered = reply.clone();
            altered[at] ^= 1;
            Files.write(file, altered);
            Verification result = new LedgerVerifier(folder).vouching(trust).verify();
            assertFalse(result.anchored());
            assertEquals(Finding.Kind.TIMESTAMP_BAD, result.findings().getFirst().kind());
        }
        Files.write(file, reply);
        Files.write(ledger.checkpoints().file(12, "tsq"), new byte[] {1, 2, 3});
        Verification result = new LedgerVerifier(folder).vouching(trust).verify();
        assertEquals(Finding.Kind.TIMESTAMP_BAD, result.findings().getFirst().kind());
    }

    @Test
    void a_reply_changed_or_cut_anywhere_is_refused_as_what_it_is()
            throws IOException, GeneralSecurityException, TSPException {
        var stamps = new Timestamps(ledger.checkpoints(), trust);
        byte[] good = authority.reply(Files.readAllBytes(stamps.request(checkpoint)), NOON);
        int refused = 0;
        for (int at = 0; at < good.length; at++) {
            byte[] changed = good.clone();
            changed[at] ^= (byte) (1 << at % 8);
            refused += refuses(stamps, changed) ? 1 : 0;
            assertTrue(refuses(stamps, Arrays.copyOf(good, at)), "cut at " + at);
        }
        assertTrue(refused > good.length / 2, refused + " of " + good.length);
        assertEquals(NOON, stamps.accept(checkpoint, good).at());
    }

    /// Whether it is refused; a byte that nothing signs may be another.
    private boolean refuses(Timestamps stamps, byte[] reply) throws IOException {
        try {
            return !stamps.accept(checkpoint, reply).at().equals(NOON);
        } catch (BadTimestamp bad) {
            return !bad.reason().isBlank();
        }
    }

    @Test
    void a_stamp_kept_before_other_authorities_were_trusted_is_noted_and_alters_nothing()
            throws IOException, GeneralSecurityException, TSPException {
        var stamps = new Timestamps(ledger.checkpoints(), trust);
        byte[] request = Files.readAllBytes(stamps.request(checkpoint));
        stamps.accept(checkpoint, authority.reply(request, NOON));
        var others = new Authority(KeyPurposeId.id_kp_timeStamping);
        TrustAnchors other = TrustAnchors.read(others.rootIn(elsewhere.resolve("others.pem")));
        Verification result = new LedgerVerifier(folder).vouching(other).verify();
        assertTrue(result.intact(), result.findings().toString());
        assertFalse(result.anchored());
        assertTrue(result.notes().getFirst().contains("no trust anchor vouches"));
        assertFalse(
                Minutes.anchored(ledger, new Timestamps(ledger.checkpoints(), other), checkpoint));
    }

    @Test
    void a_command_of_the_unit_may_bring_the_reply()
            throws IOException, GeneralSecurityException, TSPException {
        var stamps = new Timestamps(ledger.checkpoints(), trust);
        byte[] request = Files.readAllBytes(stamps.request(checkpoint));
        Path reply = Files.write(elsewhere.resolve("r"), authority.reply(request, NOON));
        var second = Duration.ofSeconds(20);
        var fails = new TimestampCommand(List.of("false"), second);
        assertThrows(IOException.class, () -> stamps.accept(checkpoint, fails));
        var echoes = new TimestampCommand(List.of("cat"), second);
        assertThrows(BadTimestamp.class, () -> stamps.accept(checkpoint, echoes));
        var hangs = new TimestampCommand(List.of("sleep", "60"), Duration.ofMillis(100));
        assertThrows(IOException.class, () -> stamps.accept(checkpoint, hangs));
        var brings = new TimestampCommand(List.of("cat", reply.toString()), second);
        assertEquals(NOON, stamps.accept(checkpoint, brings).at());
    }

    @Test
    void a_signature_in_the_minutes_anchors_the_checkpoint_it_names() throws IOException {
        var stamps = new Timestamps(ledger.checkpoints(), null);
        assertFalse(new LedgerVerifier(folder).verify().anchored());
        Minutes.record(ledger, checkpoint, Garden.ANNA, "minutes 7/2026, page 3");
        assertTrue(Minutes.anchored(ledger, stamps, checkpoint));
        Verification result = new LedgerVerifier(folder).verify();
        assertTrue(result.intact() && result.anchored(), result.findings().toString());
        Checkpoint later = ledger.checkpoint();
        assertFalse(Minutes.anchored(ledger, stamps, later));
        Verification after = new LedgerVerifier(folder).verify();
        assertFalse(after.anchored());
        assertEquals(12, after.anchoredSize());
    }
}
