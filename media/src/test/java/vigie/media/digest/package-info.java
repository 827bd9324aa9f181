@NullMarked
package vigie.media.digest;

import org.jspecify.annotations.NullMarked;
