/// The Merkle tree of RFC 9162 over the entries of a ledger: hashes, the tiles that keep them, and
/// proofs computed from those.
///
/// A tree proves that entries are the same as when its root was noted, not that they are true.
@NullMarked
package vigie.evidence.ledger.tree;

import org.jspecify.annotations.NullMarked;
