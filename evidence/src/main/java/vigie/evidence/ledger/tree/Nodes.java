package vigie.evidence.ledger.tree;

import java.io.IOException;

/// Gives the hash of any complete subtree: the one of `1 << height` leaves that starts at leaf
/// `index << height`.
@FunctionalInterface
public interface Nodes {
    /// The hash of a complete subtree.
    ///
    /// @throws IOException if it is not there or cannot be read
    byte[] node(int height, long index) throws IOException;
}
