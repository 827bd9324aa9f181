package vigie.store.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import vigie.model.claim.Attachment;
import vigie.model.claim.Author;
import vigie.model.claim.Claim;
import vigie.model.claim.Moment;
import vigie.model.claim.Reaction;
import vigie.model.claim.Reply;
import vigie.model.claim.TextEntity;
import vigie.model.material.Span;
import vigie.model.subject.AccountId;
import vigie.model.subject.ConversationId;

/// Claims of every type from a seed: gardening clubs whose members write in several scripts, with
/// every part sometimes present and sometimes absent.
public final class SampleClaims {
    private static final List<Claim.Message.Kind> KINDS = List.of(Claim.Message.Kind.values());

    private static final List<String> TEXTS =
            List.of(
                    "",
                    "The tomatoes are ripe",
                    "Qui apporte les graines samedi ?\n\tMerci \"à tous\" \\o/",
                    "الطماطم ناضجة اليوم",
                    "Помидоры созрели",
                    "番茄熟了 \uD83C\uDF45\uD83C\uDF31",
                    "nul \u0000 inside, \u0001\u001f controls, \u007f delete, \u2028 separator",
                    "alone \uD83C and \uDF45? reversed \uDF45\uD83C",
                    "question? \uFFFD already");

    private final Random random;
    private long offset;

    /// Always the same for the same seed.
    public SampleClaims(long seed) {
        this.random = new Random(seed);
    }

    /// The conversation with this number: a channel, whose ids are its own.
    public static ConversationId channel(int number) {
        return new ConversationId("telegram", "channel", Integer.toString(number), null);
    }

    /// The basic group with this number.
    public static ConversationId group(int number) {
        return new ConversationId("telegram", "chat", Integer.toString(number), null);
    }

    /// The account with this number.
    public static AccountId user(int number) {
        return new AccountId("telegram", "user", Integer.toString(number));
    }

    /// As many claims of all types, the bytes ascending.
    public List<Claim> some(int count) {
        List<Claim> claims = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            claims.add(next(i));
        }
        return claims;
    }

    /// That a basic group became a channel.
    public static Claim.Migration migration(long offset, int group, int channel) {
        return new Claim.Migration(new Span(offset, 100), group(group), channel(channel));
    }

    /// A plain message.
    public static Claim.Message message(
            long offset, ConversationId conversation, long id, Author author, String text) {
        return new Claim.Message(
                new Span(offset, 100),
                Claim.Message.Kind.MESSAGE,
                conversation,
                id,
                new Moment(1_700_000_000 + id, 1_700_003_600 + id),
                Moment.NONE,
                author,
                null,
                text,
                List.of(),
                null,
                null,
                null,
                List.of(),
                List.of());
    }

    /// A message with a file.
    public static Claim.Message photo(
            long offset, ConversationId conversation, long id, Author author, String path) {
        Claim.Message plain = message(offset, conversation, id, author, "");
        return with(plain, List.of(photo(path)));
    }

    private static Attachment.Media photo(String path) {
        return new Attachment.Media("photo", path, null, null, "photo", null, 10, 640, 480, -1);
    }

    /// The same message with attachments.
    public static Claim.Message with(Claim.Message plain, List<Attachment> attachments) {
        return new Claim.Message(
                plain.at(),
                plain.kind(),
                plain.conversation(),
                plain.id(),
                plain.sent(),
                plain.edited(),
                plain.author(),
                plain.action(),
                plain.text(),
                plain.entities(),
                plain.reply(),
                plain.forwardedFrom(),
                plain.savedFrom(),
                plain.reactions(),
                attachments);
    }

    private Claim next(int i) {
        Span at = span();
        return switch (random.nextInt(12)) {
            case 0 ->
                    new Claim.Conversation(
                            at, conversation(), "private_group", text(), random.nextBoolean());
            case 1 -> new Claim.Owner(at, account(), text(), text(), text(), text(), text());
            case 2 ->
                    new Claim.Contact(
                            at, "contacts", account(), text(), text(), text(), moment(), others());
            case 3 ->
                    new Claim.Session(at, "sessions", text(), text(), moment(), moment(), others());
            case 4 -> new Claim.OwnMedia(at, "profile_pictures", moment(), attachments());
            case 5 -> new Claim.Unknown(at, "messages[].new_key", "{\"a\":[1,2.50]}" + text());
            case 6 -> new Claim.Migration(at, group(random.nextInt(3)), channel(i % 9));
            default -> message(at, i);
        };
    }

    private Claim.Message message(Span at, int i) {
        Claim.Message.Kind kind = KINDS.get(random.nextInt(KINDS.size()));
        List<TextEntity> entities = new ArrayList<>();
        List<Reaction> reactions = new ArrayList<>();
        if (random.nextBoolean()) {
            entities.add(new TextEntity("mention_name", 0, 3, user(random.nextInt(20)).key()));
            entities.add(new TextEntity("bold", 4, random.nextInt(9), text()));
        }
        if (random.nextInt(3) == 0) {
            reactions.add(
                    new Reaction(
                            "emoji",
                            text(),
                            random.nextInt(5),
                            List.of(new Reaction.Reactor(author(), moment()))));
            reactions.add(new Reaction("paid", null, 1, List.of()));
        }
        Long id =
                switch (random.nextInt(10)) {
                    case 0 -> null;
                    case 1 -> -random.nextLong(1_000_000);
                    case 2 -> Long.MAX_VALUE - i;
                    default -> Long.valueOf(i);
                };
        return new Claim.Message(
                at,
                kind,
                conversation(),
                id,
                moment(),
                moment(),
                random.nextInt(8) == 0 ? null : author(),
                kind == Claim.Message.Kind.EVENT ? "pin_message" : null,
                TEXTS.get(random.nextInt(TEXTS.size())),
                entities,
                random.nextInt(4) == 0 ? new Reply(random.nextLong(), account()) : null,
                random.nextInt(4) == 0 ? author() : null,
                random.nextInt(6) == 0 ? author() : null,
                reactions,
                random.nextBoolean() ? attachments() : List.of());
    }

    private List<Attachment> attachments() {
        List<Attachment> all = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            all.add(
                    switch (random.nextInt(6)) {
                        case 0 -> new Attachment.SharedContact(text(), text(), text(), text());
                        case 1 ->
                                new Attachment.Place(
                                        "48.85", text(), random.nextInt(3) - 1, text(), text());
                        case 2 ->
                                new Attachment.Poll(
                                        "Which seeds?",
                                        random.nextBoolean(),
                                        random.nextInt(3) - 1,
                                        List.of(
                                                new Attachment.Poll.Answer("beans", -1, true),
                                                new Attachment.Poll.Answer("peas", 3, false)));
                        case 3 -> new Attachment.Other("members", "[\"Rosa\",\"Iris \\u00e9\"]");
                        case 4 ->
                                new Attachment.Media(
                                        "file",
                                        null,
                                        "(File not included. Change data exporting settings.)",
                                        text(),
                                        text(),
                                        text(),
                                        random.nextLong(),
                                        -1,
                                        -1,
                                        random.nextInt(100));
                        default -> photo("photos/photo_" + random.nextInt(30) + ".jpg");
                    });
        }
        return all;
    }

    private List<Attachment.Other> others() {
        return random.nextBoolean()
                ? List.of()
                : List.of(
                        new Attachment.Other("application_name", "\"Garden\""),
                        new Attachment.Other("rating", "0.250"));
    }

    private ConversationId conversation() {
        int number = random.nextInt(6);
        return number < 4
                ? channel(number)
                : new ConversationId("telegram", "user", "" + number, user(number).key());
    }

    private Author author() {
        return new Author(account(), text());
    }

    private @Nullable AccountId account() {
        return random.nextInt(5) == 0 ? null : user(random.nextInt(20));
    }

    private @Nullable String text() {
        return random.nextInt(3) == 0 ? null : TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private Moment moment() {
        return switch (random.nextInt(4)) {
            case 0 -> Moment.NONE;
            case 1 -> new Moment(Moment.ABSENT, 1_600_000_000L + random.nextInt(1_000_000));
            case 2 -> new Moment(random.nextLong(), Moment.ABSENT);
            default -> new Moment(1_600_000_000L, 1_600_003_600L);
        };
    }

    private Span span() {
        offset += 1 + random.nextInt(1000);
        return new Span(offset, 1 + random.nextInt(900));
    }
}
