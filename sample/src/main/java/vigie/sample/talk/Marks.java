package vigie.sample.talk;

import java.util.ArrayList;
import java.util.List;
import vigie.sample.dice.Dice;
import vigie.sample.people.Account;

/// Adds to texts the marks that people use in chats: links, mentions, bold words, hashtags.
public final class Marks {
    private static final List<String> LINKS =
            List.of(
                    "https://example.org/seeds",
                    "https://example.com/timetable?to=coast",
                    "https://birds.example.net/count",
                    "https://recipes.example.org/soup#step2",
                    "http://club.example.com/table");
    private static final List<String> TAGS =
            List.of("#garden", "#football", "#recipe", "#train", "#birds", "#seeds", "#fair");

    private Marks() {}

    /// The text, sometimes with something added to its end.
    public static Speech.Said decorate(Speech.Said said, String topic, Account other, Dice dice) {
        if (!dice.chance(0.14)) {
            return said;
        }
        var parts = new ArrayList<>(said.parts());
        parts.add(Part.plain(" "));
        switch (dice.below(21)) {
            case 0, 1, 2 -> parts.add(Part.of("link", dice.pick(LINKS)));
            case 3, 4 -> parts.add(Part.of("hashtag", dice.pick(TAGS)));
            case 5, 6 -> {
                if (other.name() != null) {
                    parts.add(new Part("mention_name", other.name(), Long.toString(other.id())));
                }
            }
            case 7, 8 -> parts.add(Part.of("mention", "@" + other.handle()));
            case 9 -> parts.add(Part.of("email", topic + "@example.org"));
            case 10 -> parts.add(Part.of("bold", topic));
            case 11 -> parts.add(Part.of("italic", topic));
            case 12 -> {
                parts.add(new Part("text_link", topic, dice.pick(LINKS)));
                parts.add(Part.plain(" · "));
                parts.add(Part.of("underline", "new"));
            }
            case 13 -> {
                parts.add(Part.of("strikethrough", "5"));
                parts.add(Part.plain(" 4 "));
                parts.add(Part.of("code", "x=2*3"));
            }
            case 14 -> parts.add(new Part("pre", "row 1: beans\nrow 2: leeks", "text"));
            case 15 -> {
                parts.add(Part.of("spoiler", "2:1"));
                parts.add(Part.plain(" "));
                parts.add(Part.of("cashtag", "$EUR"));
            }
            case 16 ->
                    parts.add(
                            new Part(
                                    "custom_emoji",
                                    "🌱",
                                    Long.toString(dice.between(5_000_000L, 9_000_000L))));
            case 17 -> {
                parts.add(Part.of("blockquote", "as it was said"));
                parts.add(Part.plain(" "));
                parts.add(Part.of("bot_command", "/start"));
            }
            default -> {
                // The writer escapes other control characters in a way of its own.
                parts.add(Part.plain(List.of("\u0008", "\u000B", "\u001F").get(dice.below(3))));
                parts.add(Part.of("bank_card", "4000 0000 0000 0002"));
            }
        }
        return new Speech.Said(parts, said.statements());
    }
}
