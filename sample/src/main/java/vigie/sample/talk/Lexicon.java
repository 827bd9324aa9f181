package vigie.sample.talk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import vigie.sample.dice.Dice;
import vigie.sample.dice.Lines;

/// Sentences of one language in sections, with slots such as `{plant}` that another section fills.
public final class Lexicon {
    /// The languages of the sample: five, in three scripts.
    public static final List<String> LANGUAGES = List.of("fr", "en", "ar", "ru", "es");

    private final Map<String, List<String>> sections = new LinkedHashMap<>();

    private Lexicon(String language) {
        for (String file : List.of("talk_", "stated_")) {
            List<String> section = new ArrayList<>();
            for (String line : Lines.of(file + language + ".txt")) {
                if (line.startsWith("[")) {
                    section = new ArrayList<>();
                    sections.put(line.substring(1, line.length() - 1), section);
                } else {
                    section.add(line);
                }
            }
        }
    }

    /// The lexicons of all languages.
    public static Map<String, Lexicon> all() {
        var all = new HashMap<String, Lexicon>();
        LANGUAGES.forEach(language -> all.put(language, new Lexicon(language)));
        return Map.copyOf(all);
    }

    /// What follows `prefix` in the names of the sections, in order.
    public List<String> named(String prefix) {
        var names = new TreeSet<String>();
        for (String section : sections.keySet()) {
            if (section.startsWith(prefix)) {
                names.add(section.substring(prefix.length()));
            }
        }
        return List.copyOf(names);
    }

    /// A line of a section with its slots filled from `given` first and from sections else.
    public String say(String section, Dice dice, Map<String, String> given) {
        List<String> lines = sections.get(section);
        if (lines == null) {
            throw new IllegalArgumentException("no section " + section);
        }
        return fill(dice.pick(lines), dice, given);
    }

    private String fill(String line, Dice dice, Map<String, String> given) {
        var text = new StringBuilder();
        int from = 0;
        for (int open = line.indexOf('{'); open >= 0; open = line.indexOf('{', from)) {
            int close = line.indexOf('}', open);
            text.append(line, from, open);
            String slot = line.substring(open + 1, close);
            String value = given.get(slot);
            text.append(value != null ? value : slot(slot, dice, given));
            from = close + 1;
        }
        return text.append(line, from, line.length()).toString();
    }

    private String slot(String slot, Dice dice, Map<String, String> given) {
        return switch (slot) {
            case "n" -> Integer.toString(dice.between(2, 9));
            case "m" -> Integer.toString(dice.between(1, 3));
            case "hour" -> dice.between(8, 20) + ":" + (dice.chance(0.5) ? "00" : "30");
            default -> say(slot, dice, given);
        };
    }
}
