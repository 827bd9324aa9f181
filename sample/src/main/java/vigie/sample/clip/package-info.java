/// Small real files beside pictures: clips, voice notes, stickers.
@NullMarked
package vigie.sample.clip;

import org.jspecify.annotations.NullMarked;
