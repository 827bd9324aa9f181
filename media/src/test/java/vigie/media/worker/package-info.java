@NullMarked
package vigie.media.worker;

import org.jspecify.annotations.NullMarked;
