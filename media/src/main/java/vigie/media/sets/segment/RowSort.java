package vigie.media.sets.segment;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// Sorts rows by their keys, and by their order of coming where keys are the same.
///
/// A byte at a time splits the rows (most significant digit first) until a part fits the cache; a
/// part is sorted as longs, each the next six bytes of a key and the number of its row, which the
/// JDK sorts with vectors; what is still the same goes on behind those bytes. No input makes it
/// slower than one pass for each byte of the key, nor needs more than the other buffer.
final class RowSort {
    private static final int INDEX_BITS = 16;
    private static final int SMALL = 1 << INDEX_BITS;
    private static final int STEP = (Long.SIZE - INDEX_BITS) / Byte.SIZE;

    private final Rows rows;
    private final long[] packed = new long[SMALL];

    RowSort(Rows rows) {
        this.rows = rows;
    }

    /// Sorts the first `count` rows; `other` is as large, and is overwritten.
    void sort(MemorySegment data, MemorySegment other, long count) {
        sort(data, other, 0, count, 0, false);
    }

    /// The rows lie in `a`; sorted they lie in `b` if `across`, else in `a`.
    private void sort(
            MemorySegment a, MemorySegment b, long from, long count, int offset, boolean across) {
        if (count > SMALL && offset < rows.width()) {
            split(a, b, from, count, offset, across);
        } else if (count > 1 && offset < rows.width()) {
            small(a, b, from, (int) count, offset, across);
        } else if (across) {
            move(a, b, from, count);
        }
    }

    private void move(MemorySegment a, MemorySegment b, long from, long count) {
        int stride = rows.stride();
        MemorySegment.copy(a, from * stride, b, from * stride, count * stride);
    }

    private void split(
            MemorySegment a, MemorySegment b, long from, long count, int offset, boolean across) {
        int stride = rows.stride();
        long[] starts = new long[257];
        long first = from * stride + offset;
        for (long i = 0; i < count; i++) {
            starts[1 + byteAt(a, first + i * stride)]++;
        }
        for (int i = 1; i <= 256; i++) {
            starts[i] += starts[i - 1];
        }
        long[] next = Arrays.copyOf(starts, 256);
        for (long i = 0; i < count; i++) {
            long at = from + next[byteAt(a, first + i * stride)]++;
            MemorySegment.copy(a, (from + i) * stride, b, at * stride, stride);
        }
        for (int i = 0; i < 256; i++) {
            sort(b, a, from + starts[i], starts[i + 1] - starts[i], offset + 1, !across);
        }
    }

    private static int byteAt(MemorySegment segment, long at) {
        return segment.get(java.lang.foreign.ValueLayout.JAVA_BYTE, at) & 0xFF;
    }

    private void small(
            MemorySegment a, MemorySegment b, long from, int count, int offset, boolean across) {
        for (int i = 0; i < count; i++) {
            long word = rows.word(a, from + i, offset);
            packed[i] = (word & -SMALL | i) ^ Long.MIN_VALUE;
        }
        Arrays.sort(packed, 0, count);
        boolean ties = false;
        for (int i = 0; i < count; i++) {
            rows.copy(a, from + (packed[i] & SMALL - 1), b, from + i);
            ties |=
                    i > 0
                            && (packed[i] ^ packed[i - 1]) < SMALL
                            && (packed[i] ^ packed[i - 1]) >= 0;
        }
        if (!across) {
            move(b, a, from, count);
        }
        if (ties) {
            untie(across ? b : a, across ? a : b, from, count, offset);
        }
    }

    private void untie(
            MemorySegment sorted, MemorySegment other, long from, int count, int offset) {
        int first = 0;
        for (int i = 1; i <= count; i++) {
            if (i == count
                    || prefix(sorted, from + i, offset) != prefix(sorted, from + first, offset)) {
                if (i - first > 1) {
                    sort(sorted, other, from + first, i - first, offset + STEP, false);
                }
                first = i;
            }
        }
    }

    private long prefix(MemorySegment sorted, long row, int offset) {
        return rows.word(sorted, row, offset) & -SMALL;
    }
}
