@NullMarked
package vigie.media.pixel;

import org.jspecify.annotations.NullMarked;
