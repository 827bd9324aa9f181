@NullMarked
package vigie.media.sets.scheme;

import org.jspecify.annotations.NullMarked;
