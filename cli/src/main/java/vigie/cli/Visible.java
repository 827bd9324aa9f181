package vigie.cli;

/// Makes text from evidence safe to print on a terminal: what steers a terminal or hides from a
/// reader is shown as a token.
final class Visible {
    private Visible() {}

    /// `text` with line breaks as `⏎`, and control characters and hidden direction marks as
    /// `⟨U+202E⟩`.
    static String of(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints()
                .forEach(
                        c -> {
                            if (c == '\n') {
                                shown.append('⏎');
                            } else if (c == '\t') {
                                shown.append(' ');
                            } else if (hidden(c)) {
                                shown.append("⟨U+%04X⟩".formatted(c));
                            } else {
                                shown.appendCodePoint(c);
                            }
                        });
        return shown.toString();
    }

    /// `json` with every such character as an escape, which means the same.
    static String ofJson(String json) {
        StringBuilder shown = new StringBuilder(json.length());
        json.codePoints()
                .forEach(
                        c -> {
                            if (hidden(c)) {
                                for (char unit : Character.toChars(c)) {
                                    shown.append("\\u%04x".formatted((int) unit));
                                }
                            } else {
                                shown.appendCodePoint(c);
                            }
                        });
        return shown.toString();
    }

    private static boolean hidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE -> true;
            case Character.FORMAT -> c != 0x200C && c != 0x200D;
            default -> false;
        };
    }
}
