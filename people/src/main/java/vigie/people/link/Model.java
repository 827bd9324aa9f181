package vigie.people.link;

import java.util.List;

/// The parameters of Fellegi and Sunter: for each comparison and level the probability of it among
/// pairs of one person (m) and among others (u), and the share of pairs that are of one person.
@SuppressWarnings("ArrayRecordComponent") // tables of parameters, never compared as values
record Model(List<Comparison> comparisons, double[][] m, double[][] u, double prior) {
    /// The natural logarithm of the odds that two records are of one person, before they are
    /// compared.
    double start() {
        return Math.log(prior / (1 - prior));
    }

    /// What a level adds to the log-odds.
    double weight(int comparison, int level) {
        return level == Comparison.SILENT
                ? 0
                : Math.log(m[comparison][level] / u[comparison][level]);
    }

    /// The same, for two records: agreement in what is rare adds more.
    double weight(Comparison own, int comparison, int level, int left, int right) {
        double weight = weight(comparison, level);
        double share = own.share(left, right, level);
        return share == 0 ? weight : weight + Math.log(u[comparison][level] / share);
    }

    static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
