package vigie.evidence.intake;

import java.io.IOException;
import vigie.evidence.MalformedInput;

/// Takes what intake finds, in its order. Whatever was handed over stays valid when a later file is
/// refused.
public interface IntakeSink {
    /// A file.
    void file(Found found) throws IOException;

    /// An archive: keeps it, and gives back the bytes that it kept, whose members come next.
    KeptArchive archive(Found found) throws IOException;

    /// That something was passed over, under which name and why.
    void skipped(String path, String reason) throws IOException;

    /// That an archive breaks its format; thrown on unless overridden. Where this returns, what
    /// comes after the archive is still taken.
    default void malformed(MalformedInput error) throws IOException {
        throw error;
    }
}
