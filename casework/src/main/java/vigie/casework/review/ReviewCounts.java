package vigie.casework.review;

import java.util.Map;
import vigie.model.casefile.Actor;

/// How far the review of a case is.
///
/// @param undecided messages about whose relevance nothing holds
/// @param today     decisions by each person since the day began, withdrawals among them
public record ReviewCounts(
        long relevant, long notRelevant, long later, long undecided, Map<Actor, Long> today) {
    public ReviewCounts {
        today = Map.copyOf(today);
    }
}
