/// Signing in and out, sessions, users and who is on a case.
@NullMarked
package vigie.web.access;

import org.jspecify.annotations.NullMarked;
