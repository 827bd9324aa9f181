package vigie.casework.media;

import java.io.IOException;
import java.util.Optional;
import vigie.evidence.EvidenceBytes;

/// What makes a small, grey, blurred picture of an item, in a confined process; the file itself
/// never leaves it.
public interface Veil extends AutoCloseable {
    /// The longest side of what is shown, in pixels.
    int SIDE = 256;

    /// A PNG of an item, or nothing where none can be had.
    ///
    /// @param clear how clear, 0 the most blurred and grey, 2 as it is, still small
    Optional<byte[]> of(EvidenceBytes bytes, int clear) throws IOException;

    @Override
    void close();
}
