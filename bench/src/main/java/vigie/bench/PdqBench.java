package vigie.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vigie.media.examine.Examined;
import vigie.media.pixel.PictureExaminer;

/// Pictures hashed a second of one core, decoding and reading of files included. `PdqBench FOLDER
/// [rounds]`; warm after a round that is not counted.
public final class PdqBench {
    private PdqBench() {}

    /// Runs it.
    public static void main(String[] arguments) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(Path.of(arguments[0]))) {
            files = found.sorted().toList();
        }
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        var examiner = new PictureExaminer();
        measure("library", examiner, files, rounds);
        measure("java", examiner.slow(), files, 1);
    }

    private static void measure(String name, PictureExaminer examiner, List<Path> files, int rounds)
            throws IOException {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        for (int round = 0; round <= rounds; round++) {
            long cpu = clock.getCurrentThreadCpuTime();
            long wall = System.nanoTime();
            int hashed = 0;
            for (Path file : files) {
                if (examiner.examine(file) instanceof Examined.Picture) {
                    hashed++;
                }
            }
            double seconds = (clock.getCurrentThreadCpuTime() - cpu) / 1e9;
            System.out.printf(
                    "%-8s round %d: %d of %d pictures, %.1f a CPU second, %.1f ms each, %.1f s%n",
                    name,
                    round,
                    hashed,
                    files.size(),
                    hashed / seconds,
                    seconds * 1e3 / Math.max(1, hashed),
                    (System.nanoTime() - wall) / 1e9);
        }
    }
}
