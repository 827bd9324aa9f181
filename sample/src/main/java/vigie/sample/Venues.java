package vigie.sample;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.sample.chat.Chat;
import vigie.sample.chat.Entry;
import vigie.sample.chat.Peer;
import vigie.sample.compose.Composer;
import vigie.sample.compose.Numbering;
import vigie.sample.compose.Outline;
import vigie.sample.dice.Dice;
import vigie.sample.export.View;
import vigie.sample.people.Account;

/// The kinds of conversations of the sample, each as large as its share of the whole.
///
/// @param seed     of the sample
/// @param messages how many messages the sample has
/// @param editors  those who write in channels
/// @param owner    the seized account
/// @param bot      a bot that it uses
record Venues(
        Composer composer,
        long seed,
        int messages,
        List<Account> editors,
        Account owner,
        Account bot) {
    static final long START = day(2025, 6, 1);
    private static final long MIGRATION = day(2025, 6, 21);
    static final long END = day(2025, 11, 25);
    private static final long SHIFT = -1_000_000_000L;

    Venues {
        editors = List.copyOf(editors);
    }

    Chat founders(Guests guests, Numbering.OfAccount numbers) {
        Outline outline =
                new Outline(
                        Chat.Kind.GROUP,
                        912_345_678L,
                        "Slow trains",
                        List.of("train"),
                        guests.speakers(2).subList(0, Math.min(6, guests.speakers(2).size())),
                        List.of(),
                        null,
                        Math.max(8, part(0.01)),
                        Math.max(1, part(0.01) / 4),
                        0,
                        START,
                        MIGRATION - 3600,
                        false);
        Chat chat = composer.compose(outline, numbers.conversation(), List.of());
        var entries = new ArrayList<>(chat.entries());
        entries.add(
                new Entry.Event(
                        entries.getLast().id() + 40,
                        MIGRATION,
                        Peer.of(owner),
                        "migrate_to_supergroup",
                        List.of(),
                        null));
        return new Chat(chat.kind(), chat.id(), chat.name(), chat.topics(), entries);
    }

    /// The supergroup that the founders' group became; its export starts with what the group wrote,
    /// under negative numbers, as Telegram Desktop writes it.
    View travel(Guests guests, Chat founders) {
        int count = part(0.11);
        Outline outline =
                new Outline(
                        Chat.Kind.PRIVATE_SUPERGROUP,
                        1_500_500_005L,
                        "Slow trains",
                        List.of("train", "train", "cooking"),
                        guests.speakers(2),
                        guests.quiet(2),
                        null,
                        count,
                        photos(count, 0.36),
                        clips(photos(count, 0.36)),
                        MIGRATION + 1,
                        END,
                        true);
        return View.whole(
                composer.compose(outline, numbers(5), Copies.shifted(founders.entries(), SHIFT)));
    }

    View foundersCopy(Chat founders) {
        var numbers = new Numbering.OfAccount(START - 90 * 86_400L);
        List<Entry> entries = Copies.renumbered(founders.entries(), numbers.conversation());
        var chat =
                new Chat(
                        founders.kind(), founders.id(), founders.name(), List.of("train"), entries);
        return new View(chat, entries, false, false);
    }

    View personal(Account account, Account partner, Numbering.OfAccount numbers, int count) {
        Outline outline =
                new Outline(
                        Chat.Kind.PERSONAL,
                        partner.id(),
                        partner.name(),
                        List.of("gardening", "train", "cooking", "football"),
                        List.of(partner, account),
                        List.of(),
                        null,
                        count,
                        photos(count, 0.15),
                        0,
                        START + 100_000,
                        END,
                        false);
        return View.whole(composer.compose(outline, numbers.conversation(), List.of()));
    }

    View bot(Numbering.OfAccount numbers) {
        int count = Math.max(12, part(0.001));
        Outline outline =
                new Outline(
                        Chat.Kind.BOT,
                        bot.id(),
                        bot.name(),
                        List.of("gardening"),
                        List.of(bot, owner),
                        List.of(),
                        null,
                        count,
                        0,
                        0,
                        START + 500_000,
                        END,
                        false);
        return View.whole(composer.compose(outline, numbers.conversation(), List.of()));
    }

    View saved(Numbering.OfAccount numbers) {
        int count = Math.max(10, part(0.002));
        Outline outline =
                new Outline(
                        Chat.Kind.SAVED,
                        owner.id(),
                        null,
                        List.of("train", "cooking"),
                        List.of(owner),
                        List.of(),
                        null,
                        count,
                        photos(count, 0.2),
                        0,
                        START + 900_000,
                        END,
                        false);
        return View.whole(composer.compose(outline, numbers.conversation(), List.of()));
    }

    Outline group(
            Chat.Kind kind,
            long id,
            String name,
            List<String> topics,
            Guests guests,
            int number,
            double share,
            long from,
            @Nullable Account visitor) {
        int count = part(share);
        int pictures = photos(count, 0.36);
        return new Outline(
                kind,
                id,
                name,
                topics,
                guests.speakers(number),
                guests.quiet(number),
                visitor,
                count,
                pictures - clips(pictures),
                clips(pictures),
                from,
                END,
                false);
    }

    Outline channel(Chat.Kind kind, long id, String name, double share) {
        int count = part(share);
        int pictures = photos(count, 0.5);
        return new Outline(
                kind,
                id,
                name,
                List.of("cooking", "gardening"),
                editors,
                List.of(),
                null,
                count,
                pictures - clips(pictures),
                clips(pictures),
                START + 3_000,
                END,
                false);
    }

    Numbering numbers(int conversation) {
        return Numbering.ofConversation(Dice.of(seed, "numbers", conversation));
    }

    int part(double share) {
        return (int) Math.round(messages * share);
    }

    static int photos(int count, double share) {
        return (int) (count * share);
    }

    static int clips(int pictures) {
        return (int) (pictures * 0.026);
    }

    private static long day(int year, int month, int day) {
        return LocalDate.of(year, month, day).toEpochSecond(LocalTime.MIN, ZoneOffset.UTC);
    }
}
