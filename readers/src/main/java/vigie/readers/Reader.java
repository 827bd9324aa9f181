package vigie.readers;

import java.io.IOException;
import vigie.evidence.EvidenceBytes;
import vigie.evidence.MalformedInput;
import vigie.model.material.ReaderVersion;

/// Understands one format; found by [java.util.ServiceLoader], stateless, safe for several threads.
public interface Reader {
    /// Its name and version, part of the position of every claim that it makes. Anything that
    /// changes a claim changes the version.
    ReaderVersion version();

    /// Whether the bytes that start with `head` (at most [#HEAD] of them) are of this format,
    /// whatever the file is called.
    ///
    /// @param companions what else was taken in the same folder, for formats of several files
    boolean recognises(byte[] head, Companions companions) throws IOException;

    /// Reads the whole exhibit and hands over each claim in the order of the bytes.
    ///
    /// @throws MalformedInput where the bytes break the format; every claim before that byte has
    ///     been handed over
    void read(EvidenceBytes bytes, Companions companions, ClaimSink sink) throws IOException;

    /// How many first bytes are enough to recognise a format.
    int HEAD = 8192;
}
