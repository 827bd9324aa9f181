package vigie.readers;

import java.io.IOException;
import vigie.model.claim.Claim;
import vigie.model.material.Span;

/// Takes what a reader finds, in the order of the bytes.
public interface ClaimSink {
    /// One claim.
    void claim(Claim claim) throws IOException;

    /// That bytes broke the format in a known, declared way and were read as meant: `what` in a few
    /// words, the same for every such repair.
    void repaired(Span at, String what) throws IOException;

    /// That bytes were passed over, and why.
    void skipped(Span at, String why) throws IOException;
}
