@NullMarked
package vigie.media.sets.source;

import org.jspecify.annotations.NullMarked;
