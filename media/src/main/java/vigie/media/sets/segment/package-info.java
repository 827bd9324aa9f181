/// Sorted immutable files of digests: written in one pass from sorted runs, looked up from a file
/// mapping. The format is `docs/formats/sets.md`.
///
/// A damaged file is refused by its name before what is damaged is used: every block carries a
/// checksum, which is verified when the block is first touched. It finds accidents, not forgery.
@NullMarked
package vigie.media.sets.segment;

import org.jspecify.annotations.NullMarked;
