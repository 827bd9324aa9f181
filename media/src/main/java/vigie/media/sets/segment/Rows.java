package vigie.media.sets.segment;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// Rows of one length in memory: a key, whose bytes order it, and eight bytes of what it refers to
/// where there is any.
///
/// @param width  of the key in bytes, at least 8
/// @param stride of a row in bytes
record Rows(int width, int stride) {
    static final ValueLayout.OfLong WORD =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    static final ValueLayout.OfLong REFERENCE =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    static Rows of(DigestKind kind, boolean references) {
        return new Rows(kind.width(), kind.width() + (references ? Long.BYTES : 0));
    }

    boolean references() {
        return stride > width;
    }

    /// Up to eight bytes of a key from `offset` on, the first in the highest bits.
    long word(MemorySegment rows, long row, int offset) {
        long at = row * stride + offset;
        int beyond = offset + Long.BYTES - width;
        return beyond <= 0 ? rows.get(WORD, at) : rows.get(WORD, at - beyond) << 8 * beyond;
    }

    /// The order of two keys.
    int compare(MemorySegment a, long row, MemorySegment b, long other) {
        for (int offset = 0; offset < width; offset += Long.BYTES) {
            int order = Long.compareUnsigned(word(a, row, offset), word(b, other, offset));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    boolean same(MemorySegment a, long row, MemorySegment b, long other) {
        return compare(a, row, b, other) == 0
                && (!references() || reference(a, row) == reference(b, other));
    }

    long reference(MemorySegment rows, long row) {
        return rows.get(REFERENCE, row * stride + width);
    }

    void copy(MemorySegment from, long row, MemorySegment to, long at) {
        MemorySegment.copy(from, row * stride, to, at * stride, stride);
    }
}
