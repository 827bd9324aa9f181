package vigie.evidence.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import vigie.model.material.Sha256;

/// One file as it was found.
///
/// @param path   the name under which it is taken, as [vigie.model.material.Exhibit#path] has it
/// @param parent the archive that it is a member of, if any
/// @param size   its length as stated before it was read, or -1 where nothing states it
/// @param place  where it lies on this machine; null for a member
/// @param bytes  its bytes; a member's can be opened once, while it is being handed over
public record Found(
        String path, @Nullable Sha256 parent, long size, @Nullable Path place, Bytes bytes) {
    /// Opens the bytes of a file.
    public interface Bytes {
        /// The bytes from the first; the caller closes the stream.
        InputStream open() throws IOException;
    }
}
