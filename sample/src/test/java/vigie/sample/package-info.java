/// Tests.
@NullMarked
package vigie.sample;

import org.jspecify.annotations.NullMarked;
