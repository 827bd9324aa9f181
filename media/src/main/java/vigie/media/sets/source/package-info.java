/// Reading the files that sets are handed over in: VICS, NSRL, lists, CSV, vPDQ. Each is streamed,
/// in constant memory, and refused with its name and the place where it breaks its format.
///
/// What a source says is kept as it says it; only digests are put into one form.
@NullMarked
package vigie.media.sets.source;

import org.jspecify.annotations.NullMarked;
