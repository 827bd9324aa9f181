/// Decisions, saved searches and shared cases on a real database, ledger and index.
@NullMarked
package vigie.store.review;

import org.jspecify.annotations.NullMarked;
