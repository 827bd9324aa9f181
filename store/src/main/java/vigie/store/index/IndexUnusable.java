package vigie.store.index;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// That an index cannot be used and must be made again from the evidence: its files are damaged, or
/// another version of the program wrote them.
public final class IndexUnusable extends IOException {
    private static final long serialVersionUID = 1L;

    IndexUnusable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
