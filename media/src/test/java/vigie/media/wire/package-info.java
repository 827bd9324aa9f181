@NullMarked
package vigie.media.wire;

import org.jspecify.annotations.NullMarked;
