package vigie.casework.operation;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vigie.evidence.ledger.Ledger;

/// The one reading of an open case's ledger that all who have it open share: the whole ledger
/// once, then what was entered since.
///
/// What was erased is forgotten: after an erasure the ledger is read anew. Safe for several
/// threads.
final class BookReading {
    private final Ledger ledger;
    private @Nullable CaseBook book;
    private long learned;

    BookReading(Ledger ledger) {
        this.ledger = ledger;
    }

    /// What the ledger says now.
    synchronized CaseBook now() throws IOException {
        CaseBook known = book;
        if (known == null) {
            return anew();
        }
        long entries = known.entries();
        long erasures = known.erasures();
        known.refresh();
        learned += known.entries() - entries;
        return known.erasures() == erasures ? known : anew();
    }

    private CaseBook anew() throws IOException {
        book = null;
        CaseBook fresh = CaseBook.read(ledger);
        learned += fresh.entries();
        book = fresh;
        return fresh;
    }

    /// How many entries were read so far, those that were read twice counted twice.
    synchronized long learned() {
        return learned;
    }
}
