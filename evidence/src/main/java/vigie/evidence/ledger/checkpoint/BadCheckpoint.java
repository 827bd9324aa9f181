package vigie.evidence.ledger.checkpoint;

import java.io.IOException;

/// That a checkpoint is malformed, foreign or not signed by the ledger's key, and which of these.
public final class BadCheckpoint extends IOException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /// @param reason what is wrong with it, in one sentence
    public BadCheckpoint(String reason) {
        super(reason);
        this.reason = reason;
    }

    /// What is wrong with it.
    public String reason() {
        return reason;
    }
}
