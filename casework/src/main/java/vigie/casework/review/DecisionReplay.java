package vigie.casework.review;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vigie.evidence.ledger.Entry;
import vigie.evidence.ledger.Ledger;
import vigie.model.casefile.CaseName;

/// Reads the entries that were not searched yet, and keeps what they decided.
final class DecisionReplay {
    /// So many acts are kept at once: little memory, few transactions.
    private static final int BATCH = 5_000;

    /// So many entries without a decision are noted as searched, so that few are read again.
    private static final int WORTH = 256;

    private final CaseName name;
    private final Ledger ledger;
    private final ReviewStore store;

    DecisionReplay(CaseName name, Ledger ledger, ReviewStore store) {
        this.name = name;
        this.ledger = ledger;
        this.store = store;
    }

    void run() throws IOException {
        long from = store.replayed(name);
        long read = from;
        List<Act> acts = new ArrayList<>();
        boolean decided = false;
        try (Stream<Entry> entries = ledger.entries(from)) {
            for (Entry entry : (Iterable<Entry>) entries::iterator) {
                if (DecisionEntry.is(entry)) {
                    acts.addAll(DecisionEntry.read(entry, ledger));
                    decided = true;
                }
                read = entry.seq() + 1;
                if (acts.size() >= BATCH) {
                    store.replay(name, acts, read);
                    acts.clear();
                }
            }
        }
        if (decided || read - from >= WORTH) {
            store.replay(name, acts, read);
        }
    }
}
