/// Running PostgreSQL and reaching it: a server somewhere, or one of our own on this machine.
///
/// Nothing here knows what the tables hold. A connection belongs to one of three roles, and only
/// the `app` role, under row-level security, answers a user.
@NullMarked
package vigie.store.postgres;

import org.jspecify.annotations.NullMarked;
