/// Making what may be shown: a small grey picture, blurred, from what a confined process saw.
@NullMarked
package vigie.casework.media.reveal;

import org.jspecify.annotations.NullMarked;
