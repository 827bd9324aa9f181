package vigie.evidence.jsonstream;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Eight bytes at a time: the lowest set bit of each mask tells the first byte that matches, since
/// a subtraction that borrows can only mark bytes above one that truly matches.
final class Words {
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long SPACES = ONES * ' ';
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';

    private Words() {}

    /// The eight bytes at `index`, the first in the lowest bits.
    static long at(byte[] bytes, int index) {
        return (long) LONGS.get(bytes, index);
    }

    /// Marks quotes, backslashes and control characters.
    static long special(long word) {
        long quote = word ^ QUOTES;
        long backslash = word ^ BACKSLASHES;
        return ((quote - ONES & ~quote) | (backslash - ONES & ~backslash) | (word - SPACES & ~word))
                & HIGHS;
    }

    /// Marks bytes outside ASCII.
    static long nonAscii(long word) {
        return word & HIGHS;
    }

    /// How many spaces start the word, up to eight.
    static int spaces(long word) {
        return Long.numberOfTrailingZeros(word ^ SPACES) >>> 3;
    }

    /// Which byte the lowest set bit of a mask belongs to.
    static int index(long mask) {
        return Long.numberOfTrailingZeros(mask) >>> 3;
    }

    /// The first `length` bytes of the word, where that is less than eight.
    static long first(long word, int length) {
        return word & (1L << (length << 3)) - 1;
    }

    /// Spreads the start, the end and the length of some bytes over the highest bits.
    static long hash(long start, long end, int length) {
        return (start * 0x9E3779B97F4A7C15L ^ Long.rotateLeft(end * 0xC2B2AE3D27D4EB4FL, 29))
                * (0xD6E8FEB86659FD93L + (length << 1));
    }
}
