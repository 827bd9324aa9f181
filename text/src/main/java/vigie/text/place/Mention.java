package vigie.text.place;

/// A passage that reads like the name of a place.
///
/// @param name    the number of the name in the gazetteer that it was found by
/// @param offset  where it starts, in UTF-16 units, what Arabic writes together with it left out
/// @param length  in UTF-16 units
/// @param words   how many words the name has
/// @param letters how many letters and digits
/// @param clitics how many of Arabic's particles and articles were taken off to find it
public record Mention(
        int name, int offset, int length, int words, int letters, int clitics, Written written) {
    public Mention {
        if (name <= 0 || offset < 0 || length <= 0 || words <= 0 || clitics < 0) {
            throw new IllegalArgumentException("not a passage: " + offset + ", " + length);
        }
    }

    /// The end of the passage.
    public int end() {
        return offset + length;
    }

    /// The passage.
    public String in(String text) {
        return text.substring(offset, end());
    }
}
