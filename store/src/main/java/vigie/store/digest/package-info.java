/// The state of a case in a few numbers: canonical JSON of claims and rows, and their sums.
///
/// `docs/formats/state-digest.md` specifies every byte; nothing here knows a database.
@NullMarked
package vigie.store.digest;

import org.jspecify.annotations.NullMarked;
