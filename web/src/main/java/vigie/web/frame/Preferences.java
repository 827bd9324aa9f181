package vigie.web.frame;

/// What a user chose of the interface besides their language.
///
/// @param keys  whether single keys act
/// @param theme `auto`, `light` or `dark`
public record Preferences(boolean keys, String theme) {
    public Preferences {
        if (!theme.matches("auto|light|dark")) {
            throw new IllegalArgumentException("not a theme: " + theme);
        }
    }

    /// Those that are kept as these words; what is not understood is as usual.
    public static Preferences of(String words) {
        String theme = words.contains("theme=dark") ? "dark" : "auto";
        return new Preferences(
                !words.contains("keys=off"), words.contains("theme=light") ? "light" : theme);
    }

    /// The words as which they are kept.
    public String words() {
        return "keys=" + (keys ? "on" : "off") + " theme=" + theme;
    }
}
