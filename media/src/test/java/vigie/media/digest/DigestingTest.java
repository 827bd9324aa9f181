package vigie.media.digest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestingTest {
    private static final Set<Algorithm> EVERY = EnumSet.allOf(Algorithm.class);

    @TempDir Path folder = Path.of(".");

    @Test
    void the_digests_are_those_that_their_standards_give() {
        Digests digests = Digests.of("abc".getBytes(StandardCharsets.US_ASCII), EVERY);
        assertEquals(3, digests.bytes());
        assertEquals("900150983cd24fb0d6963f7d28e17f72", digests.hex(Algorithm.MD5));
        assertEquals("a9993e364706816aba3e25717850c26c9cd0d89d", digests.hex(Algorithm.SHA1));
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                digests.hex(Algorithm.SHA256));
    }

    @Test
    void a_digest_that_was_not_asked_for_is_not_there() {
        Digests digests = Digests.of(new byte[0], Set.of(Algorithm.MD5));
        assertThrows(IllegalArgumentException.class, () -> digests.hex(Algorithm.SHA1));
    }

    @Test
    void files_of_any_size_have_the_digests_of_their_bytes() throws IOException {
        var expected = new HashMap<Path, Digests>();
        var dice = new Random(2);
        for (int size : List.of(0, 1, 1 << 14, (1 << 17) - 1, 1 << 17, (1 << 17) + 1, 3_000_000)) {
            var bytes = new byte[size];
            dice.nextBytes(bytes);
            Path file = Files.write(folder.resolve("f" + size), bytes);
            expected.put(file, Digests.of(bytes, EVERY));
            assertEquals(expected.get(file), Digests.of(new ByteArrayInputStream(bytes), EVERY));
        }
        Map<Path, Digests> found = new HashMap<>();
        try (var digesting = new Digesting(EVERY, 2)) {
            digesting.all(new ArrayList<>(expected.keySet()), found::put);
        }
        assertEquals(expected, found);
    }

    @Test
    void digests_that_take_turns_are_those_that_each_gives_alone() throws Exception {
        var dice = new Random(3);
        for (int round = 0; round < 2_000; round++) {
            var bytes = new byte[dice.nextInt(10_001)];
            dice.nextBytes(bytes);
            var asked = EnumSet.noneOf(Algorithm.class);
            var expected = new EnumMap<Algorithm, String>(Algorithm.class);
            for (Algorithm algorithm : Algorithm.values()) {
                if (dice.nextBoolean()) {
                    byte[] alone = algorithm.start().digest(bytes);
                    expected.put(algorithm, HexFormat.of().formatHex(alone));
                    asked.add(algorithm);
                }
            }
            assertEquals(expected, Digests.of(bytes, asked).hex());
            int some = 1 + dice.nextInt(200);
            assertEquals(new Digests(bytes.length, expected), Digests.of(slow(bytes, some), asked));
        }
    }

    @Test
    void a_stream_that_breaks_off_has_no_digests() {
        var broken =
                new SequenceInputStream(
                        new ByteArrayInputStream(new byte[100]),
                        new InputStream() {
                            @Override
                            public int read() throws IOException {
                                throw new IOException("the cable came out");
                            }

                            @Override
                            public int read(byte[] block, int from, int length) throws IOException {
                                throw new IOException("the cable came out");
                            }
                        });
        assertThrows(IOException.class, () -> Digests.of(broken, EVERY));
    }

    /// A stream that gives at most so many bytes at a time.
    private static InputStream slow(byte[] bytes, int some) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] block, int from, int length) {
                return super.read(block, from, Math.min(length, some));
            }
        };
    }

    @Test
    void the_largest_file_comes_first() throws IOException {
        List<Path> files = List.of(sized(10), sized(1_000), sized(100));
        var order = new ArrayList<Long>();
        try (var digesting = new Digesting(Set.of(Algorithm.MD5), 1)) {
            digesting.all(files, (_, digests) -> order.add(digests.bytes()));
        }
        assertEquals(List.of(1_000L, 100L, 10L), order);
    }

    @Test
    void a_file_that_is_gone_is_said_when_the_others_are_handed_over() throws IOException {
        List<Path> files = List.of(folder.resolve("gone"), sized(10), sized(200_000));
        var found = new ArrayList<Path>();
        try (var digesting = new Digesting(EVERY, 2)) {
            assertThrows(
                    NoSuchFileException.class,
                    () -> digesting.all(files, (file, _) -> found.add(file)));
        }
        assertEquals(Set.copyOf(files.subList(1, 3)), Set.copyOf(found));
    }

    private Path sized(int bytes) throws IOException {
        return Files.write(folder.resolve("f" + bytes), new byte[bytes]);
    }
}
