/// PDQ, the perceptual hash of pictures (Facebook, *The TMK+PDQF Video-Hashing Algorithm and the
/// PDQ Image-Hashing Algorithm*, 2019).
@NullMarked
package vigie.media.pdq;

import org.jspecify.annotations.NullMarked;
