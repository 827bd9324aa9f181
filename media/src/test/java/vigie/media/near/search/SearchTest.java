package vigie.media.near.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vigie.media.pdq.PdqHash;

class SearchTest {
    private static final PdqHash ZERO = new PdqHash(0, 0, 0, 0);
    private static final int[] DISTANCES = {0, 1, 15, 16, 30, 31, 32, 64, 128, 255, 256};

    @Test
    void random_hashes_are_found_as_by_counting() {
        differ(random(3000, 1), random(40, 2));
    }

    @Test
    void clustered_hashes_are_found_as_by_counting() {
        List<PdqHash> centres = random(12, 3);
        differ(clustered(centres, 2500, 40, 4), clustered(centres, 60, 40, 5));
    }

    @Test
    void hashes_that_are_all_equal_are_all_found() {
        differ(Collections.nCopies(2100, ZERO), List.of(ZERO, new PdqHash(1, 0, 0, 7)));
        PdqHash some = random(1, 6).getFirst();
        differ(Collections.nCopies(1024, some), Collections.nCopies(5, some));
    }

    @Test
    void opposite_hashes_are_256_apart() {
        List<PdqHash> ones = List.of(new PdqHash(-1, -1, -1, -1));
        differ(ones, List.of(ZERO));
        assertEquals(List.of("0 0 256"), found(List.of(ZERO), ones, 256, Cores.ONE));
        assertEquals(List.of(), found(List.of(ZERO), ones, 255, Cores.ONE));
    }

    @Test
    void nothing_is_found_in_nothing_and_for_nothing() {
        differ(List.of(), random(3, 7));
        differ(random(3, 8), List.of());
    }

    @Test
    void bits_at_the_limit_are_found_wherever_they_are() {
        SplittableRandom random = new SplittableRandom(9);
        PdqHash hash = random(1, 10).getFirst();
        List<PdqHash> needles = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            needles.add(Proof.turned(hash, 31 + i % 2, random));
        }
        // Two bits in fifteen parts and one in the last: the least that pigeonholes can see.
        needles.add(spread(hash));
        assertEquals(31, hash.distance(needles.getLast()));
        Pigeonholes holes = new Pigeonholes(new Needles(needles), 31);
        List<String> met = new ArrayList<>();
        holes.search(HashColumn.of(List.of(hash)), 0, 1, collect(met));
        assertEquals(1001, met.size());
        differ(List.of(hash), needles);
    }

    private static PdqHash spread(PdqHash hash) {
        long two = 0x8001_8001_8001_8001L;
        return new PdqHash(
                hash.w0() ^ two,
                hash.w1() ^ two,
                hash.w2() ^ two,
                hash.w3() ^ 0x8001_8001_8001_8000L);
    }

    @Test
    void a_column_of_several_slabs_is_searched_to_its_end_by_all_cores() {
        List<PdqHash> many = random(140_000, 11);
        List<PdqHash> needles = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(12);
        for (int at : new int[] {0, 1023, 1024, 65_535, 65_536, 131_072, 139_999}) {
            needles.add(Proof.turned(many.get(at), 31, random));
        }
        List<String> expected = counted(many, needles, 31);
        assertEquals(7, expected.size());
        assertEquals(expected, found(many, needles, 31, Cores.ALL));
        assertEquals(expected, found(many, needles, 31, Cores.ONE));
    }

    @Test
    void many_needles_are_looked_for_by_pigeonholes_and_few_by_a_scan() {
        HashColumn column = HashColumn.of(random(100_000, 13));
        assertInstanceOf(
                Pigeonholes.class, new Search(new Needles(random(3000, 14)), 31).cheaper(column));
        assertInstanceOf(Scan.class, new Search(new Needles(random(10, 15)), 31).cheaper(column));
        assertInstanceOf(Scan.class, new Search(new Needles(random(3000, 16)), 32).cheaper(column));
    }

    @Test
    void where_hashes_crowd_together_everything_is_compared() {
        HashColumn column = HashColumn.of(clustered(List.of(ZERO), 20_000, 6, 17));
        Needles needles = new Needles(clustered(List.of(ZERO), 3000, 6, 18));
        assertInstanceOf(Scan.class, new Search(needles, 31).cheaper(column));
    }

    @Test
    void what_is_no_distance_or_too_much_is_refused() {
        Needles needles = new Needles(List.of());
        assertThrows(IllegalArgumentException.class, () -> new Search(needles, -1));
        assertThrows(IllegalArgumentException.class, () -> new Search(needles, 257));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Needles(Collections.nCopies(Needles.MOST + 1, ZERO)));
    }

    /// Compares both ways and the chosen one with plain counting, at all distances.
    private static void differ(List<PdqHash> entries, List<PdqHash> hashes) {
        HashColumn column = HashColumn.of(entries);
        Needles needles = new Needles(hashes);
        for (int distance : DISTANCES) {
            List<String> expected = counted(entries, hashes, distance);
            assertEquals(expected, sorted(new Scan(needles, distance), column), "scan " + distance);
            if (distance <= Pigeonholes.REACH) {
                assertEquals(
                        expected,
                        sorted(new Pigeonholes(needles, distance), column),
                        "pigeonholes " + distance);
            }
            assertEquals(expected, found(entries, hashes, distance, Cores.ALL));
        }
    }

    private static List<String> sorted(Way way, HashColumn column) {
        return sorted(hits -> way.search(column, 0, column.tiles(), hits));
    }

    private static List<String> found(
            List<PdqHash> entries, List<PdqHash> needles, int distance, Cores cores) {
        HashColumn column = HashColumn.of(entries);
        return sorted(hits -> new Search(new Needles(needles), distance).run(column, cores, hits));
    }

    private static List<String> sorted(Consumer<Hits> search) {
        List<String> found = new ArrayList<>();
        search.accept(collect(found));
        Collections.sort(found);
        return found;
    }

    private static Hits collect(List<String> found) {
        return (needle, entry, distance) -> found.add(needle + " " + entry + " " + distance);
    }

    private static List<String> counted(
            List<PdqHash> entries, List<PdqHash> needles, int distance) {
        List<String> found = new ArrayList<>();
        for (int needle = 0; needle < needles.size(); needle++) {
            for (int entry = 0; entry < entries.size(); entry++) {
                int bits = needles.get(needle).distance(entries.get(entry));
                if (bits <= distance) {
                    found.add(needle + " " + entry + " " + bits);
                }
            }
        }
        Collections.sort(found);
        return found;
    }

    static List<PdqHash> random(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<PdqHash> hashes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            hashes.add(
                    new PdqHash(
                            random.nextLong(),
                            random.nextLong(),
                            random.nextLong(),
                            random.nextLong()));
        }
        return hashes;
    }

    static List<PdqHash> clustered(List<PdqHash> centres, int count, int bits, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<PdqHash> hashes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            PdqHash centre = centres.get(random.nextInt(centres.size()));
            hashes.add(Proof.turned(centre, random.nextInt(bits + 1), random));
        }
        return hashes;
    }
}
