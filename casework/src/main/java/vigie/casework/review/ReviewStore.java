package vigie.casework.review;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import vigie.evidence.ledger.Entry;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;

/// The rows of decisions. Whoever may read the evidence of a case sees them; who may decide what,
/// the database says. Other cases and cases that do not exist are refused alike.
public interface ReviewStore {
    /// Enters a decision in the ledger, and returns once it is durable.
    interface Entering {
        /// Enters it about these messages.
        Entry enter(List<Long> rows) throws IOException;
    }

    /// What was decided about each of these messages; those that nobody decided about are absent.
    Map<Long, ReviewState> of(CaseName name, Actor actor, Collection<Long> rows);

    /// The messages that a decision is about; none where there is no such decision.
    List<Long> decidedBy(CaseName name, Actor actor, long entry);

    /// Checks that the actor may decide so about such messages and that nothing stands against it,
    /// has it entered, and keeps its rows: one decision of a case after the other.
    ///
    /// @throws vigie.model.casefile.Refusal where the actor may not, or where the case
    ///     has no such message
    Decided decide(CaseName name, Actor actor, Proposal proposal, Entering entering)
            throws IOException;

    /// The messages in each state, and with each tag; what other processes decided included.
    ReviewSets sets(CaseName name, Actor actor);

    /// How many decisions each person entered since a moment.
    Map<Actor, Long> decisionsSince(CaseName name, Actor actor, Instant since);

    /// The newest decisions of a case, one act for each entry, at most `limit`.
    List<Recent> recent(CaseName name, Actor actor, int limit);

    /// How many entries of the ledger were searched for decisions.
    long replayed(CaseName name);

    /// Keeps what the first `entries` entries decided, as far as rows lack it.
    void replay(CaseName name, List<Act> acts, long entries);

    /// A decision of some messages.
    ///
    /// @param act  as it concerns the first of them
    /// @param rows how many messages it is about
    record Recent(Act act, int rows) {}
}
