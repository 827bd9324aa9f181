/// Work on a case: the chain of verbs, and the interfaces of what it is kept in.
@NullMarked
package vigie.casework;

import org.jspecify.annotations.NullMarked;
