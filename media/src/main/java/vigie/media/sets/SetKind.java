package vigie.media.sets;

import java.util.Locale;

/// What a match in a set is for.
public enum SetKind {
    /// Looked at first.
    ALERT,
    /// Looked at last; it clears nothing.
    KNOWN,
    /// Likeness to one of these pictures (a logo, a blank frame) says nothing.
    NEGATIVE;

    /// As written on the command line and on disk: `alert`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind that a word names.
    ///
    /// @throws IllegalArgumentException if it names none
    public static SetKind of(String word) {
        for (SetKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(
                "a set is alert, known or negative, and not \"" + word + "\"");
    }
}
