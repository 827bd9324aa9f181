package vigie.media.sets;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import vigie.media.sets.scheme.Category;

/// How the hits of one file become a verdict. An alert outweighs a known; whoever disagrees is
/// named. What a category calls for is the scheme's to say, never this class's.
final class Policy {
    private Policy() {}

    /// What a single hit calls for.
    private enum Call {
        ALERT,
        UNDECIDED,
        LAST
    }

    static Verdict of(List<Hit> all) {
        List<Hit> hits =
                all.stream().filter(hit -> hit.set().label().kind() != SetKind.NEGATIVE).toList();
        if (hits.isEmpty()) {
            return new Verdict.Unlisted();
        }
        List<String> why = disagreements(hits);
        if (!why.isEmpty()) {
            return new Verdict.Conflict(hits, why);
        }
        if (hits.stream().anyMatch(hit -> call(hit) == Call.ALERT)) {
            return new Verdict.Alert(hits);
        }
        return hits.stream().allMatch(hit -> call(hit) == Call.LAST)
                ? new Verdict.Known(hits)
                : new Verdict.Undecided(hits);
    }

    private static Call call(Hit hit) {
        Category category = hit.category();
        return switch (hit.set().label().kind()) {
            case KNOWN ->
                    category != null && category.calls() == Category.Calls.ALERT
                            ? Call.ALERT
                            : Call.LAST;
            case NEGATIVE -> Call.LAST;
            case ALERT -> {
                if (category == null) {
                    // A set without a scheme is one thing: what it was imported as.
                    yield hit.set().label().scheme() == null ? Call.ALERT : Call.UNDECIDED;
                }
                yield switch (category.calls()) {
                    case ALERT -> Call.ALERT;
                    case NOTHING -> Call.UNDECIDED;
                    case LAST -> Call.LAST;
                };
            }
        };
    }

    private static List<String> disagreements(List<Hit> hits) {
        List<String> why = new ArrayList<>();
        for (Hit hit : hits) {
            if (hit.contradicted()) {
                why.add(
                        name(hit)
                                + " lists its "
                                + hit.by().word()
                                + " together with another digest that is not its own");
            }
        }
        TreeSet<String> alerts = new TreeSet<>();
        TreeSet<String> others = new TreeSet<>();
        for (Hit hit : hits) {
            switch (call(hit)) {
                case ALERT -> alerts.add(described(hit));
                case LAST -> others.add(described(hit));
                case UNDECIDED -> {}
            }
        }
        if (!alerts.isEmpty() && !others.isEmpty()) {
            why.add(String.join(", ", alerts) + " against " + String.join(", ", others));
        }
        return why;
    }

    private static String described(Hit hit) {
        Category category = hit.category();
        return category == null ? name(hit) : name(hit) + " (" + category + ")";
    }

    private static String name(Hit hit) {
        return hit.set().label().name();
    }
}
