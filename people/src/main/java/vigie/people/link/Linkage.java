package vigie.people.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Links records: what is proposed, with probabilities, and why.
///
/// The order of records changes nothing but their numbers; two runs on the same records give the
/// same answer.
public final class Linkage {
    /// Pairs at or above it are proposed, and put together.
    public static final double THRESHOLD = 0.5;

    private static final int PER_RECORD = 15;

    private final List<Comparison> comparisons;
    private final Model model;
    private final long compared;
    private final List<Link> links;

    private Linkage(Records records, List<Apart> apart, int threads) {
        comparisons = Comparisons.of(records.columns());
        int[] bases = comparisons.stream().mapToInt(c -> c.levels().size()).toArray();
        if (bases.length == 0 || !Patterns.fit(bases)) {
            throw new IllegalArgumentException(
                    bases.length + " columns to compare: from 1 to about 20 are expected");
        }
        Kinds kinds = records.kinds();
        List<Blocking.Rule> rules = Blocking.rules(records.columns(), kinds, PER_RECORD);
        List<Compared> parts =
                IntStream.range(0, threads)
                        .parallel()
                        .mapToObj(part -> Compared.of(rules, kinds, copies(), bases, part, threads))
                        .toList();
        compared = parts.stream().mapToLong(Compared::size).sum();
        model = new Estimation(comparisons, bases, kinds).estimate(parts);
        Scoring scoring = new Scoring(comparisons, bases, model, THRESHOLD);
        List<Scoring.Scored> scored = new ArrayList<>();
        IntStream.range(0, threads)
                .parallel()
                .mapToObj(part -> scoring.of(rules, kinds, parts.get(part), part, threads))
                .toList()
                .forEach(scored::addAll);
        scored.sort(
                Comparator.comparingDouble(Scoring.Scored::odds)
                        .reversed()
                        .thenComparingLong(Scoring.Scored::pair));
        links = Clusters.of(kinds, scored, this::logOdds, apart).links();
    }

    /// Two records that are known not to be of one person: a fact that wins over every probability.
    public record Apart(int left, int right) {}

    /// Links records, on so many threads.
    public static Linkage of(Records records, List<Apart> apart, int threads) {
        return new Linkage(records, apart, threads);
    }

    private List<Comparison> copies() {
        return comparisons.stream().map(Comparison::copy).toList();
    }

    /// What is proposed, the lower records first.
    public List<Link> links() {
        return links;
    }

    /// How many pairs were compared.
    public long compared() {
        return compared;
    }

    private synchronized double logOdds(int left, int right) {
        double odds = model.start();
        for (int c = 0; c < comparisons.size(); c++) {
            Comparison own = comparisons.get(c);
            odds += model.weight(own, c, own.level(left, right), left, right);
        }
        return odds;
    }

    /// Why two records are of one person, or not.
    public synchronized Explanation explain(int left, int right) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(
                new Reason(
                        "before comparing",
                        "one pair in %,.0f is of one person".formatted(1 / model.prior()),
                        "",
                        "",
                        model.start()));
        for (int c = 0; c < comparisons.size(); c++) {
            Comparison own = comparisons.get(c);
            int level = own.level(left, right);
            String finding =
                    level == Comparison.SILENT ? "not stated by both" : own.levels().get(level);
            reasons.add(
                    new Reason(
                            own.name(),
                            finding,
                            own.value(left),
                            own.value(right),
                            model.weight(own, c, level, left, right)));
        }
        return new Explanation(reasons);
    }
}
