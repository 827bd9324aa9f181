package vigie.media.near;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vigie.media.near.search.Cores;
import vigie.media.pdq.PdqHash;

class PairsTest {
    private static final PdqHash GARDEN = new PdqHash(1, 2, 3, 4);
    private static final PdqHash BALL = new PdqHash(-1, -2, 3, 4);

    @Test
    void all_pairs_within_the_distance_are_found_as_by_counting() {
        SplittableRandom random = new SplittableRandom(1);
        List<PdqHash> hashes = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            hashes.add(
                    i % 3 == 0
                            ? new PdqHash(
                                    random.nextLong(),
                                    random.nextLong(),
                                    random.nextLong(),
                                    random.nextLong())
                            : turned(hashes.get(random.nextInt(i)), random));
        }
        List<String> expected = new ArrayList<>();
        for (int one = 0; one < hashes.size(); one++) {
            for (int other = one + 1; other < hashes.size(); other++) {
                int distance = hashes.get(one).distance(hashes.get(other));
                if (distance <= 31) {
                    expected.add(one + " " + other + " " + distance);
                }
            }
        }
        Collections.sort(expected);
        assertEquals(expected, found(hashes, Negatives.NONE, 10_000));
    }

    /// Eight to sixteen bits from another, never equal to it.
    private static PdqHash turned(PdqHash hash, SplittableRandom random) {
        return new PdqHash(
                hash.w0() ^ 255L << random.nextInt(56),
                hash.w1() ^ 0x1f1L << random.nextInt(50),
                hash.w2() ^ 1L << random.nextInt(64),
                hash.w3() ^ 1L << random.nextInt(64));
    }

    @Test
    void equal_hashes_are_told_once_with_the_first() {
        assertEquals(
                List.of("0 1 31", "0 3 0", "0 4 0", "2 5 0"),
                found(
                        List.of(GARDEN, bits(GARDEN, 31), BALL, GARDEN, GARDEN, BALL),
                        Negatives.NONE,
                        10));
    }

    @Test
    void a_hash_that_too_many_are_near_is_a_flood_with_its_count() {
        List<PdqHash> hashes =
                List.of(GARDEN, bits(GARDEN, 20), bits(BALL, 1), bits(GARDEN, 40), BALL, GARDEN);
        assertEquals(
                List.of("0 1 20", "0 5 0", "1 3 20", "2 4 1"), found(hashes, Negatives.NONE, 2));
        assertEquals(List.of("0 5 0", "1 flood 2", "2 4 1"), found(hashes, Negatives.NONE, 1));
    }

    @Test
    void what_is_near_a_negative_is_near_nothing() {
        Negatives logo = new Negatives(List.of(new Negatives.Negative(GARDEN, 1, "a logo")));
        List<PdqHash> hashes =
                List.of(GARDEN, GARDEN, bits(GARDEN, 1), bits(GARDEN, 2), BALL, BALL);
        assertEquals(List.of("4 5 0"), found(hashes, logo, 10));
        assertEquals(3, new Pairs(hashes, logo).silenced());
    }

    @Test
    void nothing_and_one_hash_have_no_pairs() {
        assertEquals(List.of(), found(List.of(), Negatives.NONE, 10));
        assertEquals(List.of(), found(List.of(GARDEN), Negatives.NONE, 10));
    }

    private static List<String> found(List<PdqHash> hashes, Negatives negatives, int flood) {
        List<String> found = new ArrayList<>();
        new Pairs(hashes, negatives)
                .find(
                        31,
                        flood,
                        1,
                        Cores.ALL,
                        new Pairs.Sink() {
                            @Override
                            public void pair(int one, int other, int distance) {
                                found.add(one + " " + other + " " + distance);
                            }

                            @Override
                            public void flood(int hash, long count) {
                                found.add(hash + " flood " + count);
                            }
                        });
        Collections.sort(found);
        return found;
    }

    private static PdqHash bits(PdqHash hash, int count) {
        return new PdqHash(hash.w0() ^ (1L << count) - 1, hash.w1(), hash.w2(), hash.w3());
    }
}
