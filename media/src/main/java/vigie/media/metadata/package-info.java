/// What files say about themselves: EXIF, XMP and what containers carry. It is a claim of whoever
/// wrote the file, never a fact about it; no pixel is decoded for it.
@NullMarked
package vigie.media.metadata;

import org.jspecify.annotations.NullMarked;
