package vigie.evidence.jsonstream;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Remembers what short runs of bytes were read as, so that names which repeat are decoded once;
/// of bounded size, a newer entry taking the place of an older one.
public final class ByteCache<T> {
    /// Enough for most members of a large group; 4,096 entries of at most 64 bytes.
    private static final int BITS = 12;

    private static final int LONGEST = 64;

    private final byte[][] keys = new byte[1 << BITS][];
    private final @Nullable Object[] values = new Object[1 << BITS];

    /// What these bytes were read as, if remembered; eight more bytes must be readable.
    @Nullable T find(byte[] buffer, int from, int length) {
        if (length > LONGEST) {
            return null;
        }
        int slot = slot(buffer, from, length);
        byte[] key = keys[slot];
        if (key == null || !Arrays.equals(key, 0, key.length, buffer, from, from + length)) {
            return null;
        }
        return value(slot);
    }

    void put(byte[] buffer, int from, int length, T value) {
        if (length <= LONGEST) {
            int slot = slot(buffer, from, length);
            keys[slot] = Arrays.copyOfRange(buffer, from, from + length);
            values[slot] = value;
        }
    }

    // Only `put` stores values, and it stores a T.
    @SuppressWarnings("unchecked")
    private @Nullable T value(int slot) {
        return (T) values[slot];
    }

    private static int slot(byte[] buffer, int from, int length) {
        long word = Words.at(buffer, from);
        long start = length < Long.BYTES ? Words.first(word, length) : word;
        long end = length < Long.BYTES ? 0 : Words.at(buffer, from + length - Long.BYTES);
        long middle = length <= 2 * Long.BYTES ? 0 : Words.at(buffer, from + (length >> 1) - 4);
        return (int) (Words.hash(start ^ middle, end, length) >>> Long.SIZE - BITS);
    }
}
