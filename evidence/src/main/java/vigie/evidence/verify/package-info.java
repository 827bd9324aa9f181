/// Checks a ledger and its vault from their files alone: no database, no network, with the case's
/// key or without.
///
/// A clean result proves that nothing changed since what is compared with was noted; what that
/// does not prove, [vigie.evidence.ledger.checkpoint.Statement] says, and every result repeats it.
@NullMarked
package vigie.evidence.verify;

import org.jspecify.annotations.NullMarked;
