package vigie.cli.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import vigie.people.link.Link;

/// Who each record is of, as the makers of a table say; used for counting only.
final class Truth {
    private final List<String> persons = new ArrayList<>();

    /// What was found, against the truth.
    ///
    /// @param right pairs that were found and are true
    /// @param found pairs that were found
    /// @param all   pairs that are true
    record Score(long right, long found, long all) {
        double precision() {
            return found == 0 ? 1 : (double) right / found;
        }

        double recall() {
            return all == 0 ? 1 : (double) right / all;
        }

        double f1() {
            return found + all == 0 ? 1 : 2.0 * right / (found + all);
        }
    }

    void add(String person) {
        persons.add(person);
    }

    /// @param compared whether two records may be of one person at all
    Score score(List<Link> links, BiPredicate<Integer, Integer> compared) {
        Map<String, List<Integer>> records = new HashMap<>();
        for (int i = 0; i < persons.size(); i++) {
            records.computeIfAbsent(persons.get(i), _ -> new ArrayList<>()).add(i);
        }
        long all = 0;
        for (List<Integer> same : records.values()) {
            for (int i = 0; i < same.size(); i++) {
                for (int j = i + 1; j < same.size(); j++) {
                    all += compared.test(same.get(i), same.get(j)) ? 1 : 0;
                }
            }
        }
        long right = 0;
        for (Link link : links) {
            right += persons.get(link.left()).equals(persons.get(link.right())) ? 1 : 0;
        }
        return new Score(right, links.size(), all);
    }
}
