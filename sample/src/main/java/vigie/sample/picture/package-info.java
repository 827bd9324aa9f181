/// Drawn pictures and the ways in which one derives from another.
@NullMarked
package vigie.sample.picture;

import org.jspecify.annotations.NullMarked;
