package vigie.web.frame;

/// What a user chose of the interface besides their language.
///
/// @param keys  whether single keys act
/// @param theme `auto`, `light` or `dark`
/// @param own   which keys
public record Preferences(boolean keys, String theme, Keys own) {
    public Preferences {
        if (!theme.matches("auto|light|dark")) {
            throw new IllegalArgumentException("not a theme: " + theme);
        }
    }

    /// Those that are kept as these words; what is not understood is as usual.
    public static Preferences of(String words) {
        String theme = words.contains("theme=dark") ? "dark" : "auto";
        return new Preferences(
                !words.contains("keys=off"),
                words.contains("theme=light") ? "light" : theme,
                Keys.of(words.split(" ")));
    }

    /// The same with other keys.
    public Preferences with(Keys other) {
        return new Preferences(keys, theme, other);
    }

    /// The key of an act, as pages show it beside what it does; "" where none acts.
    public String key(String act) {
        return keys ? own.of(act) : "";
    }

    /// The key of an act or place of a part, `usual` where nobody chose another; "" where none
    // acts.
    public String key(String act, String usual) {
        return keys ? own.of(act, usual) : "";
    }

    /// The keys as the script of the pages reads them; "" where none acts.
    public String script(Keys.More more) {
        return keys ? own.forScript(more) : "";
    }

    /// The words as which they are kept.
    public String words() {
        return "keys=" + (keys ? "on" : "off") + " theme=" + theme + own.words();
    }
}
