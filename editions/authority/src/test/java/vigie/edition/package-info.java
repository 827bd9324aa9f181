/// What the authority edition is made of, and what holds its rooms apart.
@NullMarked
package vigie.edition;

import org.jspecify.annotations.NullMarked;
