package vigie.media.sets.scheme;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import vigie.evidence.fields.Fields;
import vigie.model.casefile.Refusal;

/// A category scheme: a version of what one country's, or one service's, codes mean.
///
/// @param name       `us`, and with the version `us/1` in all that refers to it
/// @param title      what people call it
/// @param property   of an entry that holds the code, `Category` where a file states none
/// @param categories by code, whatever its case
/// @param maps       by the id of another scheme: which code of it each code here stands for
/// @param titles     the title in other languages, by their code: `fr`
/// @param labels     by language: labels by code, whatever its case. Translations help to read and
///     change nothing of what a code means
public record Scheme(
        String name,
        int version,
        String title,
        String property,
        Map<String, Category> categories,
        Map<String, Map<String, String>> maps,
        Map<String, String> titles,
        Map<String, Map<String, String>> labels) {
    private static final String CATEGORY = "Category";
    private static final String LABELS = "labels";
    private static final String TITLES = "titles";
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    public Scheme {
        Map<String, Category> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(categories);
        categories = Collections.unmodifiableMap(copy);
        maps = Map.copyOf(maps);
        titles = Map.copyOf(titles);
        Map<String, Map<String, String>> spoken = new TreeMap<>();
        labels.forEach(
                (language, byCode) -> {
                    Map<String, String> any = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                    any.putAll(byCode);
                    spoken.put(language, Collections.unmodifiableMap(any));
                });
        labels = Collections.unmodifiableMap(spoken);
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

    /// The title in a language, as published where the scheme has none in it.
    public String title(String language) {
        return titles.getOrDefault(language, title);
    }

    /// What a code is called in a language, as published where the scheme has no words in it;
    /// nothing where the scheme does not know the code.
    public Optional<String> label(String code, String language) {
        return category(code)
                .map(
                        category ->
                                labels.getOrDefault(language, Map.of())
                                        .getOrDefault(category.code(), category.label()));
    }

    /// The code of another scheme that a code here stands for, where the scheme says.
    public Optional<String> mapped(String code, String to) {
        return Optional.ofNullable(maps.getOrDefault(to, Map.of()).get(code.strip()));
    }

    /// Reads a scheme file: YAML, each category a line `code | calls | label`; in other languages
    /// `titles`, lines `language | title`, and `labels`, lines `language | code | label`.
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
        Map<String, String> titles = titles(fields);
        Map<String, Map<String, String>> labels = labels(fields, categories);
        fields.finish();
        try {
            return new Scheme(
                    name,
                    version,
                    title,
                    property == null ? CATEGORY : property,
                    categories,
                    maps,
                    titles,
                    labels);
        } catch (IllegalArgumentException notOne) {
            throw fields.problem("scheme", String.valueOf(notOne.getMessage()));
        }
    }

    private static Map<String, String> titles(Fields fields) {
        Map<String, String> titles = new TreeMap<>();
        for (String line : fields.texts(TITLES)) {
            String[] parts = line.split("\\|", 2);
            String language = parts[0].strip();
            if (parts.length != 2
                    || parts[1].isBlank()
                    || !LANGUAGE.matcher(language).matches()
                    || titles.put(language, parts[1].strip()) != null) {
                throw fields.problem(TITLES, "has one line a language, \"fr | title\": " + line);
            }
        }
        return titles;
    }

    private static Map<String, Map<String, String>> labels(
            Fields fields, Map<String, Category> categories) {
        Map<String, Map<String, String>> labels = new TreeMap<>();
        for (String line : fields.texts(LABELS)) {
            List<String> parts = parts(fields, LABELS, line, "fr | code | label");
            if (!LANGUAGE.matcher(parts.get(0)).matches() || parts.get(2).isEmpty()) {
                throw fields.problem(LABELS, "has lines as in \"fr | code | label\": " + line);
            }
            if (!categories.containsKey(parts.get(1))) {
                throw fields.problem(LABELS, "names no category of the scheme: " + line);
            }
            if (labels.computeIfAbsent(parts.get(0), _ -> new TreeMap<>())
                            .put(parts.get(1), parts.get(2))
                    != null) {
                throw fields.problem(LABELS, "says the same twice: " + line);
            }
        }
        return labels;
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
