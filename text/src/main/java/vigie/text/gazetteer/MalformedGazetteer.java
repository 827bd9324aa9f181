package vigie.text.gazetteer;

import java.io.IOException;

/// A gazetteer that breaks its format, and the line where it does.
public final class MalformedGazetteer extends IOException {
    private static final long serialVersionUID = 1;

    private final int line;

    MalformedGazetteer(int line, String problem) {
        super("line " + line + ": " + problem);
        this.line = line;
    }

    /// The line, from 1.
    public int line() {
        return line;
    }
}
