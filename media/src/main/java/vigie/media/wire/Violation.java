package vigie.media.wire;

import java.io.IOException;

/// A worker said what no worker says: it is no longer one.
public final class Violation extends IOException {
    private static final long serialVersionUID = 1;

    public Violation(String what) {
        super("the worker " + what);
    }
}
