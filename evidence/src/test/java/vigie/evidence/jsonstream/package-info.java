/// Tests of the readers.
@NullMarked
package vigie.evidence.jsonstream;

import org.jspecify.annotations.NullMarked;
