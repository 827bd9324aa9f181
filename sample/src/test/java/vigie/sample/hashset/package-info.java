@NullMarked
package vigie.sample.hashset;

import org.jspecify.annotations.NullMarked;
