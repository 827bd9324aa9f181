/// The Media screen: stacks, veiled; nothing is shown unasked.
@NullMarked
package vigie.web.media;

import org.jspecify.annotations.NullMarked;
