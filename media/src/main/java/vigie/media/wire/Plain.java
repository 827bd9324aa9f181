package vigie.media.wire;

/// Text of a file without what could act on whoever prints it.
public final class Plain {
    private Plain() {}

    /// The text with each control character, and each half of a pair, as a backslash and its number
    /// in hexadecimal digits, cut to some characters.
    public static String text(String text, int longest) {
        boolean plain = text.length() <= longest;
        for (int i = 0; plain && i < text.length(); i++) {
            char c = text.charAt(i);
            plain = !Character.isISOControl(c) && !Character.isSurrogate(c);
        }
        return plain ? text : escaped(text, longest);
    }

    private static String escaped(String text, int longest) {
        var escaped = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            String written =
                    Character.isISOControl(c)
                            ? "\\x%02x".formatted(c)
                            : c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
                                    ? "\\u%04x".formatted(c)
                                    : Character.toString(c);
            if (escaped.length() + written.length() > longest) {
                break;
            }
            escaped.append(written);
        }
        return escaped.toString();
    }

    /// Whether a text is as [#text] leaves it.
    static boolean holds(String text, int longest) {
        return text.length() <= longest && text.chars().noneMatch(Character::isISOControl);
    }
}
