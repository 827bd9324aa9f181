/// Tests of the package of the same name over a real database.
@NullMarked
package vigie.casework.user.access;

import org.jspecify.annotations.NullMarked;
