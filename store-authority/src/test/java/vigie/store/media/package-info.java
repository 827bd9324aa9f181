/// Media of a made-up gardening club, from taking to decisions.
@NullMarked
package vigie.store.media;

import org.jspecify.annotations.NullMarked;
