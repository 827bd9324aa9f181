/// Tests of the readers.
@NullMarked
package vigie.readers.json;

import org.jspecify.annotations.NullMarked;
