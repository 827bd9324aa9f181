@NullMarked
package vigie.casework.media.match;

import org.jspecify.annotations.NullMarked;
