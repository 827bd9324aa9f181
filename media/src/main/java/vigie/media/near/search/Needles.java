package vigie.media.near.search;

import java.util.List;
import vigie.media.pdq.PdqHash;

/// Hashes that are looked for together, numbered from 0.
public final class Needles {
    /// How many may be looked for at once: their numbers fit in 16 bits.
    public static final int MOST = 32_768;

    /// Words 0 and 1 of each, what most comparisons end with.
    final long[] first;

    /// Words 2 and 3 of each.
    final long[] second;

    /// Hashes numbered in their order.
    ///
    /// @throws IllegalArgumentException if they are more than [#MOST]
    public Needles(List<PdqHash> hashes) {
        if (hashes.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " at once");
        }
        first = new long[2 * hashes.size()];
        second = new long[2 * hashes.size()];
        int at = 0;
        for (PdqHash hash : hashes) {
            first[at] = hash.w0();
            first[at + 1] = hash.w1();
            second[at] = hash.w2();
            second[at + 1] = hash.w3();
            at += 2;
        }
    }

    /// How many they are.
    public int size() {
        return first.length / 2;
    }

    /// Word 0 to 3 of one.
    long word(int needle, int word) {
        return word < 2 ? first[2 * needle + word] : second[2 * needle + word - 2];
    }
}
