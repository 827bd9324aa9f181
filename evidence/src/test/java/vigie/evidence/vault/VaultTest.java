package vigie.evidence.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.evidence.basis.Checked;
import vigie.evidence.keys.CaseKey;
import vigie.model.casefile.Refusal;
import vigie.model.material.Exhibit;
import vigie.model.material.Sha256;

class VaultTest {
    @TempDir Path temporary;
    private Fixture fixture;

    @BeforeEach
    void fixture() {
        fixture = new Fixture(temporary);
    }

    @Test
    void what_was_put_comes_back_whatever_its_length() throws IOException {
        int chunk = 512 * 1024;
        int[] lengths = {
            0, 1, 65_495, 65_496, 65_497, 65_536, 131_000, chunk - 1, chunk, chunk + 1, 3_000_000
        };
        try (Vault vault = fixture.open()) {
            for (int length : lengths) {
                byte[] bytes = Fixture.bytes(length, length);
                Stored stored = vault.put(new ByteArrayInputStream(bytes), "bytes");
                assertEquals(Sha256.of(bytes), stored.digest());
                assertEquals(length, stored.size());
                assertTrue(stored.fresh());
                byte[] file = Files.readAllBytes(fixture.file(stored));
                assertEquals(Sha256.of(file), stored.stored());
                assertEquals(file.length, stored.storedSize());
                assertArrayEquals(bytes, fixture.read(vault, stored), "length " + length);
            }
        }
    }

    @Test
    void bytes_are_read_from_any_offset_in_any_order() throws IOException {
        byte[] bytes = Fixture.bytes(1, 400_000);
        Random random = new Random(2);
        try (Vault vault = fixture.open()) {
            Stored stored = vault.put(new ByteArrayInputStream(bytes), "bytes");
            VaultBytes opened = vault.open(Fixture.exhibit(stored), fixture.checked());
            try (SeekableByteChannel channel = opened.channel()) {
                for (int i = 0; i < 500; i++) {
                    int from = random.nextInt(bytes.length + 1);
                    int count = random.nextInt(1, 100_000);
                    byte[] expected =
                            Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + count));
                    try (InputStream in = opened.open(from)) {
                        assertArrayEquals(expected, in.readNBytes(count));
                    }
                    ByteBuffer buffer = ByteBuffer.allocate(count);
                    channel.position(from);
                    while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                        // until full or at the end
                    }
                    assertEquals(ByteBuffer.wrap(expected), buffer.flip());
                }
                assertEquals(bytes.length, channel.size());
            }
            assertThrows(IOException.class, () -> opened.open(bytes.length + 1L));
            assertThrows(IOException.class, () -> opened.open(-1));
        }
    }

    @Test
    void the_same_bytes_are_one_file_however_often_they_are_put() throws IOException {
        for (int length : new int[] {1000, 2_000_000}) {
            byte[] bytes = Fixture.bytes(length, length);
            try (Vault vault = fixture.open();
                    VaultBatch batch = vault.batch()) {
                Stored first = vault.put(new ByteArrayInputStream(bytes), "bytes");
                Stored second = vault.put(new ByteArrayInputStream(bytes), "bytes");
                assertFalse(second.fresh());
                assertEquals(first.stored(), second.stored());
                byte[] twice = Fixture.bytes(9 + length, length);
                batch.put(new ByteArrayInputStream(twice), "bytes");
                batch.put(new ByteArrayInputStream(twice), "bytes");
                List<Stored> both = batch.commit();
                assertEquals(both.get(0).stored(), both.get(1).stored());
                assertTrue(both.get(0).fresh());
                assertFalse(both.get(1).fresh());
            }
        }
        assertEquals(4, Fixture.files(fixture.folder).size());
    }

    @Test
    void the_disk_shows_neither_bytes_nor_digests_and_nobody_else_may_look() throws IOException {
        byte[] bytes =
                "tomatoes, basil and marigolds "
                        .repeat(9000)
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        try (Vault vault = fixture.open()) {
            Stored stored = vault.put(new ByteArrayInputStream(bytes), "bytes");
            Path file = fixture.file(stored);
            String raw =
                    new String(
                            Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
            assertFalse(raw.contains("basil"));
            assertFalse(file.toString().contains(stored.digest().hex()));
            assertEquals("rw-------", permissions(file));
            for (Path at = file.getParent();
                    at != null && at.startsWith(fixture.folder);
                    at = at.getParent()) {
                assertEquals("rwx------", permissions(at));
            }
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void two_cases_name_and_encrypt_the_same_bytes_differently() throws IOException {
        byte[] bytes = Fixture.bytes(1, 5000);
        Fixture other = new Fixture(temporary.resolve("other"));
        try (Vault one = fixture.open();
                Vault two = other.open()) {
            Stored here = one.put(new ByteArrayInputStream(bytes), "bytes");
            Stored there = two.put(new ByteArrayInputStream(bytes), "bytes");
            assertEquals(here.digest(), there.digest());
            assertNotEquals(here.name(), there.name());
            assertNotEquals(here.stored(), there.stored());
        }
    }

    @Test
    void a_check_that_is_too_old_opens_nothing_and_one_that_is_renewed_does() throws IOException {
        try (Vault vault = fixture.open()) {
            Stored stored = vault.put(new ByteArrayInputStream(new byte[10]), "bytes");
            Exhibit exhibit = Fixture.exhibit(stored);
            Checked checked = fixture.checked();
            VaultBytes once = vault.open(exhibit, checked);
            VaultBytes renewed = vault.open(exhibit, fixture::checked);
            try (InputStream open = once.open(0)) {
                fixture.clock.pass(Checked.BOUND.plusSeconds(1));
                assertEquals(
                        Refusal.Kind.BASIS,
                        assertThrows(Refusal.class, () -> vault.open(exhibit, checked)).kind());
                assertThrows(Refusal.class, () -> once.open(0));
                assertThrows(Refusal.class, once::channel);
                assertEquals(10, open.readAllBytes().length);
                renewed.open(0).close();
            }
            fixture.clock.pass(Duration.ofDays(300));
            assertThrows(Refusal.class, () -> renewed.open(0));
        }
    }

    @Test
    void an_exhibit_that_the_vault_lacks_is_named() throws IOException {
        try (Vault vault = fixture.open()) {
            Exhibit exhibit = new Exhibit(1, 1, Sha256.of(new byte[3]), 3, "leek", null, false);
            IOException missing =
                    assertThrows(IOException.class, () -> vault.open(exhibit, fixture.checked()));
            assertTrue(String.valueOf(missing.getMessage()).contains(exhibit.digest().hex()));
            assertFalse(vault.holds(exhibit.digest()));
            vault.put(new ByteArrayInputStream(new byte[3]), "bytes");
            assertTrue(vault.holds(exhibit.digest()));
            Exhibit longer = new Exhibit(1, 1, exhibit.digest(), 4, "leek", null, false);
            assertThrows(IOException.class, () -> vault.open(longer, fixture.checked()));
        }
    }

    @Test
    void another_key_opens_nothing() throws IOException {
        Stored stored;
        try (Vault vault = fixture.open()) {
            stored = vault.put(new ByteArrayInputStream(new byte[10]), "bytes");
        }
        try (Vault wrong = Vault.open(fixture.folder, CaseKey.random(), fixture.clock)) {
            assertFalse(wrong.holds(stored.digest()));
            assertThrows(
                    IOException.class,
                    () -> wrong.open(Fixture.exhibit(stored), fixture.checked()));
        }
    }

    @Test
    void a_stream_that_breaks_leaves_nothing_and_its_words_stand() throws IOException {
        for (int length : new int[] {10, 2_000_000}) {
            InputStream breaks =
                    new SequenceInputStream(
                            new ByteArrayInputStream(new byte[length]), new BrokenCable());
            try (Vault vault = fixture.open()) {
                IOException broken =
                        assertThrows(IOException.class, () -> vault.put(breaks, "bytes"));
                assertEquals("the cable was pulled", broken.getMessage());
                assertEquals(List.of(), Fixture.files(fixture.folder));
            }
        }
    }

    /// A stream that fails at its first byte.
    private static final class BrokenCable extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("the cable was pulled");
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            return read();
        }
    }

    @Test
    void a_file_that_cannot_be_read_is_named_and_a_link_is_not_followed() throws IOException {
        try (Vault vault = fixture.open()) {
            Path missing = temporary.resolve("leek.jpg");
            IOException gone = assertThrows(IOException.class, () -> vault.put(missing));
            assertEquals("cannot read " + missing + ": it is not there", gone.getMessage());
            Path link = temporary.resolve("link");
            Files.createSymbolicLink(link, Files.writeString(temporary.resolve("real"), "x"));
            assertThrows(IOException.class, () -> vault.put(link));
            IOException folder = assertThrows(IOException.class, () -> vault.put(temporary));
            assertTrue(String.valueOf(folder.getMessage()).contains(temporary.toString()));
            assertEquals(List.of(), Fixture.files(fixture.folder));
        }
    }

    @Test
    void what_a_dead_process_left_is_removed_and_what_a_living_one_writes_is_not()
            throws IOException {
        Path left = fixture.folder.resolve("unfinished/dead");
        Files.createDirectories(left);
        Files.write(left.resolve("1"), new byte[100]);
        Files.write(left.resolve("lock"), new byte[0]);
        try (Vault living = fixture.open();
                VaultBatch batch = living.batch()) {
            assertFalse(Files.exists(left));
            batch.put(new ByteArrayInputStream(new byte[5]), "bytes");
            try (Vault second = fixture.open()) {
                second.put(new ByteArrayInputStream(new byte[6]), "bytes");
            }
            assertEquals(1, batch.commit().size());
        }
        assertEquals(2, Vault.names(fixture.folder).size());
    }

    @Test
    void a_batch_that_is_not_committed_leaves_nothing() throws IOException {
        try (Vault vault = fixture.open()) {
            try (VaultBatch batch = vault.batch()) {
                for (int i = 0; i < 40; i++) {
                    batch.put(new ByteArrayInputStream(Fixture.bytes(i, 100)), "bytes");
                }
                assertEquals(40, batch.size());
                assertEquals(List.of(), Vault.names(fixture.folder));
            }
            assertEquals(List.of(), Fixture.files(fixture.folder));
            try (VaultBatch batch = vault.batch()) {
                for (int i = 0; i < 40; i++) {
                    batch.put(new ByteArrayInputStream(Fixture.bytes(i, 100)), "bytes");
                }
                List<Stored> stored = batch.commit();
                for (int i = 0; i < 40; i++) {
                    assertArrayEquals(Fixture.bytes(i, 100), fixture.read(vault, stored.get(i)));
                }
                assertEquals(0, batch.size());
                batch.put(new ByteArrayInputStream(Fixture.bytes(99, 100)), "bytes");
                assertTrue(batch.commit().getFirst().fresh());
            }
        }
    }

    @Test
    void two_writers_of_the_same_bytes_agree_on_one_file() throws IOException {
        byte[] bytes = Fixture.bytes(3, 1000);
        try (Vault one = fixture.open();
                Vault two = fixture.open();
                VaultBatch first = one.batch();
                VaultBatch second = two.batch()) {
            first.put(new ByteArrayInputStream(bytes), "bytes");
            second.put(new ByteArrayInputStream(bytes), "bytes");
            Stored winner = first.commit().getFirst();
            Stored other = second.commit().getFirst();
            assertEquals(winner.stored(), other.stored());
            assertFalse(other.fresh());
        }
        assertEquals(1, Fixture.files(fixture.folder).size());
    }
}
