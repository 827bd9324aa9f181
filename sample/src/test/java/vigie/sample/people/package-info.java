/// Tests.
@NullMarked
package vigie.sample.people;

import org.jspecify.annotations.NullMarked;
