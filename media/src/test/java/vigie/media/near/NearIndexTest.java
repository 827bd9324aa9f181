package vigie.media.near;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import vigie.media.near.Answer.Near;
import vigie.media.near.search.Cores;
import vigie.media.near.search.HashColumn;
import vigie.media.pdq.PdqHash;

class NearIndexTest {
    private static final PdqHash GARDEN = new PdqHash(0x0123456789abcdefL, 2, 3, 4);
    private static final PdqHash BALL = new PdqHash(~0x0123456789abcdefL, ~2L, 3, 4);

    @Test
    void each_part_is_matched_within_its_own_distance() {
        NearIndex index =
                index(
                        Negatives.NONE,
                        FloodGuard.USUAL,
                        part(31, GARDEN, bits(GARDEN, 31), bits(GARDEN, 32)),
                        part(0, GARDEN, bits(GARDEN, 1)),
                        part(40, BALL, bits(GARDEN, 40)));
        assertEquals(
                new Answer.Listed(
                        List.of(
                                new Near(0, 0, 0),
                                new Near(1, 0, 0),
                                new Near(0, 1, 31),
                                new Near(2, 1, 40))),
                index.near(GARDEN, Cores.ONE));
    }

    @Test
    void answers_of_a_batch_come_in_its_order() {
        NearIndex index = index(Negatives.NONE, FloodGuard.USUAL, part(31, BALL, GARDEN));
        NearIndex.Batch batch = index.batch(List.of(GARDEN, BALL, GARDEN), Cores.ALL);
        assertEquals(List.of(listed(1), listed(0), listed(1)), batch.answers());
        assertEquals(List.of(), batch.crowded());
    }

    private static Answer listed(long entry) {
        return new Answer.Listed(List.of(new Near(0, entry, 0)));
    }

    @Test
    void what_is_near_a_negative_is_silenced_by_its_number() {
        Negatives negatives =
                new Negatives(
                        List.of(
                                new Negatives.Negative(BALL, 10, "a logo"),
                                new Negatives.Negative(bits(GARDEN, 5), 5, "a blank frame")));
        NearIndex index = index(negatives, FloodGuard.USUAL, part(31, GARDEN));
        assertEquals(new Answer.Silenced(1), index.near(GARDEN, Cores.ONE));
        assertEquals(
                new Answer.Listed(List.of(new Near(0, 0, 11))),
                index.near(bits(GARDEN, 11), Cores.ONE));
    }

    @Test
    void a_hash_that_matches_too_much_is_a_flood_with_its_count() {
        NearIndex index =
                index(
                        Negatives.NONE,
                        new FloodGuard(4, 100),
                        new Part("five", HashColumn.of(Collections.nCopies(5, GARDEN)), 31),
                        new Part("four", HashColumn.of(Collections.nCopies(4, BALL)), 31));
        assertEquals(new Answer.Flood(5), index.near(GARDEN, Cores.ONE));
        assertEquals(
                new Answer.Listed(
                        List.of(
                                new Near(1, 0, 0),
                                new Near(1, 1, 0),
                                new Near(1, 2, 0),
                                new Near(1, 3, 0))),
                index.near(BALL, Cores.ONE));
    }

    @Test
    void an_entry_that_too_many_hashes_match_is_counted_and_left_out() {
        NearIndex index =
                index(Negatives.NONE, new FloodGuard(100, 3), part(31, GARDEN, bits(GARDEN, 33)));
        List<PdqHash> hashes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            hashes.add(bits(GARDEN, i));
        }
        NearIndex.Batch batch = index.batch(hashes, Cores.ONE);
        assertEquals(List.of(new NearIndex.Crowded(0, 0, 4)), batch.crowded());
        assertEquals(new Answer.Listed(List.of()), batch.answers().getFirst());
        assertEquals(new Answer.Listed(List.of(new Near(0, 1, 31))), batch.answers().get(2));
    }

    @Test
    void an_index_of_nothing_answers_nothing() {
        assertEquals(
                new Answer.Listed(List.of()),
                index(Negatives.NONE, FloodGuard.USUAL).near(GARDEN, Cores.ALL));
        assertEquals(
                new Answer.Listed(List.of()),
                index(Negatives.NONE, FloodGuard.USUAL, part(31)).near(GARDEN, Cores.ALL));
    }

    @Test
    void what_is_no_distance_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> part(257, GARDEN));
        assertThrows(
                IllegalArgumentException.class, () -> new Negatives.Negative(BALL, -1, "a logo"));
        assertThrows(IllegalArgumentException.class, () -> new FloodGuard(0, 1));
    }

    private static NearIndex index(Negatives negatives, FloodGuard guard, Part... parts) {
        return NearIndex.open(List.of(parts), negatives, guard, 1);
    }

    private static Part part(int distance, PdqHash... hashes) {
        return new Part("part", HashColumn.of(List.of(hashes)), distance);
    }

    /// A hash with so many of its first bits turned over.
    private static PdqHash bits(PdqHash hash, int count) {
        return new PdqHash(hash.w0() ^ (1L << count) - 1, hash.w1(), hash.w2(), hash.w3());
    }
}
