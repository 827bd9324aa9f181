/// The page of a case: what was taken and under which basis, what was lost, who and when.
@NullMarked
package vigie.web.casefile;

import org.jspecify.annotations.NullMarked;
