package vigie.sample.talk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.sample.dice.Dice;
import vigie.sample.people.Account;
import vigie.sample.people.Person;

/// Turns topics and facts about a person into what that person writes.
public final class Speech {
    /// The topics of the sample.
    public static final List<String> TOPICS =
            List.of("gardening", "football", "cooking", "train", "fair", "birds");

    private final Map<String, Lexicon> lexicons = Lexicon.all();

    /// A text and what it states.
    public record Said(List<Part> parts, List<Statement> statements) {
        public Said {
            parts = joined(parts);
            statements = List.copyOf(statements);
        }

        /// Neighbours without a mark are one part, as the platform keeps them.
        private static List<Part> joined(List<Part> parts) {
            var joined = new ArrayList<Part>();
            for (Part part : parts) {
                boolean plain = part.type().equals("plain");
                if (plain && !joined.isEmpty() && joined.getLast().type().equals("plain")) {
                    joined.add(Part.plain(joined.removeLast().text() + part.text()));
                } else {
                    joined.add(part);
                }
            }
            return List.copyOf(joined);
        }

        /// No text at all.
        public static final Said NOTHING = new Said(List.of(), List.of());
    }

    /// The names of occupations, the same in every language.
    public List<String> occupations() {
        return lexicon("en").named("occupation:");
    }

    /// The names of families, the same in every language.
    public List<String> families() {
        return lexicon("en").named("family:");
    }

    /// Some sentences on a topic.
    public Said chat(Person person, String topic, Dice dice) {
        Lexicon lexicon = lexicon(person.language());
        Map<String, String> given = places(person, dice);
        var text = new StringBuilder();
        if (dice.chance(person.habit().greets() ? 0.5 : 0.05)) {
            text.append(lexicon.say("opener", dice, given)).append(' ');
        }
        int sentences = 1 + dice.weighted(6, 3, 1);
        for (int i = 0; i < sentences; i++) {
            text.append(lexicon.say(topic, dice, given)).append(' ');
        }
        if (dice.chance(0.15)) {
            text.append(lexicon.say("closer", dice, given)).append(' ');
        }
        return new Said(List.of(Part.plain(finish(person, text.toString()))), List.of());
    }

    /// A short line: an answer (`reply`), words under a picture (`caption`), words with a file
    /// (`filed`).
    public Said line(Person person, String section, Dice dice) {
        Map<String, String> given = places(person, dice);
        String text = lexicon(person.language()).say(section, dice, given);
        return new Said(List.of(Part.plain(finish(person, text))), List.of());
    }

    /// A statement of `kind` that `account`'s person makes.
    ///
    /// @param announced the account that a `handle` or `new-account` names
    public Said state(Person person, String kind, @Nullable Account announced, Dice dice) {
        Lexicon lexicon = lexicon(person.language());
        Map<String, String> given = places(person, dice);
        String handle = announced == null ? "" : "@" + announced.handle();
        String value =
                switch (kind) {
                    case "occupation" -> person.occupation();
                    case "family" -> person.family();
                    case "place" -> person.home().key();
                    case "phone" -> person.phone();
                    default -> handle;
                };
        String section =
                "occupation".equals(kind) || "family".equals(kind) ? kind + ":" + value : kind;
        String core = lexicon.say(section, dice, given).replace("{handle}", handle);
        boolean asks = core.endsWith("?");
        String capital = core.substring(0, 1).toUpperCase(Locale.ROOT) + core.substring(1);
        String said = asks ? capital : lexicon.say("wrap", dice, Map.of("s", core, "S", capital));
        var parts = new ArrayList<Part>();
        String marker = kind.equals("phone") ? value : handle;
        String type = kind.equals("phone") ? "phone" : "mention";
        int at = marker.isEmpty() ? -1 : said.indexOf(marker);
        if (at < 0) {
            parts.add(Part.plain(finish(person, said)));
        } else {
            if (at > 0) {
                parts.add(Part.plain(said.substring(0, at)));
            }
            parts.add(Part.of(type, marker));
            String rest = finish(person, said.substring(at + marker.length()));
            if (!rest.isEmpty()) {
                parts.add(Part.plain(rest));
            }
        }
        return new Said(parts, List.of(new Statement(kind, value, person.language())));
    }

    private static Map<String, String> places(Person person, Dice dice) {
        return Map.of(
                "home", person.home().local(),
                "town", dice.pick(person.country().cities()).local(),
                "phone", person.phone(),
                "handle", "{handle}");
    }

    private static String finish(Person person, String text) {
        String finished = text.strip().isEmpty() ? text : text.stripTrailing();
        if (person.habit().lower()) {
            finished = finished.toLowerCase(Locale.ROOT);
        }
        return finished + person.habit().ending();
    }

    private Lexicon lexicon(String language) {
        Lexicon lexicon = lexicons.get(language);
        if (lexicon == null) {
            throw new IllegalArgumentException("no lexicon for " + language);
        }
        return lexicon;
    }
}
