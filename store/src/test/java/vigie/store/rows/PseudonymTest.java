package vigie.store.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vigie.casework.operation.StoredMessage;
import vigie.model.casefile.Actor;
import vigie.model.claim.Attachment;
import vigie.model.claim.Author;
import vigie.model.claim.Claim;
import vigie.model.claim.Moment;
import vigie.model.claim.Reaction;
import vigie.model.claim.Reply;
import vigie.model.claim.TextEntity;
import vigie.model.material.Exhibit;
import vigie.model.material.Span;
import vigie.model.subject.AccountId;
import vigie.model.subject.ConversationId;
import vigie.store.postgres.Database;
import vigie.store.postgres.TestPostgres;

class PseudonymTest {
    private static final Actor ANNE = new Actor("anne");
    private static final AccountId COVER = SampleClaims.user(700);
    private static final Author COVERED = new Author(COVER, "Basil Thyme");
    private static final Author ROSA = new Author(SampleClaims.user(1), "Rosa");
    private static final ConversationId CLUB = SampleClaims.channel(9);

    private final TestCase one = new TestCase(ANNE);

    @BeforeEach
    void create() {
        one.create();
    }

    @AfterEach
    void close() {
        one.close();
    }

    @Test
    void an_investigator_is_shown_as_a_number_everywhere() {
        Exhibit exhibit = one.exhibit("a/result.json");
        one.gather(exhibit, everyMention(), null, 7, "");
        one.store().settle(one.name());

        List<StoredMessage> shown = one.messages(exhibit.number());

        assertEquals("operator:7", shown.get(0).author());
        assertEquals("operator 7", shown.get(0).authorName());
        assertEquals("telegram:user:1", shown.get(1).author());
        for (StoredMessage message : shown) {
            assertFalse(message.toString().contains("Basil"), message.toString());
            assertFalse(message.toString().contains("user:700"), message.toString());
            assertFalse(message.toString().contains("+33 1 00"), message.toString());
        }
        String details = shown.get(1).details();
        assertNotNull(details);
        assertEquals(
                "{\"attachments\":[{\"is\":\"other\","
                        + "\"json\":\"[\\\"Rosa\\\",\\\"operator 7\\\"]\",\"key\":\"members\"}],"
                        + "\"entities\":[{\"length\":4,\"offset\":0,\"target\":\"operator:7\","
                        + "\"type\":\"mention_name\"}],"
                        + "\"forwardedFrom\":{\"name\":\"operator 7\"},"
                        + "\"reactions\":[{\"count\":1,\"recent\":[{\"author\":"
                        + "{\"account\":\"operator:7\",\"name\":\"operator 7\"}}],"
                        + "\"type\":\"emoji\",\"value\":\"+\"}],"
                        + "\"reply\":{\"messageId\":1,\"peer\":\"operator:7\"}}",
                details);
        assertEquals("telegram:user:1@operator:7", shown.get(2).conversation());
    }

    @Test
    void somebody_else_with_the_same_name_stays_who_they_are() {
        Author namesake = new Author(SampleClaims.user(2), "Basil Thyme");
        List<Claim> claims = new ArrayList<>(everyMention());
        claims.add(forward(SampleClaims.message(900, CLUB, 90, namesake, "hello"), namesake));
        Exhibit exhibit = one.exhibit("a/result.json");
        one.gather(exhibit, claims, null, 7, "");

        StoredMessage theirs = one.messages(exhibit.number()).getLast();

        assertEquals("telegram:user:2", theirs.author());
        assertEquals("Basil Thyme", theirs.authorName());
        assertEquals(
                "{\"forwardedFrom\":{\"account\":\"telegram:user:2\",\"name\":\"Basil Thyme\"}}",
                theirs.details());
    }

    @Test
    void the_export_of_a_witness_hides_the_investigator_too_whichever_came_first() {
        Exhibit witness =
                one.take(
                        "w/result.json",
                        List.of(
                                SampleClaims.message(1, CLUB, 1, COVERED, "hi"),
                                SampleClaims.message(
                                        2,
                                        new ConversationId(
                                                "telegram", "user", "700", "telegram:user:1"),
                                        5,
                                        ROSA,
                                        "to you"),
                                conversation()));
        one.gather(
                one.exhibit("a/result.json"),
                List.of(SampleClaims.message(1, CLUB, 2, ROSA, "x")),
                null,
                7,
                COVER.key());
        one.store().settle(one.name());

        List<StoredMessage> shown = one.messages(witness.number());

        assertEquals("operator:7", shown.get(0).author());
        assertEquals("operator 7", shown.get(0).authorName());
        assertEquals("operator:7@telegram:user:1", shown.get(1).conversation());
        assertEquals("operator 7", shown.get(1).conversationName());
        assertEquals(1, one.counts().accounts());
    }

    @Test
    void what_the_export_says_about_its_owner_is_kept_from_the_app_role() {
        one.gather(one.exhibit("a/result.json"), everyMention(), null, 7, "");
        try (Database database = Database.open(TestPostgres.access())) {
            for (String query :
                    List.of(
                            "SELECT count(*) FROM derived.own_profile",
                            "SELECT count(*) FROM derived.session",
                            "SELECT count(*) FROM derived.own_media",
                            "SELECT count(*) FROM derived.account WHERE key LIKE '%700'",
                            "SELECT count(*) FROM derived.contact WHERE phone IS NOT NULL",
                            "SELECT count(*) FROM derived.alias WHERE account IS NOT NULL"
                                    + " AND name LIKE 'Basil%'")) {
                long found =
                        database.asActor(
                                ANNE, (client, _) -> client.sql(query).query(Long.class).single());
                assertEquals(0, found, query);
            }
        }
        assertEquals(
                one.store().digest(one.name(), ANNE),
                one.store().recomputeDigest(one.name(), ANNE));
    }

    @Test
    void an_investigators_acts_leave_whole_and_are_no_account() {
        Exhibit own = one.exhibit("a/result.json");
        one.gather(own, everyMention(), null, 7, "");
        one.take(
                "w/result.json",
                List.of(
                        SampleClaims.message(1, CLUB, 1, COVERED, "hi"),
                        SampleClaims.message(2, CLUB, 2, ROSA, "hello")));
        one.store().settle(one.name());

        List<StoredMessage> acts = new ArrayList<>();
        one.store().forEachOperatorMessage(one.name(), ANNE, 7, acts::add);
        List<StoredMessage> others = new ArrayList<>();
        one.store().forEachOperatorMessage(one.name(), ANNE, 8, others::add);

        assertEquals(2, acts.size());
        assertEquals("hi", acts.getLast().text());
        assertEquals(List.of(), others);
        assertEquals(1, one.counts().accounts());
    }

    /// What an exporter's document can say of its own account, and where a member speaks of it.
    private static List<Claim> everyMention() {
        Claim.Message event = SampleClaims.message(500, CLUB, 2, ROSA, "hello");
        Claim.Message mention =
                new Claim.Message(
                        event.at(),
                        Claim.Message.Kind.EVENT,
                        CLUB,
                        2L,
                        event.sent(),
                        Moment.NONE,
                        ROSA,
                        "invite_members",
                        "hello",
                        List.of(new TextEntity("mention_name", 0, 4, COVER.key())),
                        new Reply(1, COVER),
                        new Author(null, "Basil Thyme"),
                        null,
                        List.of(
                                new Reaction(
                                        "emoji",
                                        "+",
                                        1,
                                        List.of(new Reaction.Reactor(COVERED, Moment.NONE)))),
                        List.of(new Attachment.Other("members", "[\"Rosa\",\"Basil Thyme\"]")));
        return List.of(
                new Claim.Owner(
                        new Span(1, 1), COVER, "Basil", "Thyme", "+33 1 00", "basil", "herbs"),
                new Claim.Session(
                        new Span(2, 1),
                        "sessions",
                        "192.0.2.7",
                        null,
                        Moment.NONE,
                        Moment.NONE,
                        List.of()),
                new Claim.OwnMedia(
                        new Span(3, 1),
                        "profile_pictures",
                        Moment.NONE,
                        List.of(new Attachment.Other("caption", "\"Basil\""))),
                new Claim.Contact(
                        new Span(4, 1),
                        "contacts",
                        COVER,
                        "Basil",
                        "Thyme",
                        "+33 1 00",
                        Moment.NONE,
                        List.of()),
                SampleClaims.message(100, CLUB, 1, COVERED, "I plant beans"),
                mention,
                SampleClaims.message(
                        600,
                        new ConversationId("telegram", "user", "1", COVER.key()),
                        3,
                        ROSA,
                        "to the investigator"));
    }

    private static Claim conversation() {
        return new Claim.Conversation(
                new Span(3, 1),
                new ConversationId("telegram", "user", "700", "telegram:user:1"),
                "personal_chat",
                "Basil Thyme",
                false);
    }

    private static Claim.Message forward(Claim.Message plain, Author from) {
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
                from,
                plain.savedFrom(),
                plain.reactions(),
                plain.attachments());
    }
}
