/// The rows of cases in PostgreSQL: loaded by binary COPY, read under row-level security.
///
/// Derived rows are never migrated: where their version differs, they are dropped and derived from
/// the exhibits again. Plain SQL stands next to the records that it fills.
@NullMarked
package vigie.store.rows;

import org.jspecify.annotations.NullMarked;
