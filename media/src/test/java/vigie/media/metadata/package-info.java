@NullMarked
package vigie.media.metadata;

import org.jspecify.annotations.NullMarked;
