package vigie.evidence.ledger.tree;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The right edge of a growing tree: enough to add leaves and to know the root, in a memory that
/// grows with the logarithm of the size only.
public final class Frontier {
    /// Receives the hash of each complete subtree whose height is a multiple of 8, as it completes;
    /// these are the hashes that tiles hold.
    @FunctionalInterface
    public interface Sink {
        /// A complete subtree of `1 << 8 * level` leaves, number `index` of its level.
        void complete(int level, long index, byte[] hash);
    }

    /// At `h`, where bit `h` of the size is set, the complete subtree of height `h` at the edge.
    private final byte[] @Nullable [] edge = new byte[Long.SIZE][];

    private long size;

    /// The tree of the first `size` leaves of a larger one.
    public static Frontier at(long size, Nodes nodes) throws IOException {
        var frontier = new Frontier();
        frontier.size = size;
        for (int height = 0; height < Long.SIZE - 1; height++) {
            if ((size >> height & 1) == 1) {
                frontier.edge[height] = nodes.node(height, (size >> height) - 1);
            }
        }
        return frontier;
    }

    /// The number of leaves.
    public long size() {
        return size;
    }

    /// Adds a leaf by its hash.
    public void add(byte[] leaf, Sink sink) {
        byte[] hash = leaf;
        long index = size;
        int height = 0;
        sink.complete(0, index, hash);
        for (byte[] left; (left = edge[height]) != null; ) {
            edge[height] = null;
            hash = TreeHash.node(left, hash);
            height++;
            index >>= 1;
            if (height % 8 == 0) {
                sink.complete(height / 8, index, hash);
            }
        }
        edge[height] = hash;
        size++;
    }

    /// The root over all leaves so far.
    public byte[] root() {
        byte[] root = null;
        for (byte[] left : edge) {
            if (left != null) {
                root = root == null ? left : TreeHash.node(left, root);
            }
        }
        return root == null ? TreeHash.empty() : root;
    }
}
