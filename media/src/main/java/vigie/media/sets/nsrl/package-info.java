/// NSRL's Reference Data Set (RDSv3), an SQLite database, and the deltas that change it.
///
/// The database is opened read-only, without its triggers, views of functions, attached files or
/// extensions being trusted, and is read once from end to end. That a file is in it says that
/// somebody distributed it, not that it is harmless.
@NullMarked
package vigie.media.sets.nsrl;

import org.jspecify.annotations.NullMarked;
