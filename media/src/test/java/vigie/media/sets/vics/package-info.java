@NullMarked
package vigie.media.sets.vics;

import org.jspecify.annotations.NullMarked;
