package vigie.evidence.verify;

import java.io.IOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.material.Sha256;

/// The files that a vault stores for one case, to be read again. Two threads use it at once.
public interface VaultFiles {
    /// What a `take` entry says of a file.
    ///
    /// @param entry  the entry
    /// @param name   its name in the vault; null where the bytes were left in place
    /// @param sha256 the digest of the plain bytes
    /// @param stored the digest of the bytes as stored; null where they were left in place
    /// @param size   how many plain bytes
    record Taken(
            long entry, @Nullable String name, Sha256 sha256, @Nullable Sha256 stored, long size) {}

    /// What reading a file gave.
    ///
    /// @param stored the digest of the bytes as stored; null where they were left in place
    /// @param bytes  how many of those there are
    record Read(@Nullable Sha256 stored, Plain plain, long bytes) {}

    /// What is known of the plain bytes.
    sealed interface Plain {
        /// They were not read: without the key, or because the stored bytes are others.
        record Unread() implements Plain {}

        /// The vault holds them, with this digest.
        record Held(Sha256 digest) implements Plain {}

        /// They are whole or altered where they were left, with this digest.
        record InPlace(Sha256 digest) implements Plain {}

        /// Where they were left they cannot be read as they were.
        record Displaced(String reason) implements Plain {}
    }

    /// The names of all files that are stored; the caller closes the stream.
    Stream<String> names() throws IOException;

    /// Reads one file whole.
    ///
    /// @throws java.nio.file.NoSuchFileException if it is not there
    /// @throws IOException if it cannot be read, does not open under the key, or opens as other
    ///     evidence than was taken
    Read read(Taken taken) throws IOException;

    /// Whether a file that no entry took is known to be what an interrupted batch left: then it is
    /// noted, not found.
    default boolean unfinished(String name) {
        return false;
    }
}
