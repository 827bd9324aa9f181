/// What a text holds that a reader does not see, or takes for something else: characters without a
/// shape, and words made to look like others.
///
/// Nothing here is removed or replaced: it says where such a thing stands, so that a screen shows
/// it. The rules are those of Unicode (UAX #31, UTS #39, UTS #51).
@NullMarked
package vigie.text.hidden;

import org.jspecify.annotations.NullMarked;
