package vigie.people.link;

import java.util.List;

/// Why two records are of one person with some probability: the log-odds are the sum of the
/// reasons' weights, and nothing else.
public record Explanation(List<Reason> reasons) {
    public Explanation {
        reasons = List.copyOf(reasons);
    }

    /// The natural logarithm of the odds.
    public double logOdds() {
        double sum = 0;
        for (Reason reason : reasons) {
            sum += reason.weight();
        }
        return sum;
    }

    /// 0 to 1.
    public double probability() {
        return Model.probability(logOdds());
    }
}
