/// Tests of the readers.
@NullMarked
package vigie.readers.telegram;

import org.jspecify.annotations.NullMarked;
