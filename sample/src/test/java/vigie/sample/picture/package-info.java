/// Tests.
@NullMarked
package vigie.sample.picture;

import org.jspecify.annotations.NullMarked;
