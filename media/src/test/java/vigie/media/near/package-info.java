@NullMarked
package vigie.media.near;

import org.jspecify.annotations.NullMarked;
