/// Tests.
@NullMarked
package vigie.sample.talk;

import org.jspecify.annotations.NullMarked;
