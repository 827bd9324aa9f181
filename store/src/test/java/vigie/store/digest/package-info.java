/// Tests of canonical JSON and sums.
@NullMarked
package vigie.store.digest;

import org.jspecify.annotations.NullMarked;
