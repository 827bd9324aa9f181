/// Pictures opened by a program and by nobody else: what their header claims, their pixels as grey,
/// and what is hashed of them.
///
/// Every byte here is hostile. Sizes are read and limited before pixels are; whatever breaks comes
/// out as [vigie.media.examine.Examined.Unreadable]. Decoders are large and some are native: that
/// nothing gets past them is not promised here, so they run in a confined process.
@NullMarked
package vigie.media.pixel;

import org.jspecify.annotations.NullMarked;
