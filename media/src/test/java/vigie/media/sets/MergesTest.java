package vigie.media.sets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.media.sets.segment.DigestKind;
import vigie.media.sets.segment.Permits;

class MergesTest {
    private static final int KILLS = Boolean.getBoolean("vigie.long") ? 40 : 8;
    private static final int LINES = 150_000;

    @TempDir Path root = Path.of("");
    private Library library;

    MergesTest() throws IOException {
        library = new Library(Files.createTempDirectory("merges"));
    }

    @BeforeEach
    void make() throws IOException {
        library = new Library(root);
    }

    private static String md5(int part, int line) {
        return "%08x%024x".formatted((part * 31 + line) * 0x9E3779B9, (long) part << 32 | line);
    }

    private void add(int part, int lines) throws IOException {
        String text =
                IntStream.range(0, lines)
                        .mapToObj(line -> md5(part, line))
                        .collect(Collectors.joining("\n", "", "\n"));
        library.sets.run(
                new ImportOrder(
                        SetInfo.Label.of("garden", SetKind.ALERT),
                        java.util.List.of(library.file("part" + part + ".txt", text)),
                        ImportOrder.Mode.ADD,
                        false,
                        false),
                _ -> {});
    }

    private long segments() throws IOException {
        return Manifest.read(library.folder).sets().stream()
                .mapToLong(set -> set.parts().size())
                .sum();
    }

    private void requireWhole(int parts, int lines) throws IOException {
        try (HashSets open = HashSets.open(library.folder)) {
            requireWhole(open, parts, lines);
        }
    }

    private static void requireWhole(HashSets open, int parts, int lines) throws IOException {
        assertEquals((long) parts * lines, open.sets().getFirst().rows().get(DigestKind.MD5));
        Consultation asked = open.consult(Permits.fresh(), Clock.systemUTC());
        for (int part = 0; part < parts; part++) {
            for (int line : new int[] {0, lines / 2, lines - 1}) {
                FileDigests file =
                        new FileDigests(
                                vigie.model.material.Sha256.of(new byte[0]), md5(part, line), null);
                assertInstanceOf(Verdict.Alert.class, asked.verdict(file));
            }
        }
    }

    @Test
    void what_is_imported_is_merged_behind_it_and_no_case_is_matched_again()
            throws IOException, InterruptedException {
        add(0, 1000);
        long generation;
        try (Merges merges = Merges.whileOpen(library.folder, Duration.ofMillis(20))) {
            add(1, 1000);
            add(2, 1000);
            generation = HashSets.generation(library.folder);
            for (int i = 0; i < 500 && segments() > 1; i++) {
                Thread.sleep(20);
            }
            assertTrue(merges.failure().isEmpty());
        }
        assertEquals(1, segments());
        assertEquals(1, library.leftovers());
        assertEquals(generation, HashSets.generation(library.folder));
        requireWhole(3, 1000);
    }

    @Test
    void a_small_delta_does_not_have_a_large_set_written_anew() throws IOException {
        add(0, 10_000);
        for (int part = 1; part < 8; part++) {
            add(part, 1);
        }
        try (Merges merges = Merges.once(library.folder)) {
            assertTrue(merges.failure().isEmpty());
        }
        assertEquals(8, segments());
        add(8, 1);
        Merges.once(library.folder).close();
        assertEquals(1, segments());
    }

    @Test
    void who_reads_reads_on_while_segments_are_merged_and_after() throws IOException {
        for (int part = 0; part < 6; part++) {
            add(part, 20_000);
        }
        try (HashSets before = HashSets.open(library.folder)) {
            try (Merges _ = Merges.once(library.folder)) {
                do {
                    requireWhole(before, 6, 20_000);
                    requireWhole(6, 20_000);
                } while (segments() > 1);
            }
            requireWhole(before, 6, 20_000);
        }
    }

    @Test
    void a_set_that_goes_while_it_is_merged_stays_gone() throws IOException {
        for (int round = 0; round < 10; round++) {
            add(0, 50_000);
            add(1, 50_000);
            try (Merges merges = Merges.once(library.folder)) {
                library.sets.remove("garden", _ -> {});
                assertEquals(0, library.list().size());
                assertTrue(merges.failure().isEmpty(), () -> "" + merges.failure());
            }
            assertEquals(0, library.list().size());
            assertEquals(0, library.leftovers());
        }
    }

    @Test
    void a_kill_in_the_middle_leaves_the_old_segments_or_the_new_one()
            throws IOException, InterruptedException {
        for (int part = 0; part < 4; part++) {
            add(part, LINES);
        }
        Random random = new Random(20261128);
        int parts = 4;
        int disturbed = 0;
        long took = merging(Long.MAX_VALUE);
        for (int kill = 0; kill < KILLS; kill++) {
            add(parts++, LINES);
            long least = took / 3;
            long ran = merging(least + (long) (random.nextDouble() * (took - least)));
            requireWhole(parts, LINES);
            if (ran < 0) {
                disturbed++;
            } else {
                took = ran;
            }
        }
        assertTrue(disturbed > KILLS / 3, "only " + disturbed + " of the kills hit a merge");
        library.sets.merge();
        assertEquals(1, segments());
        assertEquals(1, library.leftovers());
        requireWhole(parts, LINES);
    }

    /// Merges in another process, which is killed after so many nanoseconds.
    ///
    /// @return how long it took, -1 if it was killed
    private long merging(long nanos) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Merger.class.getName(),
                                library.folder.toString())
                        .inheritIO()
                        .start();
        if (!process.waitFor(nanos, TimeUnit.NANOSECONDS)) {
            process.destroyForcibly();
            process.waitFor();
            return -1;
        }
        assertEquals(0, process.exitValue());
        return System.nanoTime() - start;
    }

    /// The process that is killed.
    static final class Merger {
        private Merger() {}

        public static void main(String[] arguments) throws IOException {
            new Merging(Path.of(arguments[0])).run(true);
        }
    }
}
