package vigie.evidence.ledger.timestamp;

import java.io.IOException;

/// That a reply is no valid time stamp of the checkpoint, and why.
public final class BadTimestamp extends IOException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /// @param reason what is wrong with it, in one sentence
    public BadTimestamp(String reason) {
        super(reason);
        this.reason = reason;
    }

    /// What is wrong with it.
    public String reason() {
        return reason;
    }
}
