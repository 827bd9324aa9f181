package vigie.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ServiceLoader;
import vigie.evidence.EvidenceBytes;
import vigie.model.claim.Claim;
import vigie.model.material.Exhibit;
import vigie.model.material.Sha256;
import vigie.model.material.Span;
import vigie.readers.ClaimSink;
import vigie.readers.Companions;
import vigie.readers.Reader;

/// Reads one export several times in one process, claims built and counted, and prints megabytes
/// per second of the whole process's CPU, its compilers and collectors among them.
///
/// Arguments: the export, and how many rounds (5).
public final class ParserBench {
    private ParserBench() {}

    /// Runs it.
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        PrintStream out = System.out;
        Plain bytes = new Plain(file);
        Reader reader = reader(bytes);
        OperatingSystemMXBean process =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        for (int round = 1; round <= rounds; round++) {
            Counting sink = new Counting();
            long cpu = process.getProcessCpuTime();
            long wall = System.nanoTime();
            reader.read(bytes, Companions.NONE, sink);
            double cpuSeconds = (process.getProcessCpuTime() - cpu) / 1e9;
            double wallSeconds = (System.nanoTime() - wall) / 1e9;
            double megabytes = Files.size(file) / 1e6;
            out.printf(
                    "round %d: %,d claims, %.2f CPU s, %.2f s, %.0f MB per CPU second%n",
                    round, sink.claims, cpuSeconds, wallSeconds, megabytes / cpuSeconds);
        }
    }

    private static Reader reader(Plain bytes) throws IOException {
        byte[] head;
        try (InputStream in = bytes.open(0)) {
            head = in.readNBytes(Reader.HEAD);
        }
        for (Reader reader : ServiceLoader.load(Reader.class)) {
            if (reader.recognises(head, Companions.NONE)) {
                return reader;
            }
        }
        throw new IOException("no reader recognises " + bytes.exhibit().path());
    }

    private record Plain(Path file) implements EvidenceBytes {
        @Override
        public Exhibit exhibit() {
            return new Exhibit(1, 1, Sha256.of(new byte[0]), 0, file.toString(), null, true);
        }

        @Override
        public InputStream open(long offset) throws IOException {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            channel.position(offset);
            return Channels.newInputStream(channel);
        }
    }

    private static final class Counting implements ClaimSink {
        private long claims;

        @Override
        public void claim(Claim claim) {
            claims++;
        }

        @Override
        public void repaired(Span at, String what) {}

        @Override
        public void skipped(Span at, String why) {}
    }
}
