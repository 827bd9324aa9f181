package vigie.media.near.search;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import vigie.media.pdq.PdqHash;

/// Compares what the ways of searching find with what plain counting finds, on a sample that a seed
/// chooses: up to eight tiles of the column, and needles made from what is in them by turning up to
/// one bit more than the limit, besides made-up ones.
///
/// It shows that this program, as compiled for this processor, finds what it should in that sample.
/// It does not show that the column holds the right hashes: its file's checksum does.
public final class Proof {
    private static final int TILES = 8;
    private static final int NEAR = 24;
    private static final int MADE_UP = 8;

    /// From so many hashes on, a search takes long enough that it should not begin uncompiled.
    private static final int LARGE = 1 << 20;

    /// What the JVM takes to compile the scan, and some more.
    private static final long WARMING = 200_000_000;

    private static final AtomicBoolean WARM = new AtomicBoolean();

    private record Found(int needle, long entry, int distance) implements Comparable<Found> {
        @Override
        public int compareTo(Found other) {
            int byNeedle = Integer.compare(needle, other.needle);
            int byEntry = byNeedle == 0 ? Long.compare(entry, other.entry) : byNeedle;
            return byEntry == 0 ? Integer.compare(distance, other.distance) : byEntry;
        }
    }

    private Proof() {}

    /// Returns if all ways of searching a column agree with plain counting.
    ///
    /// @throws Unproven if one does not
    public static void check(HashColumn column, int limit, long seed) {
        if (column.size() == 0) {
            return;
        }
        List<PdqHash> hashes = needles(column, limit, seed);
        Needles needles = new Needles(hashes);
        Scan scan = new Scan(needles, limit);
        check(column, hashes, limit, seed, scan);
        if (column.size() >= LARGE && WARM.compareAndSet(false, true)) {
            warm(column, scan);
        }
        if (limit <= Pigeonholes.REACH) {
            check(column, hashes, limit, seed, new Pigeonholes(needles, limit));
        }
    }

    /// Searches one tile again and again, once in a process, so that the first search of a large
    /// column is as fast as those after it.
    private static void warm(HashColumn column, Scan scan) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < WARMING) {
            scan.search(column, 0, 1, (_, _, _) -> {});
        }
    }

    static void check(HashColumn column, List<PdqHash> needles, int limit, long seed, Way way) {
        for (long tile : tiles(column, seed)) {
            NavigableSet<Found> expected = counted(column, tile, needles, limit);
            way.search(
                    column,
                    tile,
                    tile + 1,
                    (needle, entry, distance) -> {
                        if (!expected.remove(new Found(needle, entry, distance))) {
                            throw new Unproven("the search finds what is not near: entry " + entry);
                        }
                    });
            if (!expected.isEmpty()) {
                throw new Unproven(
                        "the search misses what is near: entry " + expected.first().entry());
            }
        }
    }

    private static NavigableSet<Found> counted(
            HashColumn column, long tile, List<PdqHash> needles, int limit) {
        NavigableSet<Found> found = new TreeSet<>();
        long first = tile * HashColumn.TILE;
        for (long entry = first; entry < first + column.inTile(tile); entry++) {
            PdqHash hash = column.get(entry);
            for (int needle = 0; needle < needles.size(); needle++) {
                int distance = hash.distance(needles.get(needle));
                if (distance <= limit) {
                    found.add(new Found(needle, entry, distance));
                }
            }
        }
        return found;
    }

    private static long[] tiles(HashColumn column, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return random.longs(TILES, 0, column.tiles()).sorted().distinct().toArray();
    }

    static List<PdqHash> needles(HashColumn column, int limit, long seed) {
        SplittableRandom random = new SplittableRandom(seed + 1);
        long[] tiles = tiles(column, seed);
        List<PdqHash> needles = new ArrayList<>();
        for (int i = 0; i < NEAR; i++) {
            long tile = tiles[i % tiles.length];
            long entry = tile * HashColumn.TILE + random.nextInt(column.inTile(tile));
            int bits = i % 3 == 2 ? random.nextInt(limit + 1) : limit + i % 3;
            needles.add(turned(column.get(entry), Math.min(bits, 256), random));
        }
        for (int i = 0; i < MADE_UP; i++) {
            needles.add(
                    new PdqHash(
                            random.nextLong(),
                            random.nextLong(),
                            random.nextLong(),
                            random.nextLong()));
        }
        return needles;
    }

    /// A hash with so many of its bits turned over, chosen at random.
    static PdqHash turned(PdqHash hash, int bits, SplittableRandom random) {
        long[] words = {hash.w0(), hash.w1(), hash.w2(), hash.w3()};
        int left = bits;
        for (int bit = 0; bit < 256; bit++) {
            if (random.nextInt(256 - bit) < left) {
                words[bit / 64] ^= 1L << bit;
                left--;
            }
        }
        return new PdqHash(words[0], words[1], words[2], words[3]);
    }
}
