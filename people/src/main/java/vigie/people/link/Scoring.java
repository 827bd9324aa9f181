package vigie.people.link;

import java.util.ArrayList;
import java.util.List;

/// Scores compared pairs and keeps those that are probable enough.
final class Scoring {
    /// The most that rarity is expected to add, for each comparison: pairs that fall short even so
    /// are not scored.
    private static final double RAREST = 12;

    private final List<Comparison> comparisons;
    private final int[] bases;
    private final Model model;
    private final double least;

    /// @param pair the lower record in the upper half
    record Scored(long pair, double odds) {
        int left() {
            return (int) (pair >>> 32);
        }

        int right() {
            return (int) pair;
        }
    }

    Scoring(List<Comparison> comparisons, int[] bases, Model model, double threshold) {
        this.comparisons = comparisons;
        this.bases = bases;
        this.model = model;
        this.least = Math.log(threshold / (1 - threshold));
    }

    List<Scored> of(
            List<Blocking.Rule> rules, Kinds kinds, Compared compared, int part, int parts) {
        int[][] levels = new int[compared.patterns().size()][];
        boolean[] hopeless = new boolean[levels.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = Patterns.unpack(compared.patterns().key(i), bases);
            double most = model.start();
            for (int c = 0; c < bases.length; c++) {
                most += model.weight(c, levels[i][c]) + (levels[i][c] == 0 ? RAREST : 0);
            }
            hopeless[i] = most < least;
        }
        List<Scored> found = new ArrayList<>();
        int[] met = new int[1];
        Blocking.pairs(
                rules,
                kinds,
                part,
                parts,
                (left, right) -> {
                    int pattern = compared.at(met[0]++);
                    if (hopeless[pattern]) {
                        return;
                    }
                    double odds = model.start();
                    for (int c = 0; c < bases.length; c++) {
                        odds +=
                                model.weight(
                                        comparisons.get(c), c, levels[pattern][c], left, right);
                    }
                    if (odds >= least) {
                        found.add(new Scored((long) left << 32 | right, odds));
                    }
                });
        return found;
    }
}
