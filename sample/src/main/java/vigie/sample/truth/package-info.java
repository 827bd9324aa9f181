/// The ground truth of what was written.
@NullMarked
package vigie.sample.truth;

import org.jspecify.annotations.NullMarked;
