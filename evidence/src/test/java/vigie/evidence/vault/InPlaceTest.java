package vigie.evidence.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.model.material.Sha256;

class InPlaceTest {
    private static final int MEBIBYTE = 1024 * 1024;

    @TempDir Path temporary;
    private Fixture fixture;
    private Path place;
    private final byte[] bytes = Fixture.bytes(1, 2 * MEBIBYTE + 77);

    @BeforeEach
    void fixture() throws IOException {
        fixture = new Fixture(temporary);
        place = Files.write(temporary.resolve("jardin potager é.bin"), bytes);
    }

    private Path ledger(Stored... taken) throws IOException {
        return Fixture.ledger(Files.createTempDirectory(temporary, "ledger"), List.of(taken));
    }

    @Test
    void referenced_evidence_is_read_where_it_lies_and_not_copied() throws IOException {
        try (Vault vault = fixture.open()) {
            Stored stored = vault.reference(place);
            assertTrue(stored.inPlace());
            assertEquals(Sha256.of(bytes), stored.digest());
            assertEquals(bytes.length, stored.size());
            assertTrue(stored.storedSize() < 1000);
            assertArrayEquals(bytes, fixture.read(vault, stored));
            VaultBytes opened = vault.open(Fixture.exhibit(stored), fixture.checked());
            int[] offsets = {
                0, 1, MEBIBYTE - 1, MEBIBYTE, 2 * MEBIBYTE, bytes.length - 1, bytes.length
            };
            for (int from : offsets) {
                try (InputStream in = opened.open(from)) {
                    assertArrayEquals(
                            Arrays.copyOfRange(bytes, from, bytes.length), in.readAllBytes());
                }
            }
            String raw = Files.readString(fixture.file(stored), StandardCharsets.ISO_8859_1);
            assertFalse(raw.contains("potager"));
            Stored again = vault.reference(place);
            assertFalse(again.fresh());
            assertEquals(stored.stored(), again.stored());
            Stored copied = vault.put(place);
            assertNotEquals(stored.name(), copied.name());
            assertArrayEquals(bytes, fixture.read(vault, copied));
        }
    }

    @Test
    void an_altered_byte_hides_its_segment_and_no_other() throws IOException {
        try (Vault vault = fixture.open()) {
            Stored stored = vault.reference(place);
            byte[] altered = bytes.clone();
            altered[MEBIBYTE + 5] ^= 1;
            Files.write(place, altered);
            VaultBytes opened = vault.open(Fixture.exhibit(stored), fixture.checked());
            try (InputStream in = opened.open(0)) {
                assertArrayEquals(Arrays.copyOf(bytes, MEBIBYTE), in.readNBytes(MEBIBYTE));
                IOException found = assertThrows(IOException.class, in::read);
                assertTrue(String.valueOf(found.getMessage()).contains("bytes 1048576 to 2097152"));
            }
            try (InputStream in = opened.open(2L * MEBIBYTE)) {
                assertEquals(77, in.readAllBytes().length);
            }
            Path ledger = ledger(stored);
            assertEquals(List.of(), fixture.verify(ledger, false).findings());
            List<String> found = Fixture.found(fixture.verify(ledger, true));
            assertEquals(1, found.size());
            assertTrue(found.getFirst().startsWith("VAULT_ALTERED " + stored.name()));
        }
    }

    @Test
    void evidence_that_is_gone_or_has_another_size_is_refused_at_once() throws IOException {
        try (Vault vault = fixture.open()) {
            Stored stored = vault.reference(place);
            Files.write(place, Arrays.copyOf(bytes, bytes.length - 1));
            IOException shorter =
                    assertThrows(
                            IOException.class,
                            () -> vault.open(Fixture.exhibit(stored), fixture.checked()));
            assertTrue(String.valueOf(shorter.getMessage()).contains("another size"));
            Files.delete(place);
            IOException gone =
                    assertThrows(
                            IOException.class,
                            () -> vault.open(Fixture.exhibit(stored), fixture.checked()));
            assertTrue(String.valueOf(gone.getMessage()).contains("gone from"));
            Files.createSymbolicLink(place, Files.write(temporary.resolve("copy"), bytes));
            assertThrows(
                    IOException.class,
                    () -> vault.open(Fixture.exhibit(stored), fixture.checked()));
        }
    }

    @Test
    void a_disk_that_moved_is_referenced_again_beside_the_old_record() throws IOException {
        try (Vault vault = fixture.open()) {
            Stored before = vault.reference(place);
            Path moved = Files.move(place, temporary.resolve("moved.bin"));
            Stored after = vault.reference(moved);
            assertEquals(before.digest(), after.digest());
            assertNotEquals(before.name(), after.name());
            assertArrayEquals(bytes, fixture.read(vault, before));
            assertFalse(vault.reference(moved).fresh());
            try (VaultBatch batch = vault.batch()) {
                Path third = Files.write(temporary.resolve("third.bin"), bytes);
                batch.reference(third);
                batch.reference(third);
                List<Stored> both = batch.commit();
                assertEquals(both.get(0).name(), both.get(1).name());
            }
        }
        assertEquals(3, Vault.names(fixture.folder).size());
    }

    @Test
    void evidence_that_moved_verifies_where_it_was_referenced_last() throws IOException {
        try (Vault vault = fixture.open()) {
            Stored before = vault.reference(place);
            Path moved = Files.move(place, temporary.resolve("moved.bin"));
            List<String> gone = Fixture.found(fixture.verify(ledger(before), true));
            assertEquals(1, gone.size());
            assertTrue(gone.getFirst().contains("gone from " + place), gone.getFirst());
            Stored after = vault.reference(moved);
            Path both = ledger(before, after);
            assertEquals(List.of(), fixture.verify(both, true).findings());
            Files.delete(moved);
            assertEquals(2, fixture.verify(both, true).findings().size());
        }
    }

    @Test
    void an_empty_file_and_a_link_to_a_file_can_be_referenced() throws IOException {
        try (Vault vault = fixture.open()) {
            Path empty = Files.write(temporary.resolve("empty"), new byte[0]);
            assertEquals(0, fixture.read(vault, vault.reference(empty)).length);
            Path link = Files.createSymbolicLink(temporary.resolve("link"), place);
            Stored stored = vault.reference(link);
            Files.delete(link);
            assertArrayEquals(bytes, fixture.read(vault, stored));
            assertThrows(IOException.class, () -> vault.reference(temporary.resolve("none")));
        }
    }
}
