package vigie.evidence.intake;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import vigie.model.material.Sha256;

/// An archive that was taken, so that its members are read from the very bytes that were hashed.
///
/// @param digest the SHA-256 of the archive
/// @param bytes  the archive's bytes as they were kept
public record KeptArchive(Sha256 digest, Bytes bytes) {
    /// Opens the bytes of an archive.
    public interface Bytes {
        /// The bytes for reading in any order; the caller closes it.
        SeekableByteChannel open() throws IOException;
    }
}
