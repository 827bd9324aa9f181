package vigie.media.sets.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import vigie.evidence.MalformedInput;
import vigie.media.sets.record.Entry;
import vigie.media.sets.segment.DigestKind;
import vigie.media.sets.segment.Runs;

/// A list with a digest at the start of each line, as `md5sum` and `sha256sum` write it; what
/// follows on the line is not kept. Empty lines and lines that start with `#` are passed over.
///
/// The file is cut into pieces that several threads read at once: a line belongs to the piece that
/// it starts in.
final class ListReader {
    /// Two cores are what a desk has.
    private static final int THREADS = 2;

    private static final int PIECE = 8 << 20;

    /// A digest, and a path as long as systems allow.
    private static final int LONGEST_LINE = 64 << 10;

    private final Path path;
    private final String name;
    private final SetBuilder out;
    private final boolean pdq;
    private final AtomicLong next = new AtomicLong();

    /// @param pdq whether 64 digits are a PDQ hash
    ListReader(Path path, SetBuilder out, boolean pdq) {
        this.path = path;
        this.name = path.toString();
        this.out = out;
        this.pdq = pdq;
    }

    void read() throws IOException {
        if (pdq) {
            new Worker().run();
            return;
        }
        List<Future<?>> working = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int i = 0; i < THREADS; i++) {
                working.add(
                        threads.submit(
                                () -> {
                                    new Worker().run();
                                    return null;
                                }));
            }
            for (Future<?> one : working) {
                one.get();
            }
        } catch (ExecutionException why) {
            if (why.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw new IllegalStateException(why.getCause());
        } catch (InterruptedException why) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", why);
        }
    }

    private final class Worker {
        private final byte[] bytes = new byte[PIECE + LONGEST_LINE + 1];
        private final byte[] key = new byte[32];
        private final Map<DigestKind, Runs> runs = new EnumMap<>(DigestKind.class);
        private long piece;
        private int limit;
        private @Nullable DigestKind lastKind;
        private @Nullable Runs lastRuns;

        void run() throws IOException {
            try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
                long size = file.size();
                while ((piece = next.getAndAdd(PIECE)) < size) {
                    // One byte before the piece says whether a line starts with it.
                    long from = Math.max(0, piece - 1);
                    ByteBuffer buffer = ByteBuffer.wrap(bytes);
                    buffer.limit((int) Math.min(bytes.length, size - from));
                    while (buffer.hasRemaining()
                            && file.read(buffer, from + buffer.position()) >= 0) {}
                    limit = buffer.position();
                    lines(from, from + limit >= size);
                }
            }
            for (Runs one : runs.values()) {
                one.sort();
            }
        }

        private void lines(long from, boolean last) throws IOException {
            int at = from == 0 ? mark() : after(0);
            int end = (int) (piece + PIECE - from);
            while (at < Math.min(end, limit)) {
                int next = after(at);
                if (next > limit && !last) {
                    throw new MalformedInput(
                            name, from + at, "a line longer than " + LONGEST_LINE + " bytes");
                }
                line(at, Math.min(next, limit), from);
                at = next;
            }
        }

        /// Behind a byte order mark.
        private int mark() {
            return limit > 2
                            && bytes[0] == (byte) 0xEF
                            && bytes[1] == (byte) 0xBB
                            && bytes[2] == (byte) 0xBF
                    ? 3
                    : 0;
        }

        /// The first byte behind the line; beyond the limit where it does not end.
        private int after(int from) {
            byte[] all = bytes;
            for (int at = from; at < limit; at++) {
                if (all[at] == '\n') {
                    return at + 1;
                }
            }
            return limit + 1;
        }

        private void line(int from, int to, long base) throws IOException {
            int start = from;
            while (start < to && (bytes[start] == ' ' || bytes[start] == '\\')) {
                start++;
            }
            int end = start;
            while (end < to && Hex.digit(bytes[end])) {
                end++;
            }
            boolean ends = end == to || bytes[end] <= ' ' || bytes[end] == '*';
            DigestKind kind = ends ? Hex.kind(end - start) : null;
            if (kind == null) {
                if (start == to || bytes[start] == '#' || bytes[start] < ' ') {
                    return;
                }
                throw new MalformedInput(
                        name,
                        base + start,
                        "line "
                                + number(base + start)
                                + ": expected 32, 40 or 64 hexadecimal digits");
            }
            Hex.decode(bytes, start, key, kind.width());
            if (pdq) {
                requirePdq(kind, base + start);
                out.entry(
                        Entry.of(
                                DigestKind.PDQ,
                                java.util.HexFormat.of().formatHex(key),
                                100,
                                Map.of()));
            } else {
                runs(kind).add(key, 0, 0);
            }
        }

        private void requirePdq(DigestKind kind, long offset) throws IOException {
            if (kind != DigestKind.SHA256) {
                throw new MalformedInput(
                        name, offset, "line " + number(offset) + ": expected 64 digits of PDQ");
            }
        }

        private Runs runs(DigestKind kind) {
            Runs known = lastRuns;
            if (known == null || kind != lastKind) {
                known = runs.computeIfAbsent(kind, out::another);
                lastRuns = known;
                lastKind = kind;
            }
            return known;
        }
    }

    /// The number of the line that a byte lies on, found again where it must be told.
    private long number(long offset) throws IOException {
        long line = 1;
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            for (long at = 0; at < offset; at += buffer.limit()) {
                buffer.clear();
                if (file.read(buffer, at) <= 0) {
                    break;
                }
                buffer.flip();
                int count = (int) Math.min(buffer.limit(), offset - at);
                for (int i = 0; i < count; i++) {
                    line += buffer.get(i) == '\n' ? 1 : 0;
                }
            }
        }
        return line;
    }
}
