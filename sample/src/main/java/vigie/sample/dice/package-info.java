/// Chance that depends on a seed alone.
@NullMarked
package vigie.sample.dice;

import org.jspecify.annotations.NullMarked;
