package vigie.bench;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import vigie.evidence.basis.Checked;
import vigie.media.sets.segment.Segment;
import vigie.media.sets.segment.SegmentSeal;
import vigie.model.casefile.Acquisition;
import vigie.model.casefile.Actor;
import vigie.model.casefile.Basis;

/// Looks up the digests of a list, one a line in lower case, in a segment of a set, as `hfind -f`
/// and a join of `sqlite3` do: from the file to the lines that the set holds, on standard output.
///
/// Arguments: the segment, the list, how many threads (2), lines in a batch (1048576), rounds (1).
/// The first round of a process verifies the blocks of the segment that it touches. The time "in
/// look-ups" is CPU time of the threads inside [Segment#find].
public final class LookupBench {
    private static final ValueLayout.OfLong WORD =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private static final ValueLayout.OfInt HALF =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private final Segment segment;
    private final MemorySegment list;
    private final int width;
    private final int batch;
    private final Checked permission;
    private final AtomicLong next = new AtomicLong();
    private final LongAdder hits = new LongAdder();
    private final LongAdder inside = new LongAdder();
    private final OutputStream out;

    private LookupBench(Segment segment, MemorySegment list, int batch, OutputStream out) {
        this.segment = segment;
        this.list = list;
        this.width = segment.kind().width();
        this.batch = batch;
        this.out = out;
        this.permission = Checked.check(basis(), Actor.LOCAL, Clock.systemUTC());
    }

    /// Runs it.
    public static void main(String[] arguments) throws Exception {
        int threads = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2;
        int batch = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 1 << 20;
        int rounds = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 1;
        Segment segment = open(Path.of(arguments[0]));
        try (FileChannel file = FileChannel.open(Path.of(arguments[1]), StandardOpenOption.READ);
                OutputStream out =
                        new BufferedOutputStream(
                                new FileOutputStream(FileDescriptor.out), 1 << 16);
                ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            MemorySegment list =
                    file.map(FileChannel.MapMode.READ_ONLY, 0, file.size(), Arena.ofAuto());
            for (int round = 1; round <= rounds; round++) {
                new LookupBench(segment, list, batch, out).round(round, pool, threads);
            }
        }
    }

    /// A segment as its list of sets would open it.
    private static Segment open(Path path) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            file.read(header, 0);
        }
        return Segment.open(
                path, new SegmentSeal(header.getLong(24), Files.size(path), header.getInt(52)));
    }

    private static Basis basis() {
        return new Basis(
                Basis.Act.CONSENT,
                "bench",
                "bench",
                LocalDate.EPOCH,
                LocalDate.EPOCH.plusYears(200),
                "made-up digests",
                null,
                Basis.Exporter.UNKNOWN,
                new Acquisition("bench", null, null, null, null, null, null, null));
    }

    private void round(int round, ExecutorService pool, int threads) throws Exception {
        long start = System.nanoTime();
        CpuTime before = CpuTime.now();
        List<Callable<Void>> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            all.add(this::work);
        }
        for (Future<Void> one : pool.invokeAll(all)) {
            one.get();
        }
        out.flush();
        double cpu = CpuTime.now().since(before).process().toNanos() / 1e9;
        double wall = (System.nanoTime() - start) / 1e9;
        double millions = list.byteSize() / (2.0 * width + 1) / 1e6;
        System.err.printf(
                "round %d: %,d keys, %.1f M asked, %,d there; %.2f s, %.2f CPU s; in look-ups"
                        + " %.2f M a second and core; heap %d MB%n",
                round,
                segment.size(),
                millions,
                hits.sum(),
                wall,
                cpu,
                millions * 1e9 / inside.sum(),
                Runtime.getRuntime().totalMemory() >> 20);
    }

    private Void work() throws IOException {
        var time =
                (com.sun.management.ThreadMXBean)
                        java.lang.management.ManagementFactory.getThreadMXBean();
        int line = 2 * width + 1;
        long lines = list.byteSize() / line;
        byte[] keys = new byte[batch * width];
        int[] at = new int[batch];
        byte[] lineBytes = new byte[1 << 16];
        long from;
        while ((from = next.getAndAdd(batch)) < lines) {
            int count = (int) Math.min(batch, lines - from);
            if (count < batch) {
                keys = new byte[count * width];
                at = new int[count];
            }
            for (int i = 0; i < count; i++) {
                decode((from + i) * line, keys, i * width);
            }
            long spent = time.getCurrentThreadCpuTime();
            segment.find(permission, Clock.systemUTC(), keys, at);
            inside.add(time.getCurrentThreadCpuTime() - spent);
            write(from, at, lineBytes);
        }
        return null;
    }

    private void write(long from, int[] at, byte[] some) throws IOException {
        int line = 2 * width + 1;
        int used = 0;
        int found = 0;
        for (int i = 0; i < at.length; i++) {
            if (at[i] >= 0) {
                if (used + line > some.length) {
                    out.write(some, 0, used);
                    used = 0;
                }
                MemorySegment.copy(
                        list, ValueLayout.JAVA_BYTE, (from + i) * line, some, used, line);
                used += line;
                found++;
            }
        }
        out.write(some, 0, used);
        hits.add(found);
    }

    /// Eight digits at once: each is its low four bits, and nine more where it is a letter.
    private void decode(long from, byte[] keys, int to) {
        MemorySegment into = MemorySegment.ofArray(keys);
        for (int at = 0; at < width; at += 4) {
            long text = list.get(WORD, from + 2L * at);
            long nibbles =
                    (text & 0x0F0F_0F0F_0F0F_0F0FL) + 9 * (text >>> 6 & 0x0101_0101_0101_0101L);
            into.set(HALF, to + at, (int) Long.compress(nibbles, 0x0F0F_0F0F_0F0F_0F0FL));
        }
    }
}
