package vigie.bench;

import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import vigie.media.near.FloodGuard;
import vigie.media.near.NearIndex;
import vigie.media.near.Negatives;
import vigie.media.near.Pairs;
import vigie.media.near.Part;
import vigie.media.near.search.Cores;
import vigie.media.near.search.HashColumn;
import vigie.media.near.search.Needles;
import vigie.media.near.search.Proof;
import vigie.media.near.search.Search;
import vigie.media.pdq.PdqHash;

/// Looks for PDQ hashes among many, random and clustered: in batches, one by one, and all pairs of
/// a case. Prints pairs decided a second of the process's CPU time, and latencies.
///
/// Arguments: how many hashes (10000000) and in how many rounds (3). Half of what is looked for is
/// made from the column. Clustered: clusters of a hundred on average, up to 20 bits from their
/// centre, as many centres as needed.
public final class NearBench {
    private static final int WITHIN = Part.ADVISED;
    private static final int CASE = 200_000;

    private NearBench() {}

    /// Runs it.
    public static void main(String[] arguments) {
        PrintStream out = System.out;
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        for (boolean clustered : new boolean[] {false, true}) {
            String kind = clustered ? "clustered" : "random";
            HashColumn column = column(count, clustered);
            long before = cpu();
            Proof.check(column, WITHIN, 1);
            out.printf("%s: %d hashes; proof %.2f CPU s%n", kind, count, (cpu() - before) / 1e9);
            for (int round = 1; round <= rounds; round++) {
                for (int size : new int[] {128, 1024, Needles.MOST}) {
                    batch(out, kind + " round " + round, column, size);
                }
                singles(out, kind + " round " + round, column);
                pairs(out, kind + " round " + round, clustered);
            }
        }
    }

    private static HashColumn column(int count, boolean clustered) {
        SplittableRandom random = new SplittableRandom(clustered ? 1 : 2);
        HashColumn.Builder builder = new HashColumn.Builder(Arena.ofAuto());
        List<PdqHash> centres = centres(count, random);
        for (int i = 0; i < count; i++) {
            builder.add(clustered ? near(centres, 20, random) : made(random));
        }
        return builder.build();
    }

    private static List<PdqHash> centres(int count, SplittableRandom random) {
        List<PdqHash> centres = new ArrayList<>();
        for (int i = 0; i < count / 100 + 1; i++) {
            centres.add(made(random));
        }
        return centres;
    }

    private static PdqHash made(SplittableRandom random) {
        return new PdqHash(
                random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
    }

    private static PdqHash near(List<PdqHash> centres, int bits, SplittableRandom random) {
        return turned(centres.get(random.nextInt(centres.size())), bits, random);
    }

    private static PdqHash turned(PdqHash hash, int bits, SplittableRandom random) {
        long[] words = {hash.w0(), hash.w1(), hash.w2(), hash.w3()};
        for (int left = random.nextInt(bits + 1); left > 0; left--) {
            int bit = random.nextInt(256);
            words[bit / 64] ^= 1L << bit;
        }
        return new PdqHash(words[0], words[1], words[2], words[3]);
    }

    private static List<PdqHash> needles(HashColumn column, int size) {
        SplittableRandom random = new SplittableRandom(size);
        List<PdqHash> needles = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            needles.add(
                    i % 2 == 0
                            ? made(random)
                            : turned(column.get(random.nextLong(column.size())), 40, random));
        }
        return needles;
    }

    private static void batch(PrintStream out, String round, HashColumn column, int size) {
        Needles needles = new Needles(needles(column, size));
        long[] hits = new long[1];
        long start = System.nanoTime();
        long before = cpu();
        new Search(needles, WITHIN).run(column, Cores.ONE, (_, _, _) -> hits[0]++);
        long spent = cpu() - before;
        long took = System.nanoTime() - start;
        out.printf(
                "%s, batch of %d: %d hits, %.2f G pairs decided a CPU second, %.2f s CPU, %.2f s%n",
                round,
                size,
                hits[0],
                (double) size * column.size() / spent,
                spent / 1e9,
                took / 1e9);
    }

    private static void singles(PrintStream out, String round, HashColumn column) {
        Part part = new Part("bench", column, WITHIN);
        NearIndex index = NearIndex.open(List.of(part), Negatives.NONE, FloodGuard.USUAL, 1);
        List<PdqHash> needles = needles(column, 60);
        for (Cores cores : Cores.values()) {
            long[] took = new long[needles.size()];
            for (int i = 0; i < took.length; i++) {
                long start = System.nanoTime();
                index.near(needles.get(i), cores);
                took[i] = System.nanoTime() - start;
            }
            Arrays.sort(took);
            out.printf(
                    "%s, single, cores %s: least %.1f ms, median %.1f, p90 %.1f, most %.1f%n",
                    round,
                    cores,
                    took[0] / 1e6,
                    took[took.length / 2] / 1e6,
                    took[took.length * 9 / 10] / 1e6,
                    took[took.length - 1] / 1e6);
        }
    }

    private static void pairs(PrintStream out, String round, boolean clustered) {
        SplittableRandom random = new SplittableRandom(5);
        List<PdqHash> centres = centres(CASE, random);
        List<PdqHash> hashes = new ArrayList<>();
        for (int i = 0; i < CASE; i++) {
            hashes.add(clustered ? near(centres, 20, random) : made(random));
        }
        long[] found = new long[2];
        long start = System.nanoTime();
        long before = cpu();
        new Pairs(hashes, Negatives.NONE)
                .find(
                        WITHIN,
                        1000,
                        1,
                        Cores.ONE,
                        new Pairs.Sink() {
                            @Override
                            public void pair(int one, int other, int distance) {
                                found[0]++;
                            }

                            @Override
                            public void flood(int hash, long count) {
                                found[1]++;
                            }
                        });
        out.printf(
                "%s, all pairs of %d: %d pairs, %d floods, %.2f s CPU, %.2f s%n",
                round,
                CASE,
                found[0],
                found[1],
                (cpu() - before) / 1e9,
                (System.nanoTime() - start) / 1e9);
    }

    /// The CPU time of the process, its compilers included, in nanoseconds.
    private static long cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }
}
