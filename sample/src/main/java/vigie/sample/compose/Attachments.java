package vigie.sample.compose;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.sample.chat.Media;
import vigie.sample.chat.Media.Skip;
import vigie.sample.dice.Dice;
import vigie.sample.people.Account;
import vigie.sample.people.Person;

/// Makes what messages carry.
final class Attachments {
    /// How many different stickers there are.
    static final int STICKERS = 24;

    private static final List<String> EMOJI = List.of("🌻", "⚽", "🥕", "🚂", "🐦", "🎪", "👍", "☕");
    private static final List<String> NOTES =
            List.of("seed-list.txt", "timetable.csv", "recipe.txt", "bird count.csv", "rota.txt");

    /// The kinds of messages.
    enum Kind {
        TEXT,
        PHOTO,
        CLIP,
        LOST_PHOTO,
        LOST_CLIP,
        VOICE,
        STICKER,
        NOTE,
        MUSIC,
        CONTACT,
        PLACE,
        POLL,
        GAME,
        INVOICE
    }

    private final Dice dice;
    private final Slots slots;
    private int cards;

    Attachments(Dice dice, Slots slots) {
        this.dice = dice;
        this.slots = slots;
    }

    /// How many of `messages` are of kinds other than text, photo and clip.
    static int extra(Kind kind, int messages) {
        double share =
                switch (kind) {
                    case TEXT, PHOTO, CLIP -> 0;
                    case LOST_PHOTO -> 0.02;
                    case STICKER -> 0.016;
                    case VOICE -> 0.012;
                    case NOTE -> 0.004;
                    case LOST_CLIP, PLACE, CONTACT -> 0.003;
                    case POLL, MUSIC -> 0.002;
                    case GAME, INVOICE -> 0.0004;
                };
        return messages < 60 ? 0 : (int) Math.ceil(share * messages);
    }

    @Nullable Media make(Kind kind, long at, @Nullable Person poster, Account other) {
        return switch (kind) {
            case TEXT -> null;
            case PHOTO ->
                    new Media.Photo(
                            slots.add(at, poster, false),
                            Skip.NONE,
                            dice.chance(0.01),
                            dice.chance(0.002) ? 30 : 0);
            case CLIP -> new Media.Clip(slots.add(at, poster, true), Skip.NONE, dice.chance(0.2));
            case LOST_PHOTO -> new Media.Photo(-1, lost(), false, 0);
            case LOST_CLIP -> new Media.Clip(-1, Skip.TOO_LARGE, false);
            case VOICE ->
                    new Media.Voice(
                            dice.between(2, 40), dice.chance(0.7) ? Skip.NONE : Skip.NOT_INCLUDED);
            case STICKER -> {
                int number = dice.below(STICKERS);
                yield new Media.Sticker(
                        number,
                        EMOJI.get(number % EMOJI.size()),
                        dice.chance(0.9) ? Skip.NONE : Skip.NOT_INCLUDED);
            }
            case NOTE -> {
                int number = dice.below(200);
                yield new Media.Note(
                        number,
                        NOTES.get(number % NOTES.size()),
                        dice.chance(0.8) ? Skip.NONE : Skip.NOT_INCLUDED);
            }
            case MUSIC ->
                    new Media.Music(
                            "Village band",
                            "Waltz no. " + dice.between(1, 9),
                            dice.between(90, 240));
            case CONTACT -> contact(other);
            case PLACE -> place();
            case POLL -> poll();
            case GAME ->
                    new Media.Game(
                            "Marbles",
                            "Roll the marble into the hole.",
                            "https://t.me/example_game_bot?game=marbles");
            case INVOICE -> new Media.Invoice("Seed box", "Twelve bags of seeds", 1200, "EUR");
        };
    }

    private Skip lost() {
        return List.of(Skip.NOT_INCLUDED, Skip.NOT_INCLUDED, Skip.UNAVAILABLE).get(dice.below(3));
    }

    private Media contact(Account other) {
        Person person = other.person();
        return new Media.Contact(
                person.first(),
                dice.chance(0.8) ? person.last() : "",
                person.phone(),
                dice.chance(0.5) ? cards++ : -1);
    }

    private Media place() {
        double latitude = dice.range(-50, 65);
        double longitude = dice.range(-120, 150);
        return switch (dice.below(4)) {
            case 0 -> new Media.Place(latitude, longitude, 0, "Station café", "1 Platform Street");
            case 1 -> new Media.Place(latitude, longitude, 900, null, null);
            default -> new Media.Place(latitude, longitude, 0, null, null);
        };
    }

    private Media poll() {
        return switch (dice.below(3)) {
            case 0 ->
                    new Media.Poll(
                            "Which day suits you?",
                            dice.chance(0.5),
                            List.of("Saturday", "Sunday"),
                            List.of(dice.below(30), dice.below(30)));
            case 1 ->
                    new Media.Poll(
                            "Quelle soupe ?",
                            false,
                            List.of("Oignon", "Poireau", "Potiron"),
                            List.of(dice.below(9), dice.below(9), dice.below(9)));
            default ->
                    new Media.Poll(
                            "¿Quién gana el domingo?",
                            true,
                            List.of("Los de casa", "Los de fuera", "Empate"),
                            List.of(dice.below(50), dice.below(50), dice.below(50)));
        };
    }
}
