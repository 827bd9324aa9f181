/// Tests of running PostgreSQL, against the real one.
@NullMarked
package vigie.store.postgres;

import org.jspecify.annotations.NullMarked;
