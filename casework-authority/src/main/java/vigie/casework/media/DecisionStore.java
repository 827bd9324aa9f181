package vigie.casework.media;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import vigie.evidence.ledger.Entry;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;
import vigie.model.material.Sha256;

/// The rows of decisions about stacks. Who may decide, the database says.
public interface DecisionStore {
    /// Enters a decision in the ledger, and returns once it is durable.
    interface Entering {
        /// Enters it about these items.
        Entry enter(List<Sha256> items) throws IOException;
    }

    /// A decision of an entry of the ledger.
    record Kept(long entry, Actor by, Instant at, StackDecision decision, List<Sha256> items) {
        public Kept {
            items = List.copyOf(items);
        }
    }

    /// Checks that the actor may decide about the items of a stack, has the decision entered and
    /// keeps its rows, one decision of a case after the other.
    ///
    /// @param seen the highest entry among the decisions that the actor saw; a category that
    ///     another decided since is not passed over
    /// @throws vigie.model.casefile.Refusal where the actor may not, or there is no such stack
    Decided decide(
            CaseName name,
            Actor actor,
            int stack,
            StackDecision decision,
            long seen,
            Entering entering)
            throws IOException;

    /// How many entries of the ledger were searched for decisions and rules.
    long replayed(CaseName name);

    /// Keeps what the first `entries` entries decided, as far as rows lack it.
    ///
    /// @param rules the last rules that they set, or null where they set none
    void replay(
            CaseName name,
            List<Kept> decisions,
            @org.jspecify.annotations.Nullable CaseRules rules,
            long entries);

    /// What became of a decision.
    sealed interface Decided {
        /// It is in the ledger and holds.
        record Entered(long entry, Instant at) implements Decided {}

        /// Nothing was entered: another decided a category since.
        record Outdated(long seen) implements Decided {}

        /// Nothing was entered: it is so already.
        record Unchanged() implements Decided {}
    }
}
