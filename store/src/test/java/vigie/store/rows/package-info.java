/// Tests of the rows of cases, against the real database.
@NullMarked
package vigie.store.rows;

import org.jspecify.annotations.NullMarked;
