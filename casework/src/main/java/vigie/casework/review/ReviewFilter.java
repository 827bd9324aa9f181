package vigie.casework.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vigie.casework.operation.RowSet;
import vigie.casework.operation.SearchIndex.Restriction;

/// Which messages a search shows, by what was decided about them.
///
/// @param tag only those with this tag; null for any
public record ReviewFilter(State state, @Nullable String tag) {
    /// Every message.
    public static final ReviewFilter NONE = new ReviewFilter(State.ANY, null);

    /// What was decided about relevance.
    public enum State {
        ANY,
        UNDECIDED,
        RELEVANT,
        NOT_RELEVANT,
        LATER;

        /// The word for addresses of pages and saved searches: `not-relevant`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// The state of a word; `ANY` where there is none.
        public static State of(@Nullable String word) {
            for (State state : values()) {
                if (state.word().equals(word)) {
                    return state;
                }
            }
            return ANY;
        }
    }

    /// The filter as sets of messages, now.
    public Restriction over(ReviewSets sets) {
        List<RowSet> within = new ArrayList<>();
        List<RowSet> without = new ArrayList<>();
        switch (state) {
            case ANY -> {}
            case UNDECIDED -> without.addAll(sets.verdicts().values());
            case RELEVANT -> within.add(sets.of(Verdict.RELEVANT));
            case NOT_RELEVANT -> within.add(sets.of(Verdict.NOT_RELEVANT));
            case LATER -> within.add(sets.of(Verdict.LATER));
        }
        if (tag != null) {
            within.add(sets.tagged(tag));
        }
        return new Restriction(within, without);
    }
}
