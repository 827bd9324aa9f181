@NullMarked
package vigie.media.sets.nsrl;

import org.jspecify.annotations.NullMarked;
