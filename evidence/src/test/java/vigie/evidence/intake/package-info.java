/// Tests of the package of the same name.
@NullMarked
package vigie.evidence.intake;

import org.jspecify.annotations.NullMarked;
