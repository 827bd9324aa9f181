package vigie.evidence.fields;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vigie.model.casefile.Refusal;

/// The named texts of one small document, each taken once: what nobody took is an unknown key.
///
/// Every fault is a [Refusal] that names the file, the line, the key and the reason in one
/// sentence.
public final class Fields {
    /// The longest text that a field may hold.
    public static final int LONGEST = 4000;

    private final String file;
    private final String prefix;
    private final Refusal.Kind kind;
    private final Map<String, Placed> values;
    private final Map<String, Integer> lines = new HashMap<>();

    /// What a key holds, and the line on which the key stands.
    record Placed(int line, Value value) {}

    /// What a key may hold: a text, nothing, texts, or further keys.
    sealed interface Value {
        record Text(String text) implements Value {}

        record Nothing() implements Value {}

        record Texts(List<String> texts) implements Value {}

        record Group(Map<String, Placed> values) implements Value {}
    }

    Fields(String file, String prefix, Refusal.Kind kind, Map<String, Placed> values) {
        this.file = file;
        this.prefix = prefix;
        this.kind = kind;
        this.values = values;
        values.forEach((key, placed) -> lines.put(key, placed.line()));
    }

    /// Reads a document of at most two levels of keys, YAML 1.2 or JSON, without anchors or tags;
    /// a list is one of texts.
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
        return switch (taken(key)) {
            case Value.Nothing() -> null;
            case Value.Group(_) -> throw problem(key, "must be a text, and has keys of its own");
            case Value.Texts(_) -> throw problem(key, "must be a text, and is a list");
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
        return groupOrNone(key).orElseThrow(() -> problem(key, "must be stated"));
    }

    /// The keys below `key`, where it is there.
    public Optional<Fields> groupOrNone(String key) {
        return switch (taken(key)) {
            case Value.Nothing() -> Optional.empty();
            case Value.Text(_), Value.Texts(_) -> throw problem(key, "must have keys of its own");
            case Value.Group(Map<String, Placed> below) ->
                    Optional.of(new Fields(file, prefix + key + ".", kind, below));
        };
    }

    /// The texts of the list `key`, none where the key is absent or null.
    public List<String> texts(String key) {
        return switch (taken(key)) {
            case Value.Nothing() -> List.of();
            case Value.Text(_), Value.Group(_) -> throw problem(key, "must be a list of texts");
            case Value.Texts(List<String> texts) ->
                    texts.stream().map(text -> checked(key, text)).toList();
        };
    }

    /// The whole number of `key`, as [#number], or `otherwise` where the key is absent or null.
    public int number(String key, int least, int most, int otherwise) {
        Placed placed = values.get(key);
        if (placed == null || placed.value() instanceof Value.Nothing) {
            values.remove(key);
            return otherwise;
        }
        return number(key, least, most);
    }

    private Value taken(String key) {
        Placed placed = values.remove(key);
        return placed == null ? new Value.Nothing() : placed.value();
    }

    /// Refuses whatever key was not asked for.
    public void finish() {
        if (!values.isEmpty()) {
            throw problem(new TreeSet<>(values.keySet()).first(), "is not a known key");
        }
    }

    /// The refusal that says what is wrong with a key.
    public Refusal problem(String key, String reason) {
        Integer line = lines.get(key);
        return new Refusal(
                kind,
                file
                        + ": "
                        + (line == null ? "" : "line " + line + ": ")
                        + prefix
                        + key
                        + " "
                        + reason);
    }
}
