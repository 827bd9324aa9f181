@NullMarked
package vigie.media.stack;

import org.jspecify.annotations.NullMarked;
