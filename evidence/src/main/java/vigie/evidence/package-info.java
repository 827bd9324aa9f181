/// Evidence and its proof: the basis it is taken under, the vault that keeps it, the ledger of what
/// was done with it.
@NullMarked
package vigie.evidence;

import org.jspecify.annotations.NullMarked;
