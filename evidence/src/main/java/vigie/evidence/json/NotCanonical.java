package vigie.evidence.json;

import java.io.IOException;

/// That bytes are not canonical JSON of the kind [Json] holds, and at which character.
public final class NotCanonical extends IOException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /// @param offset the first UTF-16 unit, from 0, that could not be understood
    public NotCanonical(int offset, String reason) {
        super("not canonical JSON at character " + offset + ": " + reason);
        this.reason = reason;
    }

    /// What was found or expected.
    public String reason() {
        return reason;
    }
}
