package vigie.evidence.verify;

import vigie.model.material.Sha256;

/// The root that a ledger had over its first `size` entries, as somebody noted it: a checkpoint, or
/// a sheet of paper.
///
/// @param from where it was noted, in words
public record KnownRoot(long size, Sha256 root, String from) {
    public KnownRoot {
        if (size < 0) {
            throw new IllegalArgumentException("not the size of a ledger: " + size);
        }
    }
}
