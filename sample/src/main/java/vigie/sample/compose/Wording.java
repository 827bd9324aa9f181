package vigie.sample.compose;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.sample.dice.Dice;
import vigie.sample.people.Account;
import vigie.sample.people.Person;
import vigie.sample.people.Population;
import vigie.sample.talk.Marks;
import vigie.sample.talk.Speech;

/// Chooses the words of a message.
final class Wording {
    private final Speech speech;
    private final Population population;
    private final Dice dice;

    Wording(Speech speech, Population population, Dice dice) {
        this.speech = speech;
        this.population = population;
        this.dice = dice;
    }

    Speech.Said words(
            Outline outline,
            Cast.Speaker speaker,
            Attachments.Kind kind,
            boolean answers,
            Account other) {
        Person person = speaker.account().person();
        String topic = dice.pick(outline.topics());
        return switch (kind) {
            case VOICE, STICKER, MUSIC, CONTACT, PLACE, POLL, GAME, INVOICE -> Speech.Said.NOTHING;
            case PHOTO, CLIP, LOST_PHOTO, LOST_CLIP ->
                    dice.chance(0.3)
                            ? speech.line(person, "caption", dice)
                            : dice.chance(0.1)
                                    ? speech.chat(person, topic, dice)
                                    : Speech.Said.NOTHING;
            case NOTE -> speech.line(person, "filed", dice);
            case TEXT -> {
                if (speaker.oneself() && dice.chance(0.09)) {
                    if (dice.chance(0.06)) {
                        yield speech.state(person, "handle", speaker.account(), dice);
                    }
                    Account announced = announced(speaker.account());
                    yield speech.state(person, subject(announced), announced, dice);
                }
                Speech.Said said =
                        answers && dice.chance(0.7)
                                ? speech.line(person, "reply", dice)
                                : speech.chat(person, topic, dice);
                yield Marks.decorate(said, topic, other, dice);
            }
        };
    }

    /// Another account of the same person where there is one, most of the time.
    private @Nullable Account announced(Account account) {
        List<Account> others = population.others(account);
        if (!others.isEmpty() && dice.chance(0.6)) {
            return dice.pick(others);
        }
        return null;
    }

    private String subject(@Nullable Account announced) {
        if (announced != null) {
            return dice.chance(0.75) ? "new-account" : "handle";
        }
        return switch (dice.weighted(38, 30, 24, 8)) {
            case 0 -> "occupation";
            case 1 -> "family";
            case 2 -> "place";
            default -> "phone";
        };
    }
}
