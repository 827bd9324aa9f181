package vigie.evidence.ledger.tree;

import java.util.List;
import vigie.model.material.Sha256;

/// That an entry is number `index` of the first `size` entries: the hashes beside its way up to the
/// root (RFC 9162, section 2.1.3).
public record InclusionProof(long index, long size, List<Sha256> path) {
    public InclusionProof {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " among " + size);
        }
        path = List.copyOf(path);
    }

    /// Whether the proof leads from this leaf hash to this root.
    public boolean proves(byte[] leaf, Sha256 root) {
        long at = index;
        long last = size - 1;
        byte[] hash = leaf;
        for (Sha256 beside : path) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                hash = TreeHash.node(beside.bytes(), hash);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                hash = TreeHash.node(hash, beside.bytes());
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && Sha256.ofDigest(hash).equals(root);
    }
}
