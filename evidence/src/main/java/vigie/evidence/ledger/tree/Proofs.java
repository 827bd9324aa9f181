package vigie.evidence.ledger.tree;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vigie.model.material.Sha256;

/// Computes roots and proofs from the hashes of complete subtrees, reading as many as the height of
/// the tree asks for.
public final class Proofs {
    private Proofs() {}

    /// The root of the first `size` leaves.
    public static Sha256 root(Nodes nodes, long size) throws IOException {
        return Sha256.ofDigest(size == 0 ? TreeHash.empty() : range(nodes, 0, size));
    }

    /// The proof that leaf `index` is in the tree of the first `size` leaves.
    public static InclusionProof inclusion(Nodes nodes, long index, long size) throws IOException {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " among " + size);
        }
        var path = new ArrayList<Sha256>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + split(to - from);
            if (index < middle) {
                path.addFirst(Sha256.ofDigest(range(nodes, middle, to)));
                to = middle;
            } else {
                path.addFirst(Sha256.ofDigest(range(nodes, from, middle)));
                from = middle;
            }
        }
        return new InclusionProof(index, size, path);
    }

    /// The proof that the tree of the first `size` leaves begins with that of `oldSize`.
    public static ConsistencyProof consistency(Nodes nodes, long oldSize, long size)
            throws IOException {
        if (oldSize < 0 || oldSize > size) {
            throw new IllegalArgumentException("no tree of " + oldSize + " within " + size);
        }
        if (oldSize == 0 || oldSize == size) {
            return new ConsistencyProof(oldSize, size, List.of());
        }
        var path = new ArrayList<Sha256>();
        long from = 0;
        long to = size;
        while (oldSize != to) {
            long middle = from + split(to - from);
            if (oldSize <= middle) {
                path.addFirst(Sha256.ofDigest(range(nodes, middle, to)));
                to = middle;
            } else {
                path.addFirst(Sha256.ofDigest(range(nodes, from, middle)));
                from = middle;
            }
        }
        if (from != 0) {
            path.addFirst(Sha256.ofDigest(range(nodes, from, to)));
        }
        return new ConsistencyProof(oldSize, size, path);
    }

    /// The hash over the leaves from `from` up to `to`, where `from` is a multiple of the smallest
    /// power of two that is not less than their number, as it is for every subtree of the RFC.
    private static byte[] range(Nodes nodes, long from, long to) throws IOException {
        long count = to - from;
        if (Long.bitCount(count) == 1) {
            int height = Long.numberOfTrailingZeros(count);
            return nodes.node(height, from >> height);
        }
        long middle = from + split(count);
        return TreeHash.node(range(nodes, from, middle), range(nodes, middle, to));
    }

    /// The largest power of two less than `count`.
    private static long split(long count) {
        return Long.highestOneBit(count - 1);
    }
}
