/// Decisions about stacks: entries of the ledger first, then rows.
@NullMarked
package vigie.casework.media.decide;

import org.jspecify.annotations.NullMarked;
