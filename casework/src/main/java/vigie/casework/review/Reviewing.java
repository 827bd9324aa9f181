package vigie.casework.review;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import vigie.casework.operation.OpenCase;
import vigie.evidence.ledger.Ledger;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;

/// Decides about messages: first the ledger, then rows; what a kill leaves in between, the next
/// opening of the case makes up for.
public final class Reviewing {
    private final ReviewStore store;

    /// Reviewing whose rows are in `store`.
    public Reviewing(ReviewStore store) {
        this.store = store;
    }

    /// Decides about messages.
    ///
    /// @param purpose what for, as the ledger keeps it
    /// @throws vigie.model.casefile.Refusal where the actor may not decide so; nothing is entered
    public Decided decide(OpenCase opened, Proposal proposal, String purpose) throws IOException {
        return store.decide(
                opened.name(),
                opened.actor(),
                proposal,
                rows ->
                        opened.ledger()
                                .append(
                                        DecisionEntry.draft(
                                                proposal.decision(),
                                                rows,
                                                opened.actor(),
                                                purpose)));
    }

    /// Takes a whole decision back: whatever held before it holds again.
    public Decided withdraw(OpenCase opened, long entry, String purpose) throws IOException {
        return withdraw(
                opened, entry, store.decidedBy(opened.name(), opened.actor(), entry), purpose);
    }

    /// Takes a decision back for some of its messages.
    public Decided withdraw(OpenCase opened, long entry, List<Long> rows, String purpose)
            throws IOException {
        if (rows.isEmpty()) {
            return new Decided.Unchanged();
        }
        return decide(
                opened,
                new Proposal(rows, new Decision.Withdrawal(entry), Proposal.WHATEVER),
                purpose);
    }

    /// How far the review is.
    ///
    /// @param since when the day began
    public ReviewCounts counts(OpenCase opened, Instant since) {
        return counts(
                opened,
                store.sets(opened.name(), opened.actor()),
                store.decisionsSince(opened.name(), opened.actor(), since));
    }

    /// How far the review is by sets that were read already, without who decided lately.
    public static ReviewCounts progress(OpenCase opened, ReviewSets sets) {
        return counts(opened, sets, Map.of());
    }

    private static ReviewCounts counts(OpenCase opened, ReviewSets sets, Map<Actor, Long> since) {
        long relevant = sets.of(Verdict.RELEVANT).size();
        long not = sets.of(Verdict.NOT_RELEVANT).size();
        long later = sets.of(Verdict.LATER).size();
        long undecided = Math.max(0, opened.elements() - relevant - not - later);
        return new ReviewCounts(relevant, not, later, undecided, since);
    }

    /// What was decided about each of these messages; those that nobody decided about are absent.
    public Map<Long, ReviewState> of(OpenCase opened, List<Long> rows) {
        return store.of(opened.name(), opened.actor(), rows);
    }

    /// The rows of decisions.
    public ReviewStore store() {
        return store;
    }

    /// Gives the rows of a case what its ledger decided and they lack.
    public static void replay(CaseName name, Ledger ledger, ReviewStore store) throws IOException {
        new DecisionReplay(name, ledger, store).run();
    }
}
