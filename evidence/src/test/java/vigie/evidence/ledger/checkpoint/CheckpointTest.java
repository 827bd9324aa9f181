package vigie.evidence.ledger.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.model.casefile.CaseName;
import vigie.model.casefile.Refusal;
import vigie.model.material.Sha256;

class CheckpointTest {
    private static final Origin ORIGIN = new Origin("home1", new CaseName("garden"));
    private static final Instant AT = Instant.parse("2026-11-02T10:00:00.250Z");
    private static final Sha256 ROOT = Sha256.of("root".getBytes(UTF_8));

    @TempDir Path folder;

    private final SigningKey key = SigningKey.generate();
    private final Checkpoint checkpoint = Checkpoint.sign(ORIGIN, 23_000, ROOT, AT, key);

    @Test
    void it_is_a_signed_note_that_others_can_check_by_the_specification_alone()
            throws GeneralSecurityException {
        List<String> lines = checkpoint.note().lines().toList();
        assertEquals(
                List.of(
                        "vigie/home1/garden",
                        "23000",
                        Base64.getEncoder().encodeToString(ROOT.bytes()),
                        "at 2026-11-02T10:00:00.250Z",
                        ""),
                lines.subList(0, 5));
        String[] stated = key.verifier(ORIGIN).toString().split("\\+", 3);
        byte[] typed = Base64.getDecoder().decode(stated[2]);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update("vigie/home1/garden\n".getBytes(UTF_8));
        byte[] id = Arrays.copyOf(digest.digest(typed), 4);
        assertEquals(HexFormat.of().formatHex(id), stated[1]);
        String[] signature = lines.get(5).split(" ", -1);
        assertEquals("\u2014", signature[0]);
        assertEquals("vigie/home1/garden", signature[1]);
        byte[] named = Base64.getDecoder().decode(signature[2]);
        assertArrayEquals(id, Arrays.copyOf(named, 4));
        byte[] prefix = HexFormat.of().parseHex("302a300506032b6570032100");
        byte[] encoded = Arrays.copyOf(prefix, prefix.length + 32);
        System.arraycopy(typed, 1, encoded, prefix.length, 32);
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(
                KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        String note = checkpoint.note();
        verifier.update(note.substring(0, note.indexOf("\n\n") + 1).getBytes(UTF_8));
        assertTrue(verifier.verify(named, 4, 64));
    }

    @Test
    void it_opens_under_its_key_and_origin_only() throws IOException {
        assertEquals(checkpoint, Checkpoint.open(checkpoint.bytes(), key.verifier(ORIGIN)));
        var otherCase = key.verifier(new Origin("home1", new CaseName("football")));
        var otherKey = SigningKey.generate().verifier(ORIGIN);
        var foreign =
                assertThrows(
                        BadCheckpoint.class, () -> Checkpoint.open(checkpoint.bytes(), otherCase));
        assertTrue(foreign.reason().startsWith("a foreign checkpoint"), foreign.reason());
        assertThrows(BadCheckpoint.class, () -> Checkpoint.open(checkpoint.bytes(), otherKey));
    }

    @Test
    void no_byte_of_it_can_be_changed_cut_or_added() {
        var verifier = key.verifier(ORIGIN);
        byte[] bytes = checkpoint.bytes();
        for (int at = 0; at < bytes.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] altered = bytes.clone();
                altered[at] ^= (byte) (1 << bit);
                assertThrows(BadCheckpoint.class, () -> Checkpoint.open(altered, verifier));
            }
            byte[] cut = Arrays.copyOf(bytes, at);
            assertThrows(BadCheckpoint.class, () -> Checkpoint.open(cut, verifier));
        }
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        assertThrows(BadCheckpoint.class, () -> Checkpoint.open(longer, verifier));
    }

    @Test
    void a_verifier_key_reads_back_and_contradicts_itself_when_changed() {
        var verifier = key.verifier(ORIGIN);
        String line = verifier.toString();
        assertEquals(verifier, VerifierKey.parse(line));
        for (int at = 0; at < line.length(); at++) {
            String altered =
                    line.substring(0, at) + (char) (line.charAt(at) ^ 1) + line.substring(at + 1);
            assertThrows(IllegalArgumentException.class, () -> VerifierKey.parse(altered));
        }
    }

    @Test
    void a_signing_key_is_kept_for_its_owner_only_and_is_the_same_when_loaded() throws IOException {
        Path file = folder.resolve("signing.pem");
        SigningKey made = SigningKey.loadOrCreate(file);
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        SigningKey loaded = SigningKey.loadOrCreate(file);
        assertEquals(made.verifier(ORIGIN), loaded.verifier(ORIGIN));
        Checkpoint signed = Checkpoint.sign(ORIGIN, 1, ROOT, AT, loaded);
        assertEquals(signed, Checkpoint.open(signed.bytes(), made.verifier(ORIGIN)));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThrows(Refusal.class, () -> SigningKey.load(file));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(file, "tomatoes");
        assertThrows(Refusal.class, () -> SigningKey.load(file));
    }

    @Test
    void a_sheet_of_paper_states_all_that_is_needed_to_compare() {
        String sheet = CheckpointSheet.text(checkpoint, key.verifier(ORIGIN), Locale.ENGLISH);
        String hex = ROOT.hex();
        assertTrue(sheet.contains(hex.substring(0, 4) + " " + hex.substring(4, 8) + " "));
        assertTrue(sheet.contains(key.verifier(ORIGIN).id()));
        assertTrue(sheet.contains("23000"));
        assertTrue(sheet.contains("2026-11-02T10:00:00.250Z"));
        assertTrue(
                sheet.replace('\n', ' ').contains("an unsigned export proves nothing about what"));
        assertTrue(sheet.contains("Signature"));
        assertTrue(sheet.lines().allMatch(line -> line.length() <= 76), sheet);
        assertTrue(sheet.lines().count() <= 60, "one sheet");
        assertEquals(
                sheet, CheckpointSheet.text(checkpoint, key.verifier(ORIGIN), Locale.JAPANESE));
    }
}
