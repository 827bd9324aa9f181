/// Tests of the readers.
@NullMarked
package vigie.readers;

import org.jspecify.annotations.NullMarked;
