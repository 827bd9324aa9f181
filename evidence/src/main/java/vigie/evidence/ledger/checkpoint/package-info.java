/// Signed statements of how large a ledger was and what its root was: C2SP signed notes and tlog
/// checkpoints.
///
/// Who holds the signing key can sign another history: only a checkpoint that somebody else keeps,
/// on paper or in a time stamp, keeps the key's holder from rewriting what it covers.
@NullMarked
package vigie.evidence.ledger.checkpoint;

import org.jspecify.annotations.NullMarked;
