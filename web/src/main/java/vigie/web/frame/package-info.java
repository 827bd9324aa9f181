/// What every page shares: who visits, in which language, with which headers, inside which frame.
@NullMarked
package vigie.web.frame;

import org.jspecify.annotations.NullMarked;
