@NullMarked
package vigie.media.near.search;

import org.jspecify.annotations.NullMarked;
