/// Anchors a checkpoint in other hands: by a time stamp (RFC 3161), or by a signature in the
/// minutes.
///
/// Nothing here connects to anything. A request is a file that somebody sends, a reply is a file
/// that somebody brings; where a unit configures a command for it, that command is run.
@NullMarked
package vigie.evidence.ledger.timestamp;

import org.jspecify.annotations.NullMarked;
