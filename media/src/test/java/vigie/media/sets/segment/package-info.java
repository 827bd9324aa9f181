@NullMarked
package vigie.media.sets.segment;

import org.jspecify.annotations.NullMarked;
