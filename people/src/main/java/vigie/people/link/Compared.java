package vigie.people.link;

import java.util.Arrays;
import java.util.List;

/// One part of the pairs that were compared: for each, in the order in which the rules give them,
/// the number of its pattern.
final class Compared {
    private static final int CHUNK = 1 << 16;

    private final LongMap patterns = new LongMap(1 << 10);
    private long[] counts = new long[1 << 10];
    private int[][] chunks = new int[16][];
    private int size;

    static Compared of(
            List<Blocking.Rule> rules,
            Kinds kinds,
            List<Comparison> own,
            int[] bases,
            int part,
            int parts) {
        Compared compared = new Compared();
        int[] levels = new int[bases.length];
        Comparison[] each = own.toArray(Comparison[]::new);
        Blocking.pairs(
                rules,
                kinds,
                part,
                parts,
                (left, right) -> {
                    for (int c = 0; c < each.length; c++) {
                        levels[c] = each[c].level(left, right);
                    }
                    compared.add(Patterns.pack(levels, bases));
                });
        return compared;
    }

    private void add(long pattern) {
        int number = patterns.number(pattern);
        if (number >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(number + 1, counts.length * 2));
        }
        counts[number]++;
        int chunk = size / CHUNK;
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, chunk * 2);
        }
        if (size % CHUNK == 0) {
            chunks[chunk] = new int[CHUNK];
        }
        chunks[chunk][size++ % CHUNK] = number;
    }

    int size() {
        return size;
    }

    /// The patterns that were met, numbered.
    LongMap patterns() {
        return patterns;
    }

    /// The pattern of a pair.
    int at(int pair) {
        return chunks[pair / CHUNK][pair % CHUNK];
    }

    long count(int number) {
        return counts[number];
    }
}
