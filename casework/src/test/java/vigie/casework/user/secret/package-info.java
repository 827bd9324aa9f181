/// Tests of secrets.
@NullMarked
package vigie.casework.user.secret;

import org.jspecify.annotations.NullMarked;
