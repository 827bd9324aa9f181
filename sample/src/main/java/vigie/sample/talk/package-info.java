/// What people say, in five languages, and what they state about themselves.
@NullMarked
package vigie.sample.talk;

import org.jspecify.annotations.NullMarked;
