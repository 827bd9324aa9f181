/// Tests.
@NullMarked
package vigie.sample.clip;

import org.jspecify.annotations.NullMarked;
