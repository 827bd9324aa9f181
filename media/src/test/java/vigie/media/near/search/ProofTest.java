package vigie.media.near.search;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import vigie.media.pdq.PdqHash;

class ProofTest {
    private static final HashColumn COLUMN = HashColumn.of(SearchTest.random(5000, 1));

    @Test
    void ways_that_find_everything_pass() {
        for (int distance : new int[] {0, 15, 31, 100, 256}) {
            Proof.check(COLUMN, distance, 2);
        }
        Proof.check(HashColumn.of(List.of()), 31, 2);
    }

    @Test
    void a_way_that_misses_something_is_found_out() {
        lying(
                (needle, entry, distance, hits) -> {
                    if (distance < 31) {
                        hits.hit(needle, entry, distance);
                    }
                });
    }

    @Test
    void a_way_that_finds_too_much_is_found_out() {
        lying(
                (needle, entry, distance, hits) -> {
                    hits.hit(needle, entry, distance);
                    hits.hit(needle, entry, distance);
                });
    }

    @Test
    void a_way_that_counts_wrongly_is_found_out() {
        lying((needle, entry, distance, hits) -> hits.hit(needle, entry, distance / 2));
    }

    @FunctionalInterface
    private interface Lie {
        void hit(int needle, long entry, int distance, Hits hits);
    }

    private static void lying(Lie lie) {
        List<PdqHash> hashes = Proof.needles(COLUMN, 31, 2);
        Scan honest = new Scan(new Needles(hashes), 31);
        Way way =
                (column, from, to, hits) ->
                        honest.search(
                                column,
                                from,
                                to,
                                (needle, entry, distance) ->
                                        lie.hit(needle, entry, distance, hits));
        assertThrows(Unproven.class, () -> Proof.check(COLUMN, hashes, 31, 2, way));
    }
}
