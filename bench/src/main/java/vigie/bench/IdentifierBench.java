package vigie.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import vigie.text.sighting.Sighting;
import vigie.text.sighting.SightingKind;
import vigie.text.sighting.Sightings;

/// Finds the identifiers in a file of text, in pieces that end with a line, and prints how many of
/// each kind and megabytes per second.
///
/// Arguments: the file; how many rounds (1); how many threads (2); a file to write sightings to.
/// The first round counts the start of the process. Megabytes are bytes of the file; CPU is the
/// whole process's; `scanning` is that of the threads that scan, without reading and decoding.
public final class IdentifierBench {
    private static final int PIECE = 1 << 20;

    private IdentifierBench() {}

    private record Part(List<Sighting> found, long nanos) {}

    /// Runs it.
    public static void main(String[] arguments)
            throws IOException, InterruptedException, ExecutionException {
        Path file = Path.of(arguments[0]);
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
        int threads = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2;
        Path out = arguments.length > 3 ? Path.of(arguments[3]) : null;
        OperatingSystemMXBean process =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        PrintStream screen = System.out;
        double megabytes = Files.size(file) / 1e6;
        for (int round = 1; round <= rounds; round++) {
            long cpu = round == 1 ? 0 : process.getProcessCpuTime();
            long wall = System.nanoTime();
            Map<SightingKind, Integer> counts = new EnumMap<>(SightingKind.class);
            long scanning = run(file, threads, out, counts);
            double cpuSeconds = (process.getProcessCpuTime() - cpu) / 1e9;
            double wallSeconds = (System.nanoTime() - wall) / 1e9;
            screen.printf(
                    "round %d: %.2f s, %.2f CPU s; scanning %.2f CPU s, %.0f MB a second and core%n",
                    round, wallSeconds, cpuSeconds, scanning / 1e9, megabytes / (scanning / 1e9));
            if (round == rounds) {
                screen.println(counts);
            }
        }
    }

    private static long run(
            Path file, int threads, @Nullable Path out, Map<SightingKind, Integer> counts)
            throws IOException, InterruptedException, ExecutionException {
        Sightings sightings = new Sightings(List.of());
        long scanning = 0;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                ExecutorService workers = Executors.newFixedThreadPool(threads);
                @Nullable BufferedWriter writer =
                        out == null ? null : Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
            List<Future<Part>> parts = new ArrayList<>();
            long at = 0;
            while (at < channel.size() || !parts.isEmpty()) {
                while (at < channel.size() && parts.size() < 4 * threads) {
                    byte[] piece = piece(channel, at);
                    at += piece.length;
                    parts.add(workers.submit(() -> scan(sightings, piece)));
                }
                Part part = parts.removeFirst().get();
                scanning += part.nanos();
                for (Sighting found : part.found()) {
                    counts.merge(found.kind(), 1, Integer::sum);
                    if (writer != null) {
                        writer.write(found.kind() + "\t" + found.value() + "\n");
                    }
                }
            }
        }
        return scanning;
    }

    private static byte[] piece(FileChannel channel, long at) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(PIECE);
        int read = 0;
        while (bytes.hasRemaining() && read >= 0) {
            read = channel.read(bytes, at + bytes.position());
        }
        int end = bytes.position();
        int line = end;
        while (line > 0 && bytes.get(line - 1) != '\n') {
            line--;
        }
        int length = line == 0 || at + end == channel.size() ? end : line;
        byte[] piece = new byte[length];
        bytes.get(0, piece);
        return piece;
    }

    private static Part scan(Sightings sightings, byte[] piece) {
        String text = new String(piece, StandardCharsets.UTF_8);
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        List<Sighting> found = sightings.in(text);
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        return new Part(found, nanos);
    }
}
