/// Tests of the package of the same name.
@NullMarked
package vigie.evidence.basis;

import org.jspecify.annotations.NullMarked;
