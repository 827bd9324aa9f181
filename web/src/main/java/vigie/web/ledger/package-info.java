/// The ledger of a case: its entries, their proofs, checkpoints, verification.
@NullMarked
package vigie.web.ledger;

import org.jspecify.annotations.NullMarked;
