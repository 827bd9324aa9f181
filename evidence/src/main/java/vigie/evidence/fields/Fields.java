package vigie.evidence.fields;

import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vigie.model.casefile.Refusal;

/// The named texts of one small document, each taken once: what nobody took is an unknown key.
///
/// Every fault is a [Refusal] that names the file, the key and the reason in one sentence.
public final class Fields {
    /// The longest text that a field may hold.
    public static final int LONGEST = 4000;

    private final String file;
    private final String prefix;
    private final Refusal.Kind kind;
    private final Map<String, Value> values;

    /// What a key may hold: a text, nothing, or further keys.
    sealed interface Value {
        record Text(String text) implements Value {}

        record Nothing() implements Value {}

        record Group(Map<String, Value> values) implements Value {}
    }

    Fields(String file, String prefix, Refusal.Kind kind, Map<String, Value> values) {
        this.file = file;
        this.prefix = prefix;
        this.kind = kind;
        this.values = values;
    }

    /// Reads a document of at most two levels of keys, YAML 1.2 or JSON, without anchors, tags or
    /// lists.
    ///
    /// @param file the name that refusals give it
    /// @param kind what a refusal is about
    public static Fields parse(String file, byte[] utf8, Refusal.Kind kind) {
        return new Fields(file, "", kind, FieldParser.parse(file, utf8, kind));
    }

    /// The text of `key`, which must be there and not blank.
    public String text(String key) {
        String text = textOrNull(key);
        if (text == null) {
            throw problem(key, "must be stated");
        }
        return text;
    }

    /// The text of `key`, or null where the key is absent or null.
    public @Nullable String textOrNull(String key) {
        return switch (values.remove(key)) {
            case null -> null;
            case Value.Nothing() -> null;
            case Value.Group(_) -> throw problem(key, "must be a text, and has keys of its own");
            case Value.Text(String text) -> checked(key, text.strip());
        };
    }

    private String checked(String key, String text) {
        if (text.isEmpty()) {
            throw problem(key, "must not be blank");
        }
        if (text.length() > LONGEST) {
            throw problem(key, "is longer than " + LONGEST + " characters");
        }
        if (text.codePoints().anyMatch(Fields::unprintable)) {
            throw problem(key, "holds a control character");
        }
        return text;
    }

    private static boolean unprintable(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\t'
                || c >= 0xD800 && c <= 0xDFFF
                || c == 0xFEFF
                || c >= 0xFFFE && c <= 0xFFFF;
    }

    /// The whole number of `key`, which must lie between two bounds, both allowed.
    public int number(String key, int least, int most) {
        String text = text(key);
        if (!text.matches("[0-9]{1,9}")) {
            throw problem(key, "must be a whole number");
        }
        int number = Integer.parseInt(text);
        if (number < least || number > most) {
            throw problem(key, "must lie between " + least + " and " + most);
        }
        return number;
    }

    /// The keys below `key`, which must be there.
    public Fields group(String key) {
        return switch (values.remove(key)) {
            case null -> throw problem(key, "must be stated");
            case Value.Nothing() -> throw problem(key, "must be stated");
            case Value.Text(_) -> throw problem(key, "must have keys of its own");
            case Value.Group(Map<String, Value> below) ->
                    new Fields(file, prefix + key + ".", kind, below);
        };
    }

    /// Refuses whatever key was not asked for.
    public void finish() {
        if (!values.isEmpty()) {
            throw problem(new TreeSet<>(values.keySet()).first(), "is not a known key");
        }
    }

    /// The refusal that says what is wrong with a key.
    public Refusal problem(String key, String reason) {
        return new Refusal(kind, file + ": " + prefix + key + " " + reason);
    }
}
