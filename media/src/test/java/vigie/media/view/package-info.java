@NullMarked
package vigie.media.view;

import org.jspecify.annotations.NullMarked;
