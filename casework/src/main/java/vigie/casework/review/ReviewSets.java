package vigie.casework.review;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vigie.casework.operation.RowSet;

/// The messages of a case by what was decided about them.
///
/// @param verdicts the messages of each verdict; every verdict has a set
/// @param tags     the messages of each tag in use
public record ReviewSets(Map<Verdict, RowSet> verdicts, SortedMap<String, RowSet> tags) {
    /// Nothing is decided.
    public static final ReviewSets NONE = new ReviewSets(Map.of(), new TreeMap<>());

    public ReviewSets {
        Map<Verdict, RowSet> all = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            all.put(verdict, verdicts.getOrDefault(verdict, RowSet.NONE));
        }
        verdicts = Collections.unmodifiableMap(all);
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }

    /// The messages of a verdict.
    public RowSet of(Verdict verdict) {
        return verdicts.getOrDefault(verdict, RowSet.NONE);
    }

    /// The messages with a tag.
    public RowSet tagged(String tag) {
        return tags.getOrDefault(tag, RowSet.NONE);
    }

    /// The tags in use, with how many messages carry each.
    public SortedMap<String, Integer> tagCounts() {
        SortedMap<String, Integer> counts = new TreeMap<>();
        tags.forEach((tag, rows) -> counts.put(tag, rows.size()));
        return counts;
    }
}
