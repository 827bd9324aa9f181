package vigie.media.near.search;

import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Finds all hashes of columns that lie near given needles, the cheaper way.
///
/// Which way is cheaper is estimated for each column from the work that a sample of it would cause,
/// so hashes that crowd together make no search slow that would be fast otherwise. The answer does
/// not depend on it.
public final class Search {
    /// Nanoseconds, measured on one core with AVX-512: what the estimate weighs. On another
    /// processor they are wrong together, and the worse way may be taken.
    private static final double COMPARED = 0.14;

    private static final double PLACED = 4;
    private static final double LOOKED_UP = 30;
    private static final double CANDIDATE = 1.5;

    /// Tiles of a column that the estimate looks at.
    private static final int SAMPLE = 4;

    /// Tiles that are searched by one thread before what it found is handed on.
    private static final int SHARE = 64;

    private final Needles needles;
    private final int limit;
    private final Scan scan;
    private @Nullable Pigeonholes holes;

    /// A search for some needles, which may be run over many columns.
    ///
    /// @param limit by how many bits a hash may differ from a needle, 0 to 256
    public Search(Needles needles, int limit) {
        if (limit < 0 || limit > 256) {
            throw new IllegalArgumentException("not a distance: " + limit);
        }
        this.needles = needles;
        this.limit = limit;
        this.scan = new Scan(needles, limit);
    }

    /// Hands over all hashes of a column that lie near, from one thread at a time.
    public void run(HashColumn column, Cores cores, Hits hits) {
        Way way = cheaper(column);
        long tiles = column.tiles();
        LongStream shares = LongStream.range(0, (tiles + SHARE - 1) / SHARE);
        switch (cores) {
            case ONE -> way.search(column, 0, tiles, hits);
            case ALL ->
                    shares.parallel()
                            .forEach(
                                    share -> {
                                        HitList found = new HitList();
                                        long from = share * SHARE;
                                        long to = Math.min(from + SHARE, tiles);
                                        way.search(column, from, to, found.flushingTo(hits));
                                        found.flush(hits);
                                    });
        }
    }

    Way cheaper(HashColumn column) {
        double scanned = COMPARED * column.size() * needles.size();
        if (limit > Pigeonholes.REACH) {
            return scan;
        }
        double fixed = LOOKED_UP * column.size() + (holes == null ? placing() : 0);
        if (scanned <= fixed) {
            return scan;
        }
        Pigeonholes made = holes();
        long candidates = 0;
        long looked = 0;
        for (int i = 0; i < SAMPLE; i++) {
            long tile = column.tiles() * i / SAMPLE;
            candidates += made.candidates(column, tile);
            looked += column.inTile(tile);
        }
        double each = CANDIDATE * candidates / looked;
        return scanned <= (LOOKED_UP + each) * column.size() ? scan : made;
    }

    private double placing() {
        return PLACED * 16 * (limit < 16 ? 1 : 17) * needles.size();
    }

    private Pigeonholes holes() {
        Pigeonholes made = holes;
        if (made == null) {
            made = new Pigeonholes(needles, limit);
            holes = made;
        }
        return made;
    }
}
