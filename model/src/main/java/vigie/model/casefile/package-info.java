/// A case, the people who work on it, and the legal basis under which they may.
@NullMarked
package vigie.model.casefile;

import org.jspecify.annotations.NullMarked;
