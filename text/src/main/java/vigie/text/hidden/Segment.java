package vigie.text.hidden;

import java.util.List;

/// A part of a text. The segments of a text follow each other without gap, from its first unit to
/// its last.
public sealed interface Segment {
    /// Where it starts in the text, in UTF-16 units.
    int start();

    /// Where it ends.
    int end();

    /// Text that is what it looks like.
    record Plain(int start, int end) implements Segment {}

    /// One character that has no shape of its own.
    ///
    /// @param name     its name in Unicode
    /// @param ordinary whether writing wants it there: between parts of an emoji, between Persian
    ///     or Indic letters
    record Hidden(int start, int end, int codePoint, String name, boolean ordinary)
            implements Segment {
        /// Its number as Unicode writes it: `U+200B`.
        public String number() {
            return "U+%04X".formatted(codePoint);
        }
    }

    /// A word, or the part of one between hidden characters, that mixes scripts so that it looks
    /// like a word of one.
    ///
    /// @param reading what the whole word looks like, in its main script
    /// @param scripts  the names of the scripts that it mixes
    record Lookalike(int start, int end, String reading, List<String> scripts) implements Segment {
        public Lookalike {
            scripts = List.copyOf(scripts);
        }
    }
}
