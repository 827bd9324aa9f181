@NullMarked
package vigie.casework.media.reveal;

import org.jspecify.annotations.NullMarked;
