package vigie.evidence.ledger.tree;

import java.util.ArrayList;
import java.util.List;
import vigie.model.material.Sha256;

/// That the first `size` entries begin with the same `oldSize` entries as an older tree: nothing in
/// it was rewritten (RFC 9162, section 2.1.4).
public record ConsistencyProof(long oldSize, long size, List<Sha256> path) {
    public ConsistencyProof {
        if (oldSize < 0 || oldSize > size) {
            throw new IllegalArgumentException("no tree of " + oldSize + " within " + size);
        }
        path = List.copyOf(path);
    }

    /// Whether the proof leads from the older root to the newer one.
    public boolean proves(Sha256 oldRoot, Sha256 root) {
        if (oldSize == size) {
            return path.isEmpty() && oldRoot.equals(root);
        }
        if (oldSize == 0) {
            return path.isEmpty() && oldRoot.equals(Sha256.ofDigest(TreeHash.empty()));
        }
        if (path.isEmpty()) {
            return false;
        }
        return walk(oldRoot, root);
    }

    private boolean walk(Sha256 oldRoot, Sha256 root) {
        var hashes = new ArrayList<>(path);
        if (Long.bitCount(oldSize) == 1) {
            hashes.addFirst(oldRoot);
        }
        long at = oldSize - 1;
        long last = size - 1;
        int aligned = Long.numberOfTrailingZeros(~at);
        at >>= aligned;
        last >>= aligned;
        byte[] older = hashes.getFirst().bytes();
        byte[] newer = older;
        for (Sha256 next : hashes.subList(1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                older = TreeHash.node(next.bytes(), older);
                newer = TreeHash.node(next.bytes(), newer);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                newer = TreeHash.node(newer, next.bytes());
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0
                && Sha256.ofDigest(older).equals(oldRoot)
                && Sha256.ofDigest(newer).equals(root);
    }
}
