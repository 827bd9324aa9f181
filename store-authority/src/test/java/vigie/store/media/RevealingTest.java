package vigie.store.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vigie.casework.media.Exposure;
import vigie.casework.media.Exposure.Limits;
import vigie.casework.media.Limiting;
import vigie.casework.media.Revealing;
import vigie.casework.media.Revealing.Purpose;
import vigie.casework.media.StackFilter;
import vigie.casework.media.Veil;
import vigie.casework.operation.OpenCase;
import vigie.casework.overview.LedgerView;
import vigie.casework.overview.LedgerView.Sight;
import vigie.casework.overview.Slice;
import vigie.casework.user.Role;
import vigie.evidence.EvidenceBytes;
import vigie.evidence.ledger.Entry;
import vigie.evidence.ledger.Verb;
import vigie.model.casefile.Actor;
import vigie.model.casefile.Refusal;

/// Showing one item on purpose: who may, for what reason, how often, and who learns of it.
class RevealingTest {
    private static final String URGENCY = "the trial is tomorrow";

    private final Club club = club();
    private final Exposure exposure = new PostgresExposure(club.store);
    private final Revealing revealing = new Revealing(club.reads, exposure, new Sizes());
    private final Limiting limiting = new Limiting(exposure, club.access.register());
    private int item;

    /// Shows the size of what it would show.
    private static final class Sizes implements Veil {
        @Override
        public Optional<byte[]> of(EvidenceBytes bytes, int clear) {
            return Optional.of(new byte[clear + 1]);
        }

        @Override
        public void close() {
            // Nothing runs.
        }
    }

    private static Club club() {
        try {
            return new Club();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    @BeforeEach
    void take() throws IOException {
        java.nio.file.Path export = club.export("garden");
        Pictures.draw(export.resolve("photos/a.jpg"), 1, 800, 600);
        Club.chat(export, 7, Club.photo(1, "Ada", "photos/a.jpg"));
        assertEquals(List.of(), club.take(export));
        item =
                club.reads
                        .stacks(club.name, club.anne, StackFilter.ALL, Slice.first(9))
                        .rows()
                        .getFirst()
                        .representative();
    }

    @AfterEach
    void close() throws IOException {
        club.close();
    }

    private int reveal(Actor actor, @Nullable Purpose purpose, @Nullable String reason)
            throws IOException {
        try (OpenCase opened = club.workplace.open(club.name, actor)) {
            return revealing.reveal(opened, item, purpose, reason, 1).png().length;
        }
    }

    private Refusal.Kind refused(Actor actor, @Nullable Purpose purpose, @Nullable String reason) {
        return assertThrows(Refusal.class, () -> reveal(actor, purpose, reason)).kind();
    }

    private Entry last() throws IOException {
        try (OpenCase opened = club.workplace.open(club.name, club.officer)) {
            return opened.ledger().entry(opened.ledger().size() - 1);
        }
    }

    private void limit(int reveals, int stretch, int pause) throws IOException {
        Limits limits = new Limits(reveals, Duration.ofMinutes(stretch), Duration.ofMinutes(pause));
        limiting.limit(club.head, limits, "a hard week", Club.PURPOSE);
    }

    private void lift(Actor by, Actor whom) throws IOException {
        try (OpenCase opened = club.workplace.open(club.name, by)) {
            revealing.lift(opened, whom, Instant.now().plusSeconds(60), URGENCY, Club.PURPOSE);
        }
    }

    @Test
    void nothing_is_shown_without_a_purpose_or_to_whoever_only_reads() {
        assertEquals(Refusal.Kind.PURPOSE, refused(club.anne, null, "a garden?"));
        assertEquals(
                Refusal.Kind.PERMISSION,
                refused(club.translator, Purpose.CLASSIFICATION, "a garden?"));
    }

    @Test
    void outside_their_assignment_nobody_is_shown_anything_without_a_reason() throws IOException {
        assertTrue(exposure.assigned(club.name, club.anne));
        assertFalse(exposure.assigned(club.name, club.head), "a head leads the case");
        assertEquals(Refusal.Kind.REASON, refused(club.head, Purpose.CLASSIFICATION, null));
        assertEquals(Refusal.Kind.REASON, refused(club.head, Purpose.CLASSIFICATION, "  "));
        assertEquals(
                Refusal.Kind.REASON, refused(club.head, Purpose.CLASSIFICATION, "x".repeat(501)));
        assertEquals(0, exposure.own(club.head).lastDay(), "nothing was booked");
        assertEquals(2, reveal(club.head, Purpose.CLASSIFICATION, " I check Anne's doubt "));
        Entry entry = last();
        assertEquals(Verb.REVEAL, entry.verb());
        assertEquals(0, entry.data().whole("assigned").orElseThrow());
        try (OpenCase opened = club.workplace.open(club.name, club.officer)) {
            assertEquals(
                    "I check Anne's doubt",
                    opened.ledger().texts(entry).orElseThrow().get("reason"));
        }
        assertEquals(2, reveal(club.anne, Purpose.CLASSIFICATION, null));
        assertEquals(1, last().data().whole("assigned").orElseThrow());
    }

    @Test
    void who_was_shown_something_neither_colleague_nor_head_finds_in_the_ledger()
            throws IOException {
        reveal(club.anne, Purpose.CLASSIFICATION, null);
        Entry entry = last();
        for (Role role : Role.values()) {
            try (OpenCase opened = club.workplace.open(club.name, club.officer)) {
                LedgerView view = new LedgerView(opened, Sight.of(role));
                boolean listed =
                        view.page(Long.MAX_VALUE, 500).lines().stream()
                                .anyMatch(line -> line.entry().verb() == Verb.REVEAL);
                assertEquals(role == Role.OFFICER, listed, role.name());
                assertEquals(
                        role == Role.OFFICER, view.entry(entry.seq()).isPresent(), role.name());
            }
        }
    }

    @Test
    void a_limit_and_a_break_are_refused_as_what_they_are_until_a_head_lifts_them()
            throws IOException {
        assertEquals(2, reveal(club.anne, Purpose.CLASSIFICATION, null));
        limit(1, 45, 10);
        assertEquals(Refusal.Kind.LIMIT, refused(club.anne, Purpose.CLASSIFICATION, null));
        assertEquals(0, exposure.own(club.anne).left());
        limit(9, 30, 10);
        club.asOwner(
                "INSERT INTO vigie.exposure (actor, at, item, purpose) SELECT 'anne',"
                        + " now() - make_interval(mins => n), '\\x00', 'classification'"
                        + " FROM generate_series(1, 35, 5) n");
        limit(99, 30, 10);
        assertEquals(Refusal.Kind.BREAK, refused(club.anne, Purpose.CLASSIFICATION, null));
        assertThrows(Refusal.class, () -> lift(club.bruno, club.anne));
        assertThrows(Refusal.class, () -> lift(club.head, club.head));
        lift(club.head, club.anne);
        Entry entry = last();
        assertEquals("lift", entry.kind());
        assertEquals(club.head, entry.operator());
        assertEquals("anne", entry.data().text("actor").orElseThrow());
        try (OpenCase opened = club.workplace.open(club.name, club.head)) {
            assertEquals(URGENCY, opened.ledger().texts(entry).orElseThrow().get("urgency"));
        }
        assertEquals(2, reveal(club.anne, Purpose.COURT_REQUEST, null));
    }

    @Test
    void who_changes_what_the_service_allows_and_why_is_in_the_register() throws IOException {
        long before = club.access.register().ledger().size();
        Limits usual = exposure.limits(club.anne);
        assertThrows(
                Refusal.class,
                () ->
                        limiting.limit(
                                club.anne,
                                new Limits(1, usual.stretch(), usual.pause()),
                                "I can do more",
                                Club.PURPOSE));
        assertThrows(Refusal.class, () -> limiting.limit(club.head, usual, " ", Club.PURPOSE));
        assertEquals(before, club.access.register().ledger().size());
        assertEquals(usual, exposure.limits(club.anne));
        limit(7, 30, 15);
        assertEquals(7, exposure.limits(club.anne).revealsADay());
        Entry entry = club.access.register().ledger().entry(before);
        assertEquals(Limiting.KIND, entry.kind());
        assertEquals(club.head, entry.operator());
        assertEquals(7, entry.data().whole("reveals").orElseThrow());
        assertEquals(300, entry.data().whole("revealsBefore").orElseThrow());
        assertEquals(
                "a hard week",
                club.access.register().ledger().texts(entry).orElseThrow().get("why"));
        // What the register does not take does not hold.
        assertThrows(
                IOException.class,
                () ->
                        exposure.limit(
                                club.head,
                                usual,
                                () -> {
                                    throw new IOException("the disk is full");
                                }));
        assertEquals(7, exposure.limits(club.anne).revealsADay());
    }

    @Test
    void a_sheet_is_its_owners_and_how_clearly_they_look_too() throws IOException {
        try (OpenCase opened = club.workplace.open(club.name, club.anne)) {
            long booking =
                    revealing.reveal(opened, item, Purpose.CLASSIFICATION, null, 0).booking();
            exposure.shown(club.anne, booking, Duration.ofSeconds(3));
            exposure.shown(club.bruno, booking, Duration.ofSeconds(90));
        }
        assertEquals(Duration.ofSeconds(3), exposure.own(club.anne).shown());
        assertEquals(0, exposure.own(club.bruno).lastDay());
        assertEquals(0, exposure.clearness(club.anne));
        exposure.prefer(club.anne, 2);
        exposure.prefer(club.anne, 1);
        assertEquals(1, exposure.clearness(club.anne));
        assertEquals(0, exposure.clearness(club.head));
        assertThrows(RuntimeException.class, () -> exposure.prefer(club.anne, 3));
    }

    @Test
    void totals_are_of_days_that_are_over_on_which_three_people_looked() throws IOException {
        reveal(club.anne, Purpose.CLASSIFICATION, null);
        assertEquals(List.of(), exposure.totals(club.name, club.head, 7), "today grows");
        for (String booked :
                List.of(
                        "'anne', 1",
                        "'anne', 1",
                        "'bruno', 1",
                        "'head', 1",
                        "'anne', 2",
                        "'bruno', 2",
                        "'anne', 3",
                        "'anne', 9")) {
            club.asOwner(
                    "INSERT INTO vigie.exposure (actor, at, case_id, item, purpose) SELECT b.who,"
                            + " now() - make_interval(days => b.ago), f.id, '\\x00',"
                            + " 'classification' FROM (VALUES ("
                            + booked
                            + ")) b(who, ago),"
                            + " vigie.casefile f");
        }
        List<Exposure.Total> totals = exposure.totals(club.name, club.head, 7);
        assertEquals(3, totals.size());
        assertEquals(Optional.of(new Exposure.Told(4, 3)), totals.getFirst().told());
        assertEquals(Optional.empty(), totals.get(1).told(), "two can tell each other's number");
        assertEquals(Optional.empty(), totals.get(2).told());
        assertEquals(List.of(), exposure.totals(club.name, club.bruno, 7));
    }
}
