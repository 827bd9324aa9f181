/// Tests of the readers.
@NullMarked
package vigie.readers.table;

import org.jspecify.annotations.NullMarked;
