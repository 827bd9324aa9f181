package vigie.media.worker;

import java.io.IOException;
import java.io.InputStream;

/// A file to examine. It is opened when a worker is ready for it, and again if that worker dies.
///
/// @param id what its answer repeats
/// @param size how many bytes it has, exactly
public record Item(long id, long size, Content content) {
    public Item {
        if (size < 0) {
            throw new IllegalArgumentException("no size: " + size);
        }
    }

    /// The bytes of a file.
    public interface Content {
        InputStream open() throws IOException;
    }
}
