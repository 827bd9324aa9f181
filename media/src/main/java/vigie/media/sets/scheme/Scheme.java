package vigie.media.sets.scheme;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vigie.evidence.fields.Fields;
import vigie.model.casefile.Refusal;

/// A category scheme: a version of what one country's, or one service's, codes mean.
///
/// @param name       `us`, and with the version `us/1` in all that refers to it
/// @param title      what people call it
/// @param property   of an entry that holds the code, `Category` where a file states none
/// @param categories by code, whatever its case
/// @param maps       by the id of another scheme: which code of it each code here stands for
public record Scheme(
        String name,
        int version,
        String title,
        String property,
        Map<String, Category> categories,
        Map<String, Map<String, String>> maps) {
    private static final String CATEGORY = "Category";

    public Scheme {
        Map<String, Category> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(categories);
        categories = Collections.unmodifiableMap(copy);
        maps = Map.copyOf(maps);
        if (!name.matches("[a-z][a-z0-9-]{0,31}") || version < 1) {
            throw new IllegalArgumentException("not a scheme: " + name + "/" + version);
        }
    }

    /// How sets refer to it: `us/1`.
    public String id() {
        return name + "/" + version;
    }

    /// What a code means; nothing where the scheme does not say.
    public Optional<Category> category(String code) {
        return Optional.ofNullable(categories.get(code.strip()));
    }

    /// The code of another scheme that a code here stands for, where the scheme says.
    public Optional<String> mapped(String code, String to) {
        return Optional.ofNullable(maps.getOrDefault(to, Map.of()).get(code.strip()));
    }

    /// Reads a scheme file: YAML, each category a line `code | calls | label`.
    ///
    /// @param file the name that refusals give it
    /// @throws Refusal of kind `SETTINGS` with file, key and reason
    public static Scheme read(String file, byte[] utf8) {
        Fields fields = Fields.parse(file, utf8, Refusal.Kind.SETTINGS);
        String name = fields.text("scheme");
        int version = fields.number("version", 1, 999_999);
        String title = fields.text("title");
        String property = fields.textOrNull("property");
        Map<String, Category> categories = new TreeMap<>();
        for (String line : fields.texts("categories")) {
            Category category = category(fields, name + "/" + version, line);
            if (categories.put(category.code(), category) != null) {
                throw fields.problem("categories", "has a code twice: " + category.code());
            }
        }
        Map<String, Map<String, String>> maps = new TreeMap<>();
        for (String line : fields.texts("maps")) {
            List<String> parts = parts(fields, "maps", line, "other/1 | code | its code");
            maps.computeIfAbsent(parts.get(0), _ -> new TreeMap<>())
                    .put(parts.get(1), parts.get(2));
        }
        fields.finish();
        try {
            return new Scheme(
                    name, version, title, property == null ? CATEGORY : property, categories, maps);
        } catch (IllegalArgumentException notOne) {
            throw fields.problem("scheme", String.valueOf(notOne.getMessage()));
        }
    }

    private static Category category(Fields fields, String scheme, String line) {
        List<String> parts = parts(fields, "categories", line, "code | calls | label");
        for (Category.Calls calls : Category.Calls.values()) {
            if (calls.word().equals(parts.get(1))) {
                return new Category(scheme, parts.get(0), parts.get(2), calls);
            }
        }
        throw fields.problem("categories", "calls for alert, nothing or last: " + line);
    }

    private static List<String> parts(Fields fields, String key, String line, String form) {
        String[] parts = line.split("\\|", 3);
        if (parts.length != 3 || parts[0].isBlank()) {
            throw fields.problem(key, "has lines as in \"" + form + "\": " + line);
        }
        return List.of(parts[0].strip(), parts[1].strip(), parts[2].strip());
    }
}
