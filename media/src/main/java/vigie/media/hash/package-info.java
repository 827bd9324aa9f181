/// Digests and perceptual hashes of files on a disk, outside any case.
@NullMarked
package vigie.media.hash;

import org.jspecify.annotations.NullMarked;
