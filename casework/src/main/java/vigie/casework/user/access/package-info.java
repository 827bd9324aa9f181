/// Coming in: how users are made, enrol, sign in, and are locked out.
///
/// What is said here to whoever fails is one answer after one time, whatever was wrong. What a user
/// may see once they are in is not decided here but by the database, for each query.
@NullMarked
package vigie.casework.user.access;

import org.jspecify.annotations.NullMarked;
