package vigie.media.sets.segment;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.zip.CRC32C;
import vigie.evidence.basis.Checked;

/// A sorted file of digests, mapped. Look-ups are for several threads at once.
///
/// The directory holds, for the first bits of a key, the number of the first row that starts with
/// them; within a bucket a key is near where its next bits say. Many keys are looked up at once so
/// that the memory fetches for several are under way together.
public final class Segment {
    /// As many as keep the memory busy; more gain nothing.
    private static final int GROUP = 64;

    /// From so many keys on, putting them in order costs less than it saves.
    private static final int ORDERED = 4096;

    private static final VarHandle KEY =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static final long HIGH = 0xFFFF_FFFF_0000_0000L;

    private final Path path;
    private final SegmentHeader header;
    private final MemorySegment rows;
    private final MemorySegment directory;
    private final MemorySegment covered;
    private final MemorySegment checksums;

    /// One bit a block that was verified; two threads may verify one block twice.
    private final long[] verified;

    private final int shift;

    private Segment(Path path, SegmentHeader header, MemorySegment all) {
        this.path = path;
        this.header = header;
        rows = all.asSlice(SegmentHeader.SIZE, header.directory() - SegmentHeader.SIZE);
        directory = all.asSlice(header.directory(), header.checksums() - header.directory());
        covered = all.asSlice(SegmentHeader.SIZE, header.checksums() - SegmentHeader.SIZE);
        checksums = all.asSlice(header.checksums());
        verified = new long[(header.blocks() >> 6) + 1];
        shift = Long.SIZE - header.bits();
    }

    /// Opens the segment that a list of sets names.
    ///
    /// @throws IOException that names the file, where it is damaged, cut, of another version, or
    ///     not the one that was sealed
    public static Segment open(Path path, SegmentSeal seal) throws IOException {
        Segment segment = open(path);
        ByteBuffer again = segment.header.bytes();
        if (SegmentHeader.checksum(again) != seal.checksum()
                || segment.header.count() != seal.rows()) {
            throw new IOException(path + ": not the segment that the list of sets names");
        }
        return segment;
    }

    static Segment open(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer first = ByteBuffer.allocate(SegmentHeader.SIZE);
            while (first.hasRemaining() && file.read(first, first.position()) >= 0) {}
            SegmentHeader header = SegmentHeader.read(path.toString(), first.flip(), file.size());
            MemorySegment all =
                    file.map(FileChannel.MapMode.READ_ONLY, 0, file.size(), Arena.ofAuto());
            Segment segment = new Segment(path, header, all);
            CRC32C table = new CRC32C();
            table.update(segment.checksums.asByteBuffer());
            if ((int) table.getValue() != header.table()) {
                throw new IOException(path + ": damaged: its table of checksums differs");
            }
            return segment;
        }
    }

    /// What its keys are.
    public DigestKind kind() {
        return header.kind();
    }

    /// How many rows it has.
    public int size() {
        return (int) header.count();
    }

    Rows rows() {
        return header.rows();
    }

    /// Whether rows refer to something.
    public boolean references() {
        return header.rows().references();
    }

    /// Looks up keys that lie one behind the other.
    ///
    /// @param permission fresh, or nothing is looked up
    /// @param keys       `at.length` keys
    /// @param at         filled with the first row of each key, -1 where there is none
    /// @throws vigie.model.casefile.Refusal of kind `BASIS` where the check is not fresh
    public void find(Checked permission, Clock clock, byte[] keys, int[] at) throws IOException {
        permission.requireFresh(clock);
        if (keys.length != at.length * kind().width()) {
            throw new IllegalArgumentException("not as many keys as places");
        }
        new Batch(this, keys).find(at);
    }

    /// The keys of one call.
    private static final class Batch {
        private final Segment segment;
        private final MemorySegment rows;
        private final long stride;
        private final int width;
        private final byte[] keys;
        private final int[] which = new int[GROUP];
        private final long[] heads = new long[GROUP];
        private final int[] low = new int[GROUP];
        private final int[] high = new int[GROUP];
        private final int[] guess = new int[GROUP];
        private final long[] found = new long[GROUP];

        Batch(Segment segment, byte[] keys) {
            this.segment = segment;
            rows = segment.rows;
            stride = segment.header.rows().stride();
            width = segment.kind().width();
            this.keys = keys;
        }

        void find(int[] at) throws IOException {
            long[] order = order(at.length);
            for (int from = 0; from < at.length; from += GROUP) {
                int count = Math.min(GROUP, at.length - from);
                for (int i = 0; i < count; i++) {
                    which[i] = order.length == 0 ? from + i : (int) order[from + i];
                }
                buckets(count);
                guesses(count);
                for (int i = 0; i < count; i++) {
                    at[which[i]] = low[i] == high[i] ? -1 : walk(which[i], i);
                }
            }
        }

        /// The numbers of the keys, in the low half, in about the order of the keys: so that what
        /// they touch lies side by side. Empty for so few keys that it does not pay.
        private long[] order(int count) {
            if (count < ORDERED) {
                return new long[0];
            }
            long[] order = new long[count];
            for (int i = 0; i < count; i++) {
                order[i] = (long) KEY.get(keys, i * width) & HIGH ^ Long.MIN_VALUE | i;
            }
            Arrays.sort(order);
            return order;
        }

        private void buckets(int count) throws IOException {
            MemorySegment directory = segment.directory;
            long start = segment.header.directory() - SegmentHeader.SIZE;
            for (int i = 0; i < count; i++) {
                long head = (long) KEY.get(keys, which[i] * width);
                heads[i] = head;
                long entry = (head >>> segment.shift) * Integer.BYTES;
                segment.verify(start + entry, 2 * Integer.BYTES);
                low[i] = directory.get(SegmentHeader.INT, entry);
                high[i] = directory.get(SegmentHeader.INT, entry + Integer.BYTES);
            }
        }

        private void guesses(int count) throws IOException {
            int bits = segment.header.bits();
            for (int i = 0; i < count; i++) {
                int size = high[i] - low[i];
                if (size == 0) {
                    continue;
                }
                if (size < 0 || high[i] > segment.size()) {
                    throw new IOException(segment.path + ": damaged: its directory is no order");
                }
                segment.verify(low[i] * stride, size * stride);
                // The bits behind those of the bucket say how far into it the key is.
                long share = heads[i] << bits >>> 32;
                guess[i] = low[i] + (int) (size * share >>> 32);
                found[i] = rows.get(Rows.WORD, guess[i] * stride);
            }
        }

        /// From the guess to the first row that is not before the key, a step or two away.
        private int walk(int key, int i) {
            long head = heads[i];
            int row = guess[i];
            if (high[i] - low[i] > GROUP) {
                row = search(key, low[i], high[i]);
            } else if (Long.compareUnsigned(found[i], head) < 0) {
                do {
                    row++;
                } while (row < high[i] && Long.compareUnsigned(head(row), head) < 0);
            } else {
                while (row > low[i] && Long.compareUnsigned(head(row - 1), head) >= 0) {
                    row--;
                }
            }
            for (; row < high[i] && head(row) == head; row++) {
                int order = compare(row, key);
                if (order == 0) {
                    return row;
                }
                if (order > 0) {
                    break;
                }
            }
            return -1;
        }

        private long head(int row) {
            return rows.get(Rows.WORD, row * stride);
        }

        private int search(int key, int from, int to) {
            int low = from;
            int high = to;
            while (low < high) {
                int middle = low + high >>> 1;
                if (compare(middle, key) < 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private int compare(int row, int key) {
            long own = row * stride;
            int other = key * width;
            for (int at = 0; at < width; at += Long.BYTES) {
                // The last word may begin before the one before it ends.
                int offset = Math.min(at, width - Long.BYTES);
                int order =
                        Long.compareUnsigned(
                                rows.get(Rows.WORD, own + offset),
                                (long) KEY.get(keys, other + offset));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }
    }

    /// Whether this row has the same key as the one before it.
    public boolean repeats(int row) throws IOException {
        if (row == 0 || row >= size()) {
            return false;
        }
        int stride = header.rows().stride();
        verify((row - 1L) * stride, 2L * stride);
        return header.rows().compare(rows, row - 1, rows, row) == 0;
    }

    /// What a row refers to; 0 where rows refer to nothing.
    public long reference(int row) throws IOException {
        if (!references()) {
            return 0;
        }
        int stride = header.rows().stride();
        verify((long) row * stride, stride);
        return header.rows().reference(rows, row);
    }

    /// A word of the key of a row, from 0.
    public long word(int row, int number) throws IOException {
        int stride = header.rows().stride();
        verify((long) row * stride, stride);
        return header.rows().word(rows, row, number * Long.BYTES);
    }

    /// Verifies every block that no look-up has touched yet.
    public void verify() throws IOException {
        verify(0, covered.byteSize());
    }

    MemorySegment verifiedRows() throws IOException {
        verify();
        return rows;
    }

    private void verify(long from, long length) throws IOException {
        int last = (int) (from + length - 1 >>> 16);
        for (int block = (int) (from >>> 16); block <= last; block++) {
            if ((verified[block >> 6] & 1L << block) == 0) {
                verify(block);
            }
        }
    }

    private void verify(int block) throws IOException {
        long from = (long) block * SegmentHeader.BLOCK;
        long length = Math.min(SegmentHeader.BLOCK, covered.byteSize() - from);
        CRC32C checksum = new CRC32C();
        checksum.update(covered.asSlice(from, length).asByteBuffer());
        if ((int) checksum.getValue()
                != checksums.get(SegmentHeader.INT, (long) block * Integer.BYTES)) {
            throw new IOException(path + ": damaged: block " + block + " is not what was written");
        }
        verified[block >> 6] |= 1L << block;
    }

    @Override
    public String toString() {
        return Arrays.toString(new Object[] {path, header});
    }
}
