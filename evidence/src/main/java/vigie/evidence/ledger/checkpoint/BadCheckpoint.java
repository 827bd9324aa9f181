package vigie.evidence.ledger.checkpoint;

import java.io.IOException;

/// That a checkpoint is malformed, foreign or not signed by the ledger's key, and which of these.
public final class BadCheckpoint extends IOException {
    private static final long serialVersionUID = 1L;

    public BadCheckpoint(String reason) {
        super(reason);
    }
}
