@NullMarked
package vigie.media.sets;

import org.jspecify.annotations.NullMarked;
