/// Makes conversations: when something is said, by whom, with what.
@NullMarked
package vigie.sample.compose;

import org.jspecify.annotations.NullMarked;
