@NullMarked
package vigie.media.pdq;

import org.jspecify.annotations.NullMarked;
