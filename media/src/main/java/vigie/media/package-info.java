/// Media of a case, reduced before any person looks: digests, perceptual hashes, hash sets,
/// similarity, stacks. Nothing here shows a picture, and nothing here knows a repository: it works
/// on bytes, arrays and iterators.
@NullMarked
package vigie.media;

import org.jspecify.annotations.NullMarked;
