/// The first page: what waits for the visitor, what changed, their cases.
@NullMarked
package vigie.web.desk;

import org.jspecify.annotations.NullMarked;
