package vigie.casework.media.decide;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.casework.media.CaseRules;
import vigie.casework.media.DecisionStore;
import vigie.casework.media.DecisionStore.Decided;
import vigie.casework.media.DecisionStore.Kept;
import vigie.casework.media.StackDecision;
import vigie.casework.operation.OpenCase;
import vigie.evidence.ledger.Entry;
import vigie.model.casefile.Refusal;

/// Decides about stacks: first the ledger, then rows; what a kill leaves in between, the next
/// opening of the case makes up for.
public final class Deciding {
    /// So many decisions are kept at once: little memory, few transactions.
    private static final int BATCH = 500;

    /// So many entries without a decision are noted as searched, so that few are read again.
    private static final int WORTH = 256;

    /// Decides whatever others decided since.
    public static final long WHATEVER = Long.MAX_VALUE;

    private final DecisionStore store;

    public Deciding(DecisionStore store) {
        this.store = store;
    }

    /// Decides about the items that a stack holds now.
    ///
    /// @param seen the highest entry among the decisions on the actor's screen, or [#WHATEVER]
    /// @throws Refusal where the actor may not decide so; nothing is entered
    public Decided decide(
            OpenCase opened, int stack, StackDecision decision, long seen, String purpose)
            throws IOException {
        return store.decide(
                opened.name(),
                opened.actor(),
                stack,
                decision,
                seen,
                items ->
                        opened.ledger()
                                .append(
                                        StackEntry.draft(
                                                decision, items, opened.actor(), purpose)));
    }

    /// Sets in which scheme a case's media are decided, and by how many people.
    ///
    /// @throws Refusal where the actor does not lead the case
    public void rule(OpenCase opened, CaseRules rules, String purpose) throws IOException {
        if (!opened.store().mayCreate(opened.actor())) {
            throw new Refusal(
                    Refusal.Kind.PERMISSION,
                    "a head of unit says how media are decided, not " + opened.actor());
        }
        opened.ledger().append(StackEntry.draft(rules, opened.actor(), purpose));
        replay(opened);
    }

    /// Gives rows what the ledger says and they lack.
    public void replay(OpenCase opened) throws IOException {
        long from = store.replayed(opened.name());
        long read = from;
        List<Kept> kept = new ArrayList<>();
        @Nullable CaseRules rules = null;
        boolean found = false;
        try (Stream<Entry> entries = opened.ledger().entries(from)) {
            for (Entry entry : (Iterable<Entry>) entries::iterator) {
                if (StackEntry.isDecision(entry)) {
                    StackEntry.read(entry, opened.ledger()).ifPresent(kept::add);
                    found = true;
                } else if (StackEntry.isRules(entry)) {
                    rules = StackEntry.rules(entry);
                    found = true;
                }
                read = entry.seq() + 1;
                if (kept.size() >= BATCH) {
                    store.replay(opened.name(), kept, rules, read);
                    kept.clear();
                }
            }
        }
        if (found || read - from >= WORTH) {
            store.replay(opened.name(), kept, rules, read);
        }
    }
}
