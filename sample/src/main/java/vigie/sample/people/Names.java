package vigie.sample.people;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vigie.sample.dice.Dice;
import vigie.sample.dice.Lines;

/// First and last names, by language.
public final class Names {
    /// A name as written and in small Latin letters.
    public record Name(String written, String latin) {}

    private final Map<String, List<Name>> first = new HashMap<>();
    private final Map<String, List<Name>> last = new HashMap<>();

    /// Reads the names that ship with the sample.
    public Names() {
        for (String line : Lines.of("names.txt")) {
            List<String> parts = Lines.split(line, '|');
            var names = new ArrayList<Name>();
            for (String name : Lines.split(parts.get(2), ';')) {
                int equals = name.indexOf('=');
                names.add(
                        equals < 0
                                ? new Name(name, latin(name))
                                : new Name(name.substring(0, equals), name.substring(equals + 1)));
            }
            ("first".equals(parts.get(1)) ? first : last).put(parts.get(0), names);
        }
    }

    /// A first name.
    public Name first(String language, Dice dice) {
        return dice.pick(first.getOrDefault(language, List.of()));
    }

    /// A last name.
    public Name last(String language, Dice dice) {
        return dice.pick(last.getOrDefault(language, List.of()));
    }

    private static String latin(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z]", "")
                .toLowerCase(Locale.ROOT);
    }
}
