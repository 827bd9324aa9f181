/// What sets say of each entry, kept as their sources wrote it: files of records, each with its
/// checksum. The format is `docs/formats/sets.md`.
@NullMarked
package vigie.media.sets.record;

import org.jspecify.annotations.NullMarked;
