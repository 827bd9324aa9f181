/// The words of texts in any script, folded so that what looks or sounds the same to a reader is
/// the same word.
///
/// Folding serves finding, never proof: what is shown is the text as the source holds it.
@NullMarked
package vigie.text.word;

import org.jspecify.annotations.NullMarked;
