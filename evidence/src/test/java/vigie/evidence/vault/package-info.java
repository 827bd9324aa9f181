/// Tests of the package of the same name.
@NullMarked
package vigie.evidence.vault;

import org.jspecify.annotations.NullMarked;
