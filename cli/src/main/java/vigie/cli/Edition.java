package vigie.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The edition that this program was assembled as; what is in its artifact is what it can do.
final class Edition {
    private static final String RESOURCE = "/META-INF/vigie/edition";

    private Edition() {}

    /// Its name: `authority`.
    static String name() {
        try (InputStream in = Edition.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("this program was not assembled as an edition");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
