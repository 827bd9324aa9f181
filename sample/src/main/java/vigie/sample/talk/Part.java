package vigie.sample.talk;

import org.jspecify.annotations.Nullable;

/// A part of a text, as Telegram marks it.
///
/// @param type  `plain`, `mention`, `phone`, `bold` and so on
/// @param extra what the type adds: an address, a user's number, a language, a document; else null
public record Part(String type, String text, @Nullable String extra) {
    /// Text without a mark.
    public static Part plain(String text) {
        return new Part("plain", text, null);
    }

    /// Text with a mark that adds nothing.
    public static Part of(String type, String text) {
        return new Part(type, text, null);
    }
}
