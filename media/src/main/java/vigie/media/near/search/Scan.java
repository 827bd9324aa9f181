package vigie.media.near.search;

/// Compares every needle with every hash of a tile while the tile is in the nearest cache.
///
/// Two hashes whose first halves differ by more than the limit differ by more altogether, so a tile
/// is first asked for the least distance of its first halves. That loop is written so that the JVM
/// compiles it to vector instructions (population count of sixteen integers at once, where the
/// processor has AVX-512): one needle at a time, planes of integers, a minimum and nothing else.
/// Where it does not, the answer is the same and takes longer.
final class Scan implements Way {
    /// Hashes that are asked together for their least distance once their tile has a near one.
    private static final int BLOCK = 128;

    private final Needles needles;
    private final int limit;

    Scan(Needles needles, int limit) {
        this.needles = needles;
        this.limit = limit;
    }

    @Override
    public void search(HashColumn column, long from, long to, Hits hits) {
        int[] planes = new int[4 * HashColumn.TILE];
        for (long tile = from; tile < to; tile++) {
            column.first(tile, planes);
            int count = column.inTile(tile);
            for (int needle = 0; needle < needles.size(); needle++) {
                long w0 = needles.first[2 * needle];
                long w1 = needles.first[2 * needle + 1];
                if (least(planes, 0, count, w0, w1) <= limit) {
                    blocks(column, tile, planes, count, needle, hits);
                }
            }
        }
    }

    /// The least distance of the first halves in a part of a tile.
    private static int least(int[] planes, int from, int to, long w0, long w1) {
        int a = (int) (w0 >>> 32);
        int b = (int) w0;
        int c = (int) (w1 >>> 32);
        int d = (int) w1;
        int least = 128;
        for (int i = from; i < to; i++) {
            least =
                    Math.min(
                            least,
                            Integer.bitCount(planes[i] ^ a)
                                    + Integer.bitCount(planes[i + HashColumn.TILE] ^ b)
                                    + Integer.bitCount(planes[i + 2 * HashColumn.TILE] ^ c)
                                    + Integer.bitCount(planes[i + 3 * HashColumn.TILE] ^ d));
        }
        return least;
    }

    private void blocks(
            HashColumn column, long tile, int[] planes, int count, int needle, Hits hits) {
        long w0 = needles.first[2 * needle];
        long w1 = needles.first[2 * needle + 1];
        for (int from = 0; from < count; from += BLOCK) {
            int to = Math.min(from + BLOCK, count);
            if (least(planes, from, to, w0, w1) > limit) {
                continue;
            }
            for (int i = from; i < to; i++) {
                int distance =
                        Integer.bitCount(planes[i] ^ (int) (w0 >>> 32))
                                + Integer.bitCount(planes[i + HashColumn.TILE] ^ (int) w0)
                                + Integer.bitCount(
                                        planes[i + 2 * HashColumn.TILE] ^ (int) (w1 >>> 32))
                                + Integer.bitCount(planes[i + 3 * HashColumn.TILE] ^ (int) w1);
                if (distance <= limit) {
                    distance +=
                            Long.bitCount(column.second(tile, i, 0) ^ needles.second[2 * needle])
                                    + Long.bitCount(
                                            column.second(tile, i, 1)
                                                    ^ needles.second[2 * needle + 1]);
                    if (distance <= limit) {
                        hits.hit(needle, tile * HashColumn.TILE + i, distance);
                    }
                }
            }
        }
    }
}
