package vigie.evidence;

import java.io.IOException;
import java.io.InputStream;
import vigie.model.material.Exhibit;

/// The plain bytes of one exhibit, opened under a checked basis, readable from any offset.
///
/// Every byte is hostile. Integrity is checked while reading: a changed byte ends the stream with
/// an [IOException], never with other bytes.
public interface EvidenceBytes {
    /// The exhibit whose bytes these are.
    Exhibit exhibit();

    /// A stream that starts at byte `offset`; the caller closes it.
    InputStream open(long offset) throws IOException;
}
