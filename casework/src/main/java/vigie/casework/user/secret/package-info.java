/// What a user proves themselves with: passwords, codes of an authenticator, recovery codes, links
/// that work once.
///
/// Nothing here knows who somebody is or where a secret is kept; each class makes, writes and
/// compares one kind, and compares in constant time.
@NullMarked
package vigie.casework.user.secret;

import org.jspecify.annotations.NullMarked;
