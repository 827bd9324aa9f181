/// The stage `match`: digests and look-up before anything is decoded, confined examination,
/// likeness, stacks.
@NullMarked
package vigie.casework.media.match;

import org.jspecify.annotations.NullMarked;
