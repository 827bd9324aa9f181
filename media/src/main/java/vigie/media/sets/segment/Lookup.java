package vigie.media.sets.segment;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// The keys of one look-up in a segment.
///
/// The directory holds, for the first bits of a key, the number of the first row that starts with
/// them; within a bucket a key is near where its next bits say. Keys are taken in about their
/// order, so that what they touch lies side by side, and in groups, so that the memory fetches of
/// several are under way together.
final class Lookup {
    /// As many as keep the memory busy; more gain nothing.
    private static final int GROUP = 64;

    /// From so many keys on, putting them in order costs less than it saves.
    private static final int ORDERED = 4096;

    /// Bits of a key that one pass of the ordering tells apart; there are two.
    private static final int PASS = 9;

    private static final VarHandle KEY =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /// Two numbers of the directory that lie side by side.
    private static final ValueLayout.OfLong PAIR =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Segment segment;
    private final MemorySegment rows;
    private final MemorySegment directory;
    private final long stride;
    private final int width;
    private final int bits;
    private final boolean verified;
    private final byte[] keys;

    /// The first words of the keys, and the numbers of the keys, in about the order of the keys.
    private long[] heads;
    private int[] which;

    private final int[] low = new int[GROUP];
    private final int[] high = new int[GROUP];
    private final int[] guess = new int[GROUP];
    private final long[] found = new long[GROUP];

    Lookup(Segment segment, byte[] keys, int count) {
        this.segment = segment;
        this.keys = keys;
        rows = segment.mapped();
        directory = segment.directory();
        stride = segment.rows().stride();
        width = segment.kind().width();
        bits = segment.bits();
        verified = segment.whole();
        heads = new long[count];
        which = new int[count];
        for (int i = 0; i < count; i++) {
            heads[i] = (long) KEY.get(keys, i * width);
            which[i] = i;
        }
        if (count >= ORDERED) {
            order(Long.SIZE - 2 * PASS);
            order(Long.SIZE - PASS);
        }
    }

    /// Sorts by the bits from `shift` on, without changing the order of equal ones.
    private void order(int shift) {
        int count = heads.length;
        int[] next = new int[(1 << PASS) + 1];
        int mask = (1 << PASS) - 1;
        for (long head : heads) {
            next[((int) (head >>> shift) & mask) + 1]++;
        }
        for (int i = 1; i <= mask; i++) {
            next[i] += next[i - 1];
        }
        long[] sorted = new long[count];
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) {
            long head = heads[i];
            int to = next[(int) (head >>> shift) & mask]++;
            sorted[to] = head;
            numbers[to] = which[i];
        }
        heads = sorted;
        which = numbers;
    }

    void find(int[] at) throws IOException {
        for (int from = 0; from < at.length; from += GROUP) {
            int count = Math.min(GROUP, at.length - from);
            buckets(from, count);
            guesses(from, count);
            for (int i = 0; i < count; i++) {
                at[which[from + i]] = low[i] == high[i] ? -1 : walk(from + i, i);
            }
        }
    }

    private void buckets(int from, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            long entry = (heads[from + i] >>> Long.SIZE - bits) * Integer.BYTES;
            if (!verified) {
                segment.verify(rows.byteSize() + entry, 2 * Integer.BYTES);
            }
            long pair = directory.get(PAIR, entry);
            low[i] = (int) pair;
            high[i] = (int) (pair >>> Integer.SIZE);
        }
    }

    private void guesses(int from, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            int size = high[i] - low[i];
            if (size == 0) {
                continue;
            }
            if (size < 0 || low[i] < 0 || high[i] > segment.size()) {
                throw segment.damaged("its directory is no order");
            }
            if (!verified) {
                segment.verify(low[i] * stride, size * stride);
            }
            // The bits behind those of the bucket say how far into it the key is.
            long share = heads[from + i] << bits >>> Integer.SIZE;
            guess[i] = low[i] + (int) (size * share >>> Integer.SIZE);
            found[i] = rows.get(Rows.WORD, guess[i] * stride);
        }
    }

    /// From the guess to the first row that is not before the key, a step or two away.
    private int walk(int number, int i) {
        long head = heads[number];
        int row = guess[i];
        if (high[i] - low[i] > GROUP) {
            row = search(which[number], low[i], high[i]);
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
            int order = compare(row, which[number]);
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
