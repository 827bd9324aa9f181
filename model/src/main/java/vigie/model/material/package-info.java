/// Material evidence: bytes, the names that bytes have, and positions within them.
@NullMarked
package vigie.model.material;

import org.jspecify.annotations.NullMarked;
