package vigie.web.frame;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which single key does what, for one user (WCAG 2.1.4: each can be another one, or none).
///
/// @param changed keys that are not the usual ones, by act; "" where no key does it
public record Keys(Map<String, String> changed) {
    /// The usual keys of the acts of every page.
    private static final Map<String, String> ACTS =
            usual(
                    "next",
                    "j",
                    "previous",
                    "k",
                    "find",
                    "/",
                    "go",
                    "g",
                    "help",
                    "?",
                    "relevant",
                    "1",
                    "not-relevant",
                    "2",
                    "later",
                    "3",
                    "undo",
                    "u",
                    "tag",
                    "t",
                    "note",
                    "n",
                    "translation",
                    "w",
                    "narrow",
                    "f");

    /// The usual second keys, after that of `go`.
    private static final Map<String, String> PLACES =
            usual("desk", "d", "case", "c", "search", "s", "ledger", "l", "me", "m");

    /// How the acts and places of a part of an edition begin; which there are, the part says.
    static final String PART = "part-";

    /// Acts of the pages of search only, whose keys the pages of a part may use again.
    private static final Set<String> OF_SEARCH =
            Set.of("relevant", "not-relevant", "later", "tag", "note", "translation");

    /// The usual keys.
    public static final Keys USUAL = new Keys(Map.of());

    public Keys {
        changed = Map.copyOf(changed);
        for (var one : changed.entrySet()) {
            if (!ACTS.containsKey(one.getKey())
                    && !PLACES.containsKey(one.getKey())
                    && !one.getKey().matches("part-[a-z0-9-]{1,30}")) {
                throw new IllegalArgumentException("not an act: " + one.getKey());
            }
            String key = one.getValue();
            if (!key.isEmpty()
                    && (key.codePointCount(0, key.length()) != 1 || !typed(key.codePointAt(0)))) {
                throw new IllegalArgumentException("not one key: " + key);
            }
        }
        requireDistinct(ACTS, changed);
        requireDistinct(PLACES, changed);
    }

    /// The acts, in the order in which a list shows them.
    public static List<String> acts() {
        return List.copyOf(ACTS.keySet());
    }

    /// The places, in the order in which a list shows them.
    public static List<String> places() {
        return List.copyOf(PLACES.keySet());
    }

    /// The key of an act or a place; "" for none.
    public String of(String act) {
        String usual = ACTS.getOrDefault(act, PLACES.getOrDefault(act, ""));
        return changed.getOrDefault(act, usual);
    }

    /// The acts and places that the parts of an edition add, each with its usual key.
    ///
    /// @param acts   by `part-` and a word
    /// @param places the same, reached after the key of `go`
    public record More(Map<String, String> acts, Map<String, String> places) {
        /// An edition without parts.
        public static final More NONE = new More(Map.of(), Map.of());

        public More {
            acts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(acts));
            places = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(places));
        }
    }

    /// The key of an act or place of a part; "" for none.
    public String of(String act, String usual) {
        return changed.getOrDefault(act, usual);
    }

    /// Those that a form states, by act; what it leaves out is as usual.
    ///
    /// @throws IllegalArgumentException where one is no key, or two are the same
    public static Keys stated(Map<String, String> form, More more) {
        Map<String, String> changed = new HashMap<>();
        for (Map<String, String> group : List.of(ACTS, PLACES, more.acts(), more.places())) {
            group.forEach(
                    (act, usual) -> {
                        String key = form.getOrDefault(act, usual).strip();
                        if (!key.equals(usual)) {
                            changed.put(act, key);
                        }
                    });
        }
        Map<String, String> acts = new LinkedHashMap<>(ACTS);
        acts.keySet().removeAll(OF_SEARCH);
        acts.putAll(more.acts());
        requireDistinct(acts, changed);
        Map<String, String> places = new LinkedHashMap<>(PLACES);
        places.putAll(more.places());
        requireDistinct(places, changed);
        return new Keys(changed);
    }

    /// Those that are kept as these words; where they cannot be, the usual ones.
    static Keys of(String[] words) {
        Map<String, String> changed = new HashMap<>();
        for (String word : words) {
            int value = word.indexOf('=');
            if (word.startsWith("key.") && value > 0) {
                changed.put(word.substring("key.".length(), value), word.substring(value + 1));
            }
        }
        try {
            return new Keys(changed);
        } catch (IllegalArgumentException _) {
            return USUAL;
        }
    }

    /// The words as which they are kept.
    String words() {
        StringBuilder words = new StringBuilder();
        changed.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(
                        one ->
                                words.append(" key.")
                                        .append(one.getKey())
                                        .append('=')
                                        .append(one.getValue()));
        return words.toString();
    }

    /// All of them for the script of the pages: `next=j previous=k`, those without a key left out.
    String forScript(More more) {
        StringBuilder words = new StringBuilder();
        for (Map<String, String> group : List.of(ACTS, PLACES, more.acts(), more.places())) {
            group.forEach(
                    (act, usual) -> {
                        String key = of(act, usual);
                        if (!key.isEmpty()) {
                            words.append(words.isEmpty() ? "" : " ")
                                    .append(act)
                                    .append('=')
                                    .append(key);
                        }
                    });
        }
        return words.toString();
    }

    private static void requireDistinct(Map<String, String> group, Map<String, String> changed) {
        Set<String> seen = new HashSet<>();
        group.forEach(
                (act, usual) -> {
                    String key = changed.getOrDefault(act, usual);
                    if (!key.isEmpty() && !seen.add(key)) {
                        throw new IllegalArgumentException("two acts with the key " + key);
                    }
                });
    }

    /// Whether a character is one that somebody sees and types.
    private static boolean typed(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK ->
                    false;
            default -> true;
        };
    }

    private static Map<String, String> usual(String... actsAndKeys) {
        Map<String, String> usual = new LinkedHashMap<>();
        for (int i = 0; i < actsAndKeys.length; i += 2) {
            usual.put(actsAndKeys[i], actsAndKeys[i + 1]);
        }
        return java.util.Collections.unmodifiableMap(usual);
    }
}
