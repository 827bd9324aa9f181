package vigie.casework.media;

import java.io.IOException;
import java.util.Optional;
import vigie.evidence.EvidenceBytes;

/// What makes a small, grey, blurred picture of an item, in a confined process; the file itself
/// never leaves it.
public interface Veil extends AutoCloseable {
    /// A PNG of an item, or nothing where none can be had.
    ///
    /// @param clear how clear: 0 the most blurred, 2 not; always small and grey
    Optional<byte[]> of(EvidenceBytes bytes, int clear) throws IOException;

    @Override
    void close();
}
