package vigie.casework.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What became of a proposal.
public sealed interface Decided {
    /// It is in the ledger and holds.
    ///
    /// @param entry the number of its entry: what undoes it names this
    /// @param rows  the messages that it changed; those that were so already are not among them
    record Entered(long entry, Instant at, List<Long> rows) implements Decided {
        public Entered {
            rows = List.copyOf(rows);
        }
    }

    /// Nothing was entered: somebody else decided otherwise since the screen was drawn. Proposed
    /// again with what is seen now, it is entered.
    ///
    /// @param now the state of the messages that it is about, of which some changed
    record Outdated(Map<Long, ReviewState> now) implements Decided {
        public Outdated {
            now = Map.copyOf(now);
        }

        /// What a screen has seen that shows these states.
        public long seen() {
            return now.values().stream()
                    .mapToLong(ReviewState::seen)
                    .max()
                    .orElse(ReviewState.UNSEEN);
        }
    }

    /// Nothing was entered: it is so already, by the same decision of the same person.
    record Unchanged() implements Decided {}
}
