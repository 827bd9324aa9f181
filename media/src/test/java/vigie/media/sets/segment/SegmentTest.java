package vigie.media.sets.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.model.casefile.Refusal;

class SegmentTest {
    @TempDir Path folder = Path.of("");

    private static byte[] key(Random random, DigestKind kind, int shape) {
        byte[] key = new byte[kind.width()];
        random.nextBytes(key);
        switch (shape) {
            // Keys that share all but their last bytes.
            case 1 -> Arrays.fill(key, 0, kind.width() - 2, (byte) 0x5A);
            // Few different keys.
            case 2 -> Arrays.fill(key, (byte) (key[0] & 3));
            // All in the first and the last bucket.
            case 3 -> Arrays.fill(key, 0, 9, (byte) (key[0] < 0 ? 0 : -1));
            default -> {}
        }
        return key;
    }

    private Segment segment(DigestKind kind, List<byte[]> keys, long most) throws IOException {
        Path file = folder.resolve("s" + System.nanoTime() + ".seg");
        try (Runs runs = new Runs(Rows.of(kind, false), folder, most)) {
            for (byte[] key : keys) {
                runs.add(key, 0, 0);
            }
            return Segment.open(file, Merge.runs(kind, List.of(runs), file));
        }
    }

    private static int[] find(Segment segment, List<byte[]> queries) throws IOException {
        int width = segment.kind().width();
        byte[] keys = new byte[queries.size() * width];
        for (int i = 0; i < queries.size(); i++) {
            System.arraycopy(queries.get(i), 0, keys, i * width, width);
        }
        int[] at = new int[queries.size()];
        segment.find(Permits.fresh(), Clock.systemUTC(), keys, at);
        return at;
    }

    @Test
    void it_finds_what_a_hash_set_finds_whatever_the_keys_look_like() throws IOException {
        Random random = new Random(7);
        for (DigestKind kind : DigestKind.values()) {
            for (int shape = 0; shape < 4; shape++) {
                for (int count : new int[] {1, 3, 1000, 70_000}) {
                    List<byte[]> keys = new ArrayList<>();
                    Set<String> known = new HashSet<>();
                    for (int i = 0; i < count; i++) {
                        keys.add(key(random, kind, shape));
                        known.add(HexFormat.of().formatHex(keys.getLast()));
                    }
                    Segment segment = segment(kind, keys, 1 << 20);
                    assertEquals(known.size(), segment.size());
                    List<byte[]> queries = new ArrayList<>();
                    for (int i = 0; i < 5000; i++) {
                        queries.add(
                                i % 2 == 0
                                        ? keys.get(random.nextInt(count))
                                        : key(random, kind, random.nextInt(4)));
                    }
                    int[] at = find(segment, queries);
                    for (int i = 0; i < at.length; i++) {
                        String hex = HexFormat.of().formatHex(queries.get(i));
                        assertEquals(known.contains(hex), at[i] >= 0, kind + " " + shape);
                    }
                }
            }
        }
    }

    @Test
    void its_rows_are_in_order_and_come_once() throws IOException {
        Random random = new Random(8);
        List<byte[]> keys = new ArrayList<>();
        TreeSet<String> sorted = new TreeSet<>();
        for (int i = 0; i < 100_000; i++) {
            keys.add(key(random, DigestKind.SHA1, i % 3));
            sorted.add(HexFormat.of().formatHex(keys.getLast()));
        }
        Segment segment = segment(DigestKind.SHA1, keys, 1 << 19);
        int row = 0;
        for (String hex : sorted) {
            assertEquals(HexFormat.fromHexDigitsToLong(hex, 0, 16), segment.word(row, 0));
            assertEquals(HexFormat.fromHexDigitsToLong(hex, 16, 32), segment.word(row, 1));
            row++;
        }
        assertEquals(row, segment.size());
    }

    @Test
    void merging_segments_gives_what_one_import_gives() throws IOException {
        Random random = new Random(9);
        List<byte[]> all = new ArrayList<>();
        List<Segment> parts = new ArrayList<>();
        for (int part = 0; part < 5; part++) {
            List<byte[]> keys = new ArrayList<>();
            for (int i = 0; i < 3000; i++) {
                keys.add(
                        i % 3 == 0 && !all.isEmpty()
                                ? all.get(random.nextInt(all.size()))
                                : key(random, DigestKind.MD5, 0));
            }
            all.addAll(keys);
            parts.add(segment(DigestKind.MD5, keys, 1 << 20));
        }
        Path merged = folder.resolve("merged.seg");
        Merge.segments(parts, merged);
        segment(DigestKind.MD5, all, 1 << 20);
        Path once = folder.resolve("once.seg");
        try (Runs runs = new Runs(DigestKind.MD5, false, folder)) {
            for (byte[] key : all) {
                runs.add(key, 0, 0);
            }
            Merge.runs(DigestKind.MD5, List.of(runs), once);
        }
        assertArrayEquals(Files.readAllBytes(once), Files.readAllBytes(merged));
    }

    @Test
    void a_key_keeps_all_that_its_rows_refer_to() throws IOException {
        Random random = new Random(10);
        Map<Integer, Integer> counts = new HashMap<>();
        Path file = folder.resolve("rows.seg");
        SegmentSeal seal;
        byte[][] keys = new byte[100][];
        Arrays.setAll(keys, i -> key(random, DigestKind.SHA256, 0));
        try (Runs runs = new Runs(DigestKind.SHA256, true, folder)) {
            for (int i = 0; i < 5000; i++) {
                int which = random.nextInt(keys.length);
                counts.merge(which, 1, Integer::sum);
                runs.add(keys[which], 0, 1000 + i);
            }
            seal = Merge.runs(DigestKind.SHA256, List.of(runs), file);
        }
        Segment segment = Segment.open(file, seal);
        int[] at = find(segment, List.of(keys));
        for (int i = 0; i < keys.length; i++) {
            int row = at[i];
            do {
                row++;
            } while (segment.repeats(row));
            assertEquals(counts.get(i), row - at[i]);
        }
    }

    @Test
    void a_key_of_a_big_set_costs_at_most_34_bytes() throws IOException {
        Random random = new Random(11);
        List<byte[]> keys = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) {
            keys.add(key(random, DigestKind.SHA256, 0));
        }
        Path file = folder.resolve("size.seg");
        try (Runs runs = new Runs(DigestKind.SHA256, false, folder)) {
            for (byte[] key : keys) {
                runs.add(key, 0, 0);
            }
            Merge.runs(DigestKind.SHA256, List.of(runs), file);
        }
        assertTrue(Files.size(file) <= 34L * keys.size(), "" + Files.size(file));
    }

    @Test
    void any_flipped_byte_is_refused_by_the_name_of_the_file() throws IOException {
        Random random = new Random(12);
        List<byte[]> keys = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            keys.add(key(random, DigestKind.SHA256, 0));
        }
        Path file = folder.resolve("flip.seg");
        SegmentSeal seal;
        try (Runs runs = new Runs(DigestKind.SHA256, false, folder)) {
            for (byte[] key : keys) {
                runs.add(key, 0, 0);
            }
            seal = Merge.runs(DigestKind.SHA256, List.of(runs), file);
        }
        byte[] sound = Files.readAllBytes(file);
        for (int i = 0; i < 300; i++) {
            byte[] flipped = sound.clone();
            int at = i < 56 ? i : 4096 + random.nextInt(sound.length - 4096);
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, flipped);
            IOException why =
                    assertThrows(
                            IOException.class, () -> find(Segment.open(file, seal), keys), "" + at);
            assertTrue(String.valueOf(why.getMessage()).contains("flip.seg"), why.getMessage());
        }
    }

    @Test
    void a_cut_file_is_refused_by_its_name() throws IOException {
        Path file = folder.resolve("cut.seg");
        SegmentSeal seal;
        try (Runs runs = new Runs(DigestKind.MD5, false, folder)) {
            runs.add(new byte[16], 0, 0);
            seal = Merge.runs(DigestKind.MD5, List.of(runs), file);
        }
        byte[] sound = Files.readAllBytes(file);
        for (int length : new int[] {0, 7, 100, 4095, 4096, 4100, sound.length - 1}) {
            Files.write(file, Arrays.copyOf(sound, length));
            IOException why = assertThrows(IOException.class, () -> Segment.open(file, seal));
            assertTrue(String.valueOf(why.getMessage()).contains("cut"), why.getMessage());
        }
    }

    @Test
    void a_newer_version_is_refused_by_its_name() throws IOException {
        Path file = folder.resolve("newer.seg");
        try (Runs runs = new Runs(DigestKind.MD5, false, folder)) {
            runs.add(new byte[16], 0, 0);
            Merge.runs(DigestKind.MD5, List.of(runs), file);
        }
        byte[] newer = Files.readAllBytes(file);
        newer[8] = 2;
        Files.write(file, newer);
        IOException why = assertThrows(IOException.class, () -> Segment.open(file));
        assertTrue(String.valueOf(why.getMessage()).contains("version 2"), why.getMessage());
    }

    @Test
    void a_header_that_lies_about_its_rows_is_refused() throws IOException {
        Path file = folder.resolve("lie.seg");
        SegmentSeal seal;
        try (Runs runs = new Runs(DigestKind.MD5, false, folder)) {
            runs.add(new byte[16], 0, 0);
            seal = Merge.runs(DigestKind.MD5, List.of(runs), file);
        }
        byte[] lie = Files.readAllBytes(file);
        lie[24] = 9;
        Files.write(file, lie);
        assertThrows(IOException.class, () -> Segment.open(file, seal));
    }

    @Test
    void nothing_is_looked_up_once_the_check_is_old() throws IOException {
        Segment segment = segment(DigestKind.MD5, List.of(new byte[16]), 1 << 20);
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(16));
        Refusal why =
                assertThrows(
                        Refusal.class,
                        () -> segment.find(Permits.fresh(), later, new byte[16], new int[1]));
        assertEquals(Refusal.Kind.BASIS, why.kind());
    }
}
