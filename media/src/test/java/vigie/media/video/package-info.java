@NullMarked
package vigie.media.video;

import org.jspecify.annotations.NullMarked;
