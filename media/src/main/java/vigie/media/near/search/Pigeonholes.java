package vigie.media.near.search;

/// Compares a hash only with needles that share a part with it: multi-index hashing (Norouzi,
/// Punjani, Fleet, *Fast Search in Hamming Space with Multi-Index Hashing*, CVPR 2012) turned
/// round, so that the needles of a batch are indexed and the column streams past.
///
/// A hash is sixteen parts of 16 bits. If two hashes differ by at most 31 bits, then in some part
/// by at most one: else all sixteen differed by two or more, 32 together. If by at most 15, some
/// part is equal. So each needle is put under every value that its part can have, 17 (or 1) of
/// 65,536, and a hash of the column looks under its own sixteen values. Nothing is kept for the
/// column; a full batch takes 26 MB of heap.
final class Pigeonholes implements Way {
    /// The greatest distance for which some part differs by one bit at most.
    static final int REACH = 31;

    private static final int PARTS = 16;
    private static final int VALUES = 1 << 16;

    private final Needles needles;
    private final int limit;

    /// By how many bits a part may differ.
    private final int slack;

    /// Whether something is under a value, one bit each: small enough to stay in the cache.
    private final long[] used = new long[PARTS * VALUES / 64];

    /// Where what is under a value of a part starts, and after the last value ends.
    private final int[] starts = new int[PARTS * VALUES + 1];

    private final char[] under;

    Pigeonholes(Needles needles, int limit) {
        if (limit > REACH) {
            throw new IllegalArgumentException("not beyond " + REACH);
        }
        this.needles = needles;
        this.limit = limit;
        this.slack = limit / PARTS;
        this.under = new char[PARTS * (slack == 0 ? 1 : 17) * needles.size()];
        fill();
    }

    private void fill() {
        int[] ends = starts;
        each((value, _) -> ends[value + 1]++);
        for (int i = 1; i < ends.length; i++) {
            ends[i] += ends[i - 1];
        }
        int[] next = new int[PARTS * VALUES];
        System.arraycopy(starts, 0, next, 0, next.length);
        each(
                (value, needle) -> {
                    under[next[value]++] = (char) needle;
                    used[value >>> 6] |= 1L << value;
                });
    }

    @FunctionalInterface
    private interface Place {
        void put(int value, int needle);
    }

    private void each(Place place) {
        for (int part = 0; part < PARTS; part++) {
            for (int needle = 0; needle < needles.size(); needle++) {
                int value = part(needles.word(needle, part / 4), part);
                place.put(part * VALUES + value, needle);
                for (int bit = 0; slack > 0 && bit < 16; bit++) {
                    place.put(part * VALUES + (value ^ 1 << bit), needle);
                }
            }
        }
    }

    private static int part(long word, int part) {
        return (int) (word >>> 48 - part % 4 * 16) & 0xffff;
    }

    /// With how many needles the hashes of a tile would be compared, altogether.
    long candidates(HashColumn column, long tile) {
        long sum = 0;
        for (int i = 0; i < column.inTile(tile); i++) {
            var hash = column.get(tile * HashColumn.TILE + i);
            for (int part = 0; part < PARTS; part++) {
                long word =
                        switch (part / 4) {
                            case 0 -> hash.w0();
                            case 1 -> hash.w1();
                            case 2 -> hash.w2();
                            default -> hash.w3();
                        };
                int value = part * VALUES + part(word, part);
                sum += starts[value + 1] - starts[value];
            }
        }
        return sum;
    }

    @Override
    public void search(HashColumn column, long from, long to, Hits hits) {
        int[] planes = new int[4 * HashColumn.TILE];
        long[] second = new long[2 * HashColumn.TILE];
        for (long tile = from; tile < to; tile++) {
            column.first(tile, planes);
            column.second(tile, second);
            int count = column.inTile(tile);
            for (int i = 0; i < count; i++) {
                long w0 = HashColumn.pair(planes[i], planes[i + HashColumn.TILE]);
                long w1 =
                        HashColumn.pair(
                                planes[i + 2 * HashColumn.TILE], planes[i + 3 * HashColumn.TILE]);
                long entry = tile * HashColumn.TILE + i;
                word(0, w0, w0, w1, second[2 * i], second[2 * i + 1], entry, hits);
                word(1, w1, w0, w1, second[2 * i], second[2 * i + 1], entry, hits);
                word(2, second[2 * i], w0, w1, second[2 * i], second[2 * i + 1], entry, hits);
                word(3, second[2 * i + 1], w0, w1, second[2 * i], second[2 * i + 1], entry, hits);
            }
        }
    }

    /// Compares a hash with what is under the four parts of one of its words.
    private void word(
            int number, long word, long w0, long w1, long w2, long w3, long entry, Hits hits) {
        for (int part = 4 * number; part < 4 * number + 4; part++) {
            int value = part * VALUES + part(word, part);
            if ((used[value >>> 6] >>> value & 1) == 0) {
                continue;
            }
            int end = starts[value + 1];
            for (int at = starts[value]; at < end; at++) {
                int needle = under[at];
                int distance =
                        Long.bitCount(needles.first[2 * needle] ^ w0)
                                + Long.bitCount(needles.first[2 * needle + 1] ^ w1);
                if (distance <= limit) {
                    long x2 = needles.second[2 * needle] ^ w2;
                    long x3 = needles.second[2 * needle + 1] ^ w3;
                    distance += Long.bitCount(x2) + Long.bitCount(x3);
                    if (distance <= limit && !met(part, needle, w0, w1, x2, x3)) {
                        hits.hit(needle, entry, distance);
                    }
                }
            }
        }
    }

    /// Whether a needle was already met under an earlier part.
    private boolean met(int part, int needle, long w0, long w1, long x2, long x3) {
        long x0 = needles.first[2 * needle] ^ w0;
        long x1 = needles.first[2 * needle + 1] ^ w1;
        for (int earlier = 0; earlier < part; earlier++) {
            long word = earlier < 8 ? earlier < 4 ? x0 : x1 : earlier < 12 ? x2 : x3;
            if (Integer.bitCount(part(word, earlier)) <= slack) {
                return true;
            }
        }
        return false;
    }
}
