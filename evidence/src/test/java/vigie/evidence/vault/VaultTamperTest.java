package vigie.evidence.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.evidence.keys.CaseKey;
import vigie.evidence.keys.SealingKey;
import vigie.evidence.verify.Finding;
import vigie.evidence.verify.Verification;
import vigie.model.material.Sha256;

class VaultTamperTest {
    @TempDir Path temporary;
    private Fixture fixture;

    @BeforeEach
    void fixture() {
        fixture = new Fixture(temporary);
    }

    private Path ledger(Stored... taken) throws IOException {
        return Fixture.ledger(Files.createTempDirectory(temporary, "ledger"), List.of(taken));
    }

    private static List<String> reasons(Verification result) {
        return result.findings().stream().map(Finding::says).toList();
    }

    @Test
    void every_altered_byte_of_a_file_is_found_with_and_without_the_key() throws IOException {
        try (Vault vault = fixture.open()) {
            byte[] plain = Fixture.bytes(1, 300);
            Stored stored = vault.put(new ByteArrayInputStream(plain), "bytes");
            Path file = fixture.file(stored);
            byte[] whole = Files.readAllBytes(file);
            Path ledger = ledger(stored);
            for (int at = 0; at < whole.length; at++) {
                byte[] altered = whole.clone();
                altered[at] ^= 0x20;
                Files.write(file, altered);
                assertThrows(IOException.class, () -> fixture.read(vault, stored), "byte " + at);
                assertThrows(
                        IOException.class,
                        () -> vault.put(new ByteArrayInputStream(plain), "bytes"));
                assertEquals(
                        List.of("VAULT_ALTERED " + stored.name() + ": its stored bytes are others"),
                        Fixture.found(fixture.verify(ledger, at % 2 == 0)));
            }
            Files.write(file, whole);
            assertEquals(List.of(), fixture.verify(ledger, true).findings());
        }
    }

    @Test
    void a_changed_byte_ends_the_stream_before_any_byte_of_its_segment() throws IOException {
        try (Vault vault = fixture.open()) {
            byte[] bytes = Fixture.bytes(2, 300_000);
            Stored stored = vault.put(new ByteArrayInputStream(bytes), "bytes");
            Path file = fixture.file(stored);
            byte[] altered = Files.readAllBytes(file);
            altered[200_000] ^= 1;
            Files.write(file, altered);
            VaultBytes opened = vault.open(Fixture.exhibit(stored), fixture.checked());
            try (InputStream in = opened.open(0)) {
                byte[] start = in.readNBytes(190_000);
                assertArrayEquals(Arrays.copyOf(bytes, 190_000), start);
                IOException broken = assertThrows(IOException.class, () -> in.readNBytes(20_000));
                assertTrue(String.valueOf(broken.getMessage()).contains("was altered"));
            }
        }
    }

    @Test
    void a_file_cut_or_lengthened_anywhere_is_refused() throws IOException {
        try (Vault vault = fixture.open()) {
            Stored stored = vault.put(new ByteArrayInputStream(Fixture.bytes(4, 140_000)), "bytes");
            Path file = fixture.file(stored);
            byte[] whole = Files.readAllBytes(file);
            for (int length = 0; length < whole.length; length += 997) {
                Files.write(file, Arrays.copyOf(whole, length));
                assertThrows(IOException.class, () -> fixture.read(vault, stored));
            }
            Files.write(file, Arrays.copyOf(whole, whole.length + 1));
            assertThrows(IOException.class, () -> fixture.read(vault, stored));
            // A segment left out, with the seal in its place.
            int segment = FileSeal.SEGMENT;
            byte[] shorter = Arrays.copyOf(whole, whole.length - segment);
            System.arraycopy(
                    whole,
                    whole.length - FileSeal.LENGTH,
                    shorter,
                    shorter.length - FileSeal.LENGTH,
                    FileSeal.LENGTH);
            Files.write(file, shorter);
            assertThrows(IOException.class, () -> fixture.read(vault, stored));
        }
    }

    @Test
    void swapped_files_and_swapped_bodies_are_found() throws IOException {
        try (Vault vault = fixture.open()) {
            Stored one = vault.put(new ByteArrayInputStream(Fixture.bytes(5, 500)), "bytes");
            Stored two = vault.put(new ByteArrayInputStream(Fixture.bytes(6, 500)), "bytes");
            byte[] first = Files.readAllBytes(fixture.file(one));
            byte[] second = Files.readAllBytes(fixture.file(two));
            Files.write(fixture.file(one), second);
            Files.write(fixture.file(two), first);
            assertThrows(IOException.class, () -> fixture.read(vault, one));
            assertThrows(IOException.class, () -> fixture.read(vault, two));
            assertEquals(2, fixture.verify(ledger(one, two), false).findings().size());
            byte[] mixed = second.clone();
            int body = first.length - FileSeal.LENGTH;
            System.arraycopy(first, body, mixed, body, FileSeal.LENGTH);
            Files.write(fixture.file(one), mixed);
            assertThrows(IOException.class, () -> fixture.read(vault, one));
        }
    }

    @Test
    void missing_surplus_and_misplaced_files_are_named() throws IOException {
        try (Vault vault = fixture.open()) {
            Stored kept = vault.put(new ByteArrayInputStream(Fixture.bytes(1, 10)), "bytes");
            Stored lost = vault.put(new ByteArrayInputStream(Fixture.bytes(2, 10)), "bytes");
            Stored extra = vault.put(new ByteArrayInputStream(Fixture.bytes(3, 10)), "bytes");
            Files.delete(fixture.file(lost));
            Path misplaced = fixture.folder.resolve("zz").resolve(extra.name());
            Files.createDirectories(misplaced.getParent());
            Files.write(misplaced, new byte[1]);
            Files.createSymbolicLink(fixture.folder.resolve("link"), misplaced);
            Path ledger = ledger(kept, lost);
            for (boolean withKey : new boolean[] {false, true}) {
                Verification result = fixture.verify(ledger, withKey);
                assertEquals(1, result.vaultFiles());
                assertEquals(4, result.found());
                assertEquals(
                        Set.of(
                                "VAULT_MISSING " + lost.name() + ": is not there",
                                "VAULT_SURPLUS " + extra.name() + ": no entry took this file",
                                "VAULT_SURPLUS zz/" + extra.name() + ": no entry took this file",
                                "VAULT_SURPLUS link: no entry took this file"),
                        Set.copyOf(Fixture.found(result)));
            }
        }
    }

    @Test
    void with_the_key_another_exhibit_than_recorded_and_a_wrong_key_are_found() throws IOException {
        try (Vault vault = fixture.open()) {
            Stored stored = vault.put(new ByteArrayInputStream(Fixture.bytes(1, 10)), "bytes");
            Stored other = vault.put(new ByteArrayInputStream(Fixture.bytes(2, 10)), "bytes");
            Stored lie =
                    new Stored(
                            other.digest(),
                            stored.size(),
                            stored.name(),
                            stored.stored(),
                            stored.storedSize(),
                            false,
                            true);
            Path lying = ledger(lie, other);
            assertEquals(List.of(), fixture.verify(lying, false).findings());
            assertEquals(
                    List.of(
                            "VAULT_ALTERED "
                                    + stored.name()
                                    + ": does not verify: it is other evidence than was recorded"),
                    Fixture.found(fixture.verify(lying, true)));
            Path sound = ledger(stored, other);
            assertEquals(List.of(), fixture.verify(sound, true).findings());
            StoredFiles wrongKey = StoredFiles.withKey(fixture.folder, CaseKey.random());
            List<String> reasons = reasons(Fixture.verify(sound, wrongKey));
            assertEquals(2, reasons.size());
            reasons.forEach(
                    reason ->
                            assertTrue(
                                    reason.contains("its seal does not open under its name"),
                                    reason));
        }
    }

    @Test
    void a_file_that_says_of_other_bytes_that_they_are_the_evidence_is_found() throws IOException {
        SealingKey seals = fixture.key.sealing(CaseKey.Purpose.FILE_SEALS);
        try (Vault vault = fixture.open()) {
            Stored honest = vault.put(new ByteArrayInputStream(Fixture.bytes(1, 10)), "bytes");
            Path file = fixture.file(honest);
            SealedFile sealed = SealedFile.open(file, honest.name(), seals);
            FileSeal lie =
                    new FileSeal(
                            FileSeal.Kind.EVIDENCE,
                            sealed.seal().bodyKey(),
                            Sha256.of(Fixture.bytes(2, 10)),
                            sealed.seal().size(),
                            sealed.seal().body());
            byte[] whole = Files.readAllBytes(file);
            byte[] seal = lie.sealed(seals, honest.name());
            System.arraycopy(seal, 0, whole, whole.length - seal.length, seal.length);
            Files.write(file, whole);
            Stored told =
                    new Stored(
                            lie.digest(),
                            honest.size(),
                            honest.name(),
                            Sha256.of(whole),
                            honest.storedSize(),
                            false,
                            true);
            Path ledger = ledger(told);
            assertEquals(List.of(), fixture.verify(ledger, false).findings());
            assertEquals(
                    List.of("its plain bytes are others"), reasons(fixture.verify(ledger, true)));
        }
    }
}
