/// The ledger of a case: who did what with its evidence, when, why and for whom, in an append-only
/// Merkle log whose checkpoints are signed.
///
/// It shows that nothing was altered, removed or reordered since a checkpoint that somebody else
/// keeps. It does not show that an entry was true, and who holds the signing key can rewrite what
/// no such checkpoint covers. Entries hold ids and commitments; words about people are sealed apart
/// and can be erased.
@NullMarked
package vigie.evidence.ledger;

import org.jspecify.annotations.NullMarked;
