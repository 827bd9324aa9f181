/// The Media screen over a made-up gardening club: what it says, what it shows, and to whom.
@NullMarked
package vigie.web.media;

import org.jspecify.annotations.NullMarked;
