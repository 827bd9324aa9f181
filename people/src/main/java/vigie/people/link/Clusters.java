package vigie.people.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts together what pairs say, the most probable first: two groups become one if on balance their
/// records speak for it, and nobody said that two of them are not of one person.
final class Clusters {
    /// So that one pair that agrees in everything does not outvote all others.
    private static final double MOST = 10;

    /// Larger groups are left to a person.
    private static final int LARGEST = 100;

    private final Kinds kinds;
    private final Odds odds;
    private final int[] of;
    private final Map<Integer, List<Integer>> members = new HashMap<>();
    private final Set<Long> apart = new HashSet<>();

    /// The log-odds that two records are of one person.
    interface Odds {
        double of(int left, int right);
    }

    private Clusters(Kinds kinds, Odds odds) {
        this.kinds = kinds;
        this.odds = odds;
        of = new int[kinds.records()];
        Arrays.setAll(of, i -> i);
    }

    /// @param pairs the most probable first
    /// @param apart pairs that are not of one person, whatever they say
    static Clusters of(
            Kinds kinds, List<Scoring.Scored> pairs, Odds odds, List<Linkage.Apart> apart) {
        Clusters clusters = new Clusters(kinds, odds);
        apart.forEach(each -> clusters.apart.add(key(each.left(), each.right())));
        pairs.forEach(pair -> clusters.join(pair.left(), pair.right()));
        return clusters;
    }

    private static long key(int left, int right) {
        return (long) Math.min(left, right) << 32 | Math.max(left, right);
    }

    private void join(int left, int right) {
        if (of[left] == of[right]) {
            return;
        }
        List<Integer> a = members.getOrDefault(of[left], List.of(left));
        List<Integer> b = members.getOrDefault(of[right], List.of(right));
        if (a.size() + b.size() > LARGEST || balance(a, b) <= 0) {
            return;
        }
        List<Integer> both = new ArrayList<>(a);
        both.addAll(b);
        int name = of[left];
        members.remove(of[right]);
        members.put(name, both);
        b.forEach(each -> of[each] = name);
    }

    private double balance(List<Integer> a, List<Integer> b) {
        double sum = 0;
        for (int x : a) {
            for (int y : b) {
                if (!apart.isEmpty() && apart.contains(key(x, y))) {
                    return Double.NEGATIVE_INFINITY;
                }
                sum += Math.clamp(odds.of(Math.min(x, y), Math.max(x, y)), -MOST, MOST);
            }
        }
        return sum;
    }

    /// What the groups propose: for each pair its own probability or, where that is more, the
    /// product along the best way through others of its group.
    List<Link> links() {
        List<Link> links = new ArrayList<>();
        for (List<Integer> group : members.values()) {
            int[] sorted = group.stream().mapToInt(Integer::intValue).sorted().toArray();
            add(sorted, links);
        }
        links.sort(Comparator.comparingInt(Link::left).thenComparingInt(Link::right));
        return links;
    }

    private void add(int[] group, List<Link> links) {
        int n = group.length;
        double[][] best = new double[n][n];
        int[][] through = new int[n][n];
        for (int i = 0; i < n; i++) {
            Arrays.fill(through[i], -1);
            for (int j = i + 1; j < n; j++) {
                best[i][j] = Model.probability(odds.of(group[i], group[j]));
                best[j][i] = best[i][j];
            }
        }
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    if (i != j && i != k && j != k && best[i][k] * best[k][j] > best[i][j]) {
                        best[i][j] = best[i][k] * best[k][j];
                        through[i][j] = group[k];
                    }
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                if (kinds.pair(group[i], group[j])) {
                    links.add(new Link(group[i], group[j], best[i][j], through[i][j]));
                }
            }
        }
    }
}
