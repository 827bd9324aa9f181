package vigie.store.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vigie.casework.operation.Reading;
import vigie.casework.overview.Accounts;
import vigie.casework.overview.Activity;
import vigie.casework.overview.Conversations;
import vigie.casework.overview.Exhibits;
import vigie.casework.overview.OverviewStore;
import vigie.casework.overview.OwnLists;
import vigie.casework.overview.Page;
import vigie.casework.overview.Slice;
import vigie.model.casefile.Actor;
import vigie.model.casefile.Refusal;
import vigie.model.claim.Author;
import vigie.model.claim.Claim;
import vigie.model.claim.Moment;
import vigie.model.material.Exhibit;
import vigie.model.material.Span;
import vigie.model.subject.AccountId;
import vigie.model.subject.ConversationId;

class OverviewTest {
    private static final Actor ANNE = new Actor("anne");
    private static final Slice ALL = Slice.first(50);
    private static final ConversationId CLUB = SampleClaims.channel(1);
    private static final AccountId ROSA = SampleClaims.user(1);
    private static final AccountId COVER = SampleClaims.user(7);
    private static final long DAY = 86_400;

    private final TestCase garden = new TestCase(ANNE);
    private OverviewStore overview = garden.overview();

    @BeforeEach
    void open() {
        garden.create();
        overview = garden.overview();
    }

    @AfterEach
    void close() {
        garden.close();
    }

    @Test
    void a_message_that_two_exhibits_hold_is_counted_once_everywhere() {
        garden.take("first.json", messages(CLUB, 1, 10, 0));
        garden.take("second.json", messages(CLUB, 6, 15, 0));
        garden.store().settle(garden.name());

        Conversations.Line line =
                overview.conversations(garden.name(), ANNE, Conversations.Question.ALL, ALL)
                        .rows()
                        .getFirst();
        assertEquals(15, line.messages());
        assertEquals(2, line.exhibits());
        assertTrue(line.comparable());
        assertEquals(15, overview.activity(garden.name(), ANNE, 0).total());
        assertEquals(15, overview.activity(garden.name(), ANNE, line.number()).total());
        Accounts.Line rosa =
                overview.accounts(garden.name(), ANNE, Accounts.Question.ALL, ALL)
                        .rows()
                        .getFirst();
        assertEquals(15, rosa.messages());
        assertEquals(1, rosa.conversations());
        Accounts.Seat seat =
                overview.members(garden.name(), ANNE, line.number(), ALL).rows().getFirst();
        assertEquals(15, seat.messages());
        List<Conversations.Copy> copies =
                overview.conversation(garden.name(), ANNE, line.number()).orElseThrow().copies();
        assertEquals(List.of(10L, 10L), copies.stream().map(Conversations.Copy::elements).toList());
    }

    @Test
    void missing_ids_are_listed_as_ranges_and_what_lies_between_two_exports_is_not_missing() {
        garden.take("first.json", both(messages(CLUB, 1, 4, 0), messages(CLUB, 8, 10, 0)));
        garden.take("second.json", both(messages(CLUB, 5, 5, 0), messages(CLUB, 9, 10, 0)));
        garden.take("later.json", both(messages(CLUB, 20, 21, 0), messages(CLUB, 23, 23, 0)));
        garden.store().settle(garden.name());

        Conversations.Line line =
                overview.conversations(garden.name(), ANNE, Conversations.Question.ALL, ALL)
                        .rows()
                        .getFirst();
        Page<Conversations.Gap> gaps =
                overview.gaps(garden.name(), ANNE, line.number(), new Slice(0, 10));
        assertEquals(
                List.of("6-7", "22-22"),
                gaps.rows().stream().map(gap -> gap.first() + "-" + gap.last()).toList());
        assertEquals(2, gaps.total());
        assertEquals(
                line.missing(),
                gaps.rows().stream()
                        .map(Conversations.Gap::ids)
                        .reduce(java.math.BigInteger.ZERO, java.math.BigInteger::add));
        Page<Conversations.Gap> second =
                overview.gaps(garden.name(), ANNE, line.number(), new Slice(1, 1));
        assertEquals(22, second.rows().getFirst().first());
        assertEquals(List.of(), overview.gaps(garden.name(), ANNE, 0, new Slice(0, 10)).rows());
    }

    @Test
    void copies_that_cannot_be_compared_give_a_number_that_says_at_least() {
        ConversationId letters = new ConversationId("telegram", "user", "5", null);
        garden.take("first.json", messages(letters, 1, 10, 0));
        garden.take("second.json", messages(letters, 101, 104, 0));
        garden.store().settle(garden.name());

        Conversations.Line line =
                overview.conversations(garden.name(), ANNE, Conversations.Question.ALL, ALL)
                        .rows()
                        .getFirst();
        assertEquals(10, line.messages());
        assertFalse(line.comparable());
        assertTrue(overview.activity(garden.name(), ANNE, 0).atLeast());
        assertEquals(
                10,
                overview.accounts(garden.name(), ANNE, Accounts.Question.ALL, ALL)
                        .rows()
                        .getFirst()
                        .messages());
    }

    @Test
    void reading_an_exhibit_again_changes_no_count_and_what_it_no_longer_holds_is_gone() {
        Exhibit first = garden.take("first.json", messages(CLUB, 1, 10, 0));
        garden.take("second.json", messages(CLUB, 6, 15, 0));
        garden.store().settle(garden.name());
        long before = overview.generation(garden.name(), ANNE);
        garden.gather(first, messages(SampleClaims.channel(2), 1, 3, 0), null);
        garden.store().settle(garden.name());

        assertNotEquals(before, overview.generation(garden.name(), ANNE));
        assertEquals(13, overview.activity(garden.name(), ANNE, 0).total());
        Page<Conversations.Line> lines =
                overview.conversations(garden.name(), ANNE, Conversations.Question.ALL, ALL);
        assertEquals(
                List.of(10L, 3L), lines.rows().stream().map(Conversations.Line::messages).toList());
        assertEquals(
                13,
                overview.accounts(garden.name(), ANNE, Accounts.Question.ALL, ALL)
                        .rows()
                        .getFirst()
                        .messages());
    }

    @Test
    void days_without_messages_are_drawn_and_the_unit_grows_with_the_span() {
        garden.take("days.json", List.of(at(1, 10 * DAY), at(2, 10 * DAY), at(3, 13 * DAY)));
        garden.store().settle(garden.name());
        Activity days = overview.activity(garden.name(), ANNE, 0);
        assertEquals(Activity.Unit.DAY, days.unit());
        assertEquals(
                List.of(2L, 0L, 0L, 1L), days.bars().stream().map(Activity.Bar::messages).toList());
        assertEquals(LocalDate.ofEpochDay(10), days.bars().getFirst().start());

        garden.take("years.json", List.of(at(10, 9_000 * DAY), at(11, Moment.ABSENT), at(12, -5)));
        garden.store().settle(garden.name());
        Activity years = overview.activity(garden.name(), ANNE, 0);
        assertEquals(Activity.Unit.YEAR, years.unit());
        assertEquals(25, years.bars().size());
        assertEquals(4, years.total());
        assertEquals(2, years.undated());
    }

    @Test
    void an_account_is_found_by_any_name_it_used_however_it_is_written() {
        Author before = new Author(ROSA, "Rosa Müller");
        Author now = new Author(ROSA, "Crème Brûlée");
        garden.take(
                "names.json",
                List.of(
                        SampleClaims.message(100, CLUB, 1, before, "seeds"),
                        SampleClaims.message(300, CLUB, 2, now, "pots"),
                        SampleClaims.message(500, CLUB, 3, new Author(COVER, "Ivo"), "soil")));
        garden.store().settle(garden.name());
        for (String text : List.of("muller", "BRULEE", "user:1", "rosa m")) {
            Page<Accounts.Line> found =
                    overview.accounts(
                            garden.name(),
                            ANNE,
                            new Accounts.Question(text, Accounts.Sort.NAME, false),
                            ALL);
            assertEquals(1, found.total(), text);
            assertEquals("Crème Brûlée", found.rows().getFirst().name());
        }
        Accounts.Whole whole =
                overview.account(
                                garden.name(),
                                ANNE,
                                overview.accounts(garden.name(), ANNE, Accounts.Question.ALL, ALL)
                                        .rows()
                                        .getFirst()
                                        .number())
                        .orElseThrow();
        assertEquals(
                List.of("Crème Brûlée", "Rosa Müller"),
                whole.names().stream().map(Accounts.Name::name).toList());
        assertEquals(
                List.of(Accounts.Mention.Role.AUTHOR),
                whole.mentions().stream().map(Accounts.Mention::role).toList());
    }

    @Test
    void an_investigator_is_a_number_on_every_page_and_cannot_be_found_by_guessing() {
        garden.take(
                "seen.json",
                List.of(
                        SampleClaims.message(100, CLUB, 1, new Author(COVER, "Basil"), "beans"),
                        SampleClaims.message(
                                300,
                                new ConversationId("telegram", "user", "7", ROSA.key()),
                                2,
                                new Author(COVER, "Basil"),
                                "peas"),
                        new Claim.Conversation(
                                new Span(500, 10),
                                new ConversationId("telegram", "user", "7", ROSA.key()),
                                "personal_chat",
                                "Basil",
                                false)));
        Exhibit own = garden.exhibit("own.json");
        garden.gather(
                own,
                List.of(
                        new Claim.Unknown(new Span(1, 10), "profile.secret", "\"Basil\""),
                        SampleClaims.message(100, CLUB, 1, new Author(COVER, "Basil"), "beans")),
                null,
                7,
                COVER.key());
        garden.store().settle(garden.name());

        Accounts.Line operator =
                overview.accounts(garden.name(), ANNE, Accounts.Question.ALL, ALL)
                        .rows()
                        .getFirst();
        assertEquals("operator:7", operator.key());
        assertEquals("operator 7", operator.name());
        assertEquals(2, operator.messages());
        String shown =
                overview.account(garden.name(), ANNE, operator.number()).orElseThrow()
                        + overview.conversations(
                                        garden.name(), ANNE, Conversations.Question.ALL, ALL)
                                .toString()
                        + overview.unknown(garden.name(), ANNE, "profile.secret", ALL)
                        + overview.contacts(garden.name(), ANNE, ALL)
                        + overview.members(garden.name(), ANNE, 1, ALL);
        assertFalse(shown.contains("Basil"), shown);
        assertFalse(shown.contains(COVER.key()), shown);
        for (String guess : List.of("basil", COVER.key(), "user:7")) {
            assertEquals(
                    0,
                    overview.accounts(
                                    garden.name(),
                                    ANNE,
                                    new Accounts.Question(guess, Accounts.Sort.NAME, true),
                                    ALL)
                            .total(),
                    guess);
            assertEquals(
                    0,
                    overview.conversations(
                                    garden.name(),
                                    ANNE,
                                    new Conversations.Question(
                                            guess, Conversations.Sort.NAME, true),
                                    ALL)
                            .total(),
                    guess);
        }
    }

    @Test
    void every_list_pages_and_sorts_whatever_a_source_says() {
        for (int i = 0; i < 3; i++) {
            garden.take("some" + i + ".json", new SampleClaims(i).some(400));
        }
        garden.take("picture.jpg");
        garden.take("cut.json", messages(SampleClaims.channel(9), 1, 3, 0), "cut.json: byte 7");
        garden.store().settle(garden.name());
        for (Conversations.Sort sort : Conversations.Sort.values()) {
            var question = new Conversations.Question("", sort, false);
            Page<Conversations.Line> whole =
                    overview.conversations(garden.name(), ANNE, question, ALL);
            List<Conversations.Line> pieced = new ArrayList<>();
            for (int at = 0; at < whole.total(); at += 2) {
                pieced.addAll(
                        overview.conversations(garden.name(), ANNE, question, new Slice(at, 2))
                                .rows());
            }
            assertEquals(whole.rows(), pieced, sort.toString());
        }
        for (Accounts.Sort sort : Accounts.Sort.values()) {
            for (boolean descending : new boolean[] {true, false}) {
                var question = new Accounts.Question("", sort, descending);
                assertEquals(
                        garden.counts().accounts(),
                        overview.accounts(garden.name(), ANNE, question, ALL).rows().size());
            }
        }
        for (Exhibits.Which which : Exhibits.Which.values()) {
            long expected =
                    switch (which) {
                        case ALL -> 5;
                        case READ, REMARKABLE -> 4;
                        case PARTIAL, UNREAD -> 1;
                    };
            assertEquals(
                    expected,
                    overview.exhibits(garden.name(), ANNE, which, ALL).total(),
                    which.toString());
        }
        assertEquals(
                "cut.json: byte 7",
                Optional.ofNullable(
                                overview.exhibit(garden.name(), ANNE, 5).orElseThrow().reading())
                        .map(Reading::error)
                        .orElseThrow());
        assertNull(overview.exhibit(garden.name(), ANNE, 4).orElseThrow().reading());
        assertTrue(overview.contacts(garden.name(), ANNE, ALL).total() > 0);
        assertTrue(overview.sessions(garden.name(), ANNE, ALL).total() > 0);
        assertTrue(overview.ownMedia(garden.name(), ANNE, ALL).total() > 0);
        OwnLists.UnknownPath path =
                overview.unknownPaths(garden.name(), ANNE, ALL).rows().getFirst();
        assertEquals(
                path.values(), overview.unknown(garden.name(), ANNE, path.path(), ALL).total());
        assertEquals(1, overview.acquisitions(garden.name(), ANNE).size());
    }

    @Test
    void who_is_not_on_a_case_is_refused_on_every_page() {
        Actor bruno = new Actor("bruno");
        assertThrows(
                Refusal.class,
                () -> overview.accounts(garden.name(), bruno, Accounts.Question.ALL, ALL));
        assertThrows(Refusal.class, () -> overview.activity(garden.name(), bruno, 0));
        assertThrows(
                Refusal.class,
                () -> overview.exhibits(garden.name(), bruno, Exhibits.Which.ALL, ALL));
    }

    private static List<Claim> both(List<Claim> some, List<Claim> others) {
        List<Claim> both = new ArrayList<>(some);
        both.addAll(others);
        return both;
    }

    private static List<Claim> messages(ConversationId in, int from, int to, long base) {
        List<Claim> messages = new ArrayList<>();
        for (int id = from; id <= to; id++) {
            messages.add(
                    SampleClaims.message(
                            base + 100L * id, in, id, new Author(ROSA, "Rosa"), "seed " + id));
        }
        return messages;
    }

    private static Claim at(long id, long second) {
        Claim.Message plain =
                SampleClaims.message(100 * id, CLUB, id, new Author(ROSA, "Rosa"), "seed " + id);
        return new Claim.Message(
                plain.at(),
                plain.kind(),
                plain.conversation(),
                plain.id(),
                new Moment(second, second),
                plain.edited(),
                plain.author(),
                plain.action(),
                plain.text(),
                plain.entities(),
                plain.reply(),
                plain.forwardedFrom(),
                plain.savedFrom(),
                plain.reactions(),
                plain.attachments());
    }
}
