package vigie.evidence;

import java.io.IOException;

/// That bytes are not what their format demands: in which file, at which byte, and why.
public final class MalformedInput extends IOException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final long offset;
    private final String reason;

    /// @param file   the path under which the bytes were taken
    /// @param offset the first byte, from 0, that could not be understood
    /// @param reason what was found or expected there, without repeating the evidence
    public MalformedInput(String file, long offset, String reason) {
        super(file + ": byte " + offset + ": " + reason);
        this.file = file;
        this.offset = offset;
        this.reason = reason;
    }

    /// The path under which the bytes were taken.
    public String file() {
        return file;
    }

    /// The first byte that could not be understood.
    public long offset() {
        return offset;
    }

    /// What was found or expected there.
    public String reason() {
        return reason;
    }
}
