package vigie.people.link;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Finds the parameters of a [Model] by expectation-maximisation over the pairs that were compared.
///
/// Pairs that no rule allowed count as of two persons. How often levels are reached among all pairs
/// comes from random ones, and for equal values from their counts; what is ascribed to pairs of one
/// person is taken off.
final class Estimation {
    private static final int SAMPLE = 1_000_000;
    /// The sample is drawn in so many parts, whatever the number of threads.
    private static final int DRAWS = 4;

    private static final int ROUNDS = 100;
    private static final double STILL = 1e-6;

    /// How many pairs what is believed at first weighs, against what is found.
    private static final double BELIEVED = 2;

    private final List<Comparison> comparisons;
    private final int[] bases;
    private final Kinds kinds;
    private final double all;

    Estimation(List<Comparison> comparisons, int[] bases, Kinds kinds) {
        this.comparisons = comparisons;
        this.bases = bases;
        this.kinds = kinds;
        this.all = kinds.all();
    }

    /// How many of all pairs reach each level, as far as random ones tell.
    private double[][] totals() {
        List<Drawn> drawn =
                all <= SAMPLE
                        ? List.of(everyPair())
                        : IntStream.range(0, DRAWS).parallel().mapToObj(this::draw).toList();
        double pairs = drawn.stream().mapToLong(each -> each.pairs).sum();
        double[][] totals = new double[bases.length][];
        for (int c = 0; c < bases.length; c++) {
            totals[c] = new double[bases[c]];
            for (int l = 0; l < bases[c]; l++) {
                double seen = 0;
                for (Drawn each : drawn) {
                    seen += each.seen[c][l + 1];
                }
                // Half a pair where none was drawn: what was not met is rare, not impossible.
                totals[c][l] = Math.max(0.5, seen) / pairs * all;
            }
        }
        return totals;
    }

    private Drawn everyPair() {
        Drawn drawn = new Drawn();
        for (int i = 0; i < kinds.records(); i++) {
            for (int j = i + 1; j < kinds.records(); j++) {
                drawn.see(i, j);
            }
        }
        return drawn;
    }

    private Drawn draw(int number) {
        SplittableRandom random = new SplittableRandom(number);
        Drawn drawn = new Drawn();
        while (drawn.pairs < SAMPLE / DRAWS) {
            int i = random.nextInt(kinds.records());
            int j = random.nextInt(kinds.records());
            if (i != j) {
                drawn.see(Math.min(i, j), Math.max(i, j));
            }
        }
        return drawn;
    }

    /// Levels that some pairs reached.
    private final class Drawn {
        private final Comparison[] own =
                comparisons.stream().map(Comparison::copy).toArray(Comparison[]::new);
        private final long[][] seen = new long[bases.length][];
        private long pairs;

        Drawn() {
            for (int c = 0; c < bases.length; c++) {
                seen[c] = new long[bases[c] + 1];
            }
        }

        void see(int i, int j) {
            if (kinds.pair(i, j)) {
                for (int c = 0; c < own.length; c++) {
                    seen[c][own[c].level(i, j) + 1]++;
                }
                pairs++;
            }
        }
    }

    Model estimate(List<Compared> parts) {
        double[][] totals = totals();
        TreeMap<Long, Long> together = new TreeMap<>();
        for (Compared part : parts) {
            for (int i = 0; i < part.patterns().size(); i++) {
                together.merge(part.patterns().key(i), part.count(i), Long::sum);
            }
        }
        int[][] levels = new int[together.size()][];
        double[] counts = new double[levels.length];
        int at = 0;
        for (Map.Entry<Long, Long> each : together.entrySet()) {
            levels[at] = Patterns.unpack(each.getKey(), bases);
            counts[at++] = each.getValue();
        }
        double[][] m = new double[bases.length][];
        double[][] u = new double[bases.length][];
        for (int c = 0; c < bases.length; c++) {
            m[c] = new double[bases[c]];
            u[c] = new double[bases[c]];
            double rest = 1;
            for (int l = 0; l < bases[c]; l++) {
                m[c][l] = l == bases[c] - 1 ? rest : l == 0 ? 0.8 : rest / 2;
                rest -= m[c][l];
            }
        }
        double[][] first = new double[bases.length][];
        for (int c = 0; c < bases.length; c++) {
            first[c] = m[c].clone();
        }
        double matches = Math.min(kinds.records(), all / 10);
        share(totals, m, 0, u);
        Model model = new Model(comparisons, m, u, matches / all);
        for (int round = 0; round < ROUNDS; round++) {
            double[][] sums = new double[bases.length][];
            for (int c = 0; c < bases.length; c++) {
                sums[c] = new double[bases[c]];
            }
            double found = 0;
            double start = model.start();
            for (int i = 0; i < levels.length; i++) {
                double odds = start;
                for (int c = 0; c < bases.length; c++) {
                    odds += model.weight(c, levels[i][c]);
                }
                double expected = counts[i] * Model.probability(odds);
                found += expected;
                for (int c = 0; c < bases.length; c++) {
                    if (levels[i][c] >= 0) {
                        sums[c][levels[i][c]] += expected;
                    }
                }
            }
            double moved = 0;
            for (int c = 0; c < bases.length; c++) {
                double stated = 0;
                for (double sum : sums[c]) {
                    stated += sum;
                }
                for (int l = 0; l < bases[c]; l++) {
                    double next = (sums[c][l] + BELIEVED * first[c][l]) / (stated + BELIEVED);
                    moved = Math.max(moved, Math.abs(next - m[c][l]));
                    m[c][l] = next;
                }
            }
            share(totals, sums, 1, u);
            double prior = Math.max(0.5, found) / all;
            moved = Math.max(moved, Math.abs(Math.log(prior / model.prior())));
            model = new Model(comparisons, m, u, prior);
            if (moved < STILL) {
                break;
            }
        }
        return model;
    }

    /// What is left of the totals, as shares.
    private void share(double[][] totals, double[][] taken, int times, double[][] u) {
        for (int c = 0; c < bases.length; c++) {
            double stated = 0;
            double least = 0.5 * all / Math.min(all, SAMPLE);
            double[] left = new double[bases[c]];
            for (int l = 0; l < bases[c]; l++) {
                left[l] =
                        Math.max(Math.min(least, totals[c][l]), totals[c][l] - times * taken[c][l]);
                stated += left[l];
            }
            for (int l = 0; l < bases[c]; l++) {
                u[c][l] = left[l] / stated;
            }
        }
    }
}
