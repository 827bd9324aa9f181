/// The verbs about media, and their wiring.
@NullMarked
package vigie.cli.media;

import org.jspecify.annotations.NullMarked;
