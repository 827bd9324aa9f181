/// Tests of the package of the same name.
@NullMarked
package vigie.evidence.keys;

import org.jspecify.annotations.NullMarked;
