/// The association edition, as it is assembled.
@NullMarked
package vigie.edition;

import org.jspecify.annotations.NullMarked;
