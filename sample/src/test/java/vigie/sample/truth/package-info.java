/// Tests.
@NullMarked
package vigie.sample.truth;

import org.jspecify.annotations.NullMarked;
