/// Users and what they prove themselves with, in PostgreSQL.
///
/// Users are read as the actor, under row-level security. Credentials and links are reached by the
/// loader alone: a password is compared outside the database, so what gives one to be compared
/// gives it to be read, and the role that answers users' questions must have no such thing, not
/// even as a function. What two could race for (an attempt, a code, a link) is decided by one
/// UPDATE.
@NullMarked
package vigie.store.users;

import org.jspecify.annotations.NullMarked;
