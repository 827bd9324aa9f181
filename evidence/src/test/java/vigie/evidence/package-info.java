/// Tests of evidence as a whole.
@NullMarked
package vigie.evidence;

import org.jspecify.annotations.NullMarked;
