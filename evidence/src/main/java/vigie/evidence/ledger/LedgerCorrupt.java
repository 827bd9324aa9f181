package vigie.evidence.ledger;

import java.io.IOException;

/// That a ledger on disk is not what it was when it was written; it is left as it is.
public final class LedgerCorrupt extends IOException {
    private static final long serialVersionUID = 1L;

    private final long entry;

    /// @param entry the first entry, from 0, that is concerned
    public LedgerCorrupt(long entry, String reason) {
        super("ledger entry " + entry + ": " + reason);
        this.entry = entry;
    }

    /// The first entry that is concerned.
    public long entry() {
        return entry;
    }
}
