/// The rows of media: what was found in each file, what it matched, stacks, decisions, exposure.
@NullMarked
package vigie.store.media;

import org.jspecify.annotations.NullMarked;
