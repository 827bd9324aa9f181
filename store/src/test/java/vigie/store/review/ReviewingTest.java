package vigie.store.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.casework.operation.OpenCase;
import vigie.casework.operation.Rebuilding;
import vigie.casework.operation.RowId;
import vigie.casework.review.Decided;
import vigie.casework.review.Decision;
import vigie.casework.review.Proposal;
import vigie.casework.review.ReviewCounts;
import vigie.casework.review.ReviewState;
import vigie.casework.review.ReviewStore;
import vigie.casework.review.Verdict;
import vigie.evidence.ledger.Draft;
import vigie.evidence.ledger.Entry;
import vigie.evidence.ledger.Verb;
import vigie.model.casefile.Actor;
import vigie.model.casefile.Refusal;

class ReviewingTest {
    @TempDir Path folder = Path.of("");
    private Unit unit = unmade();
    private List<Long> rows = List.of();

    @SuppressWarnings("NullAway") // made before each test
    private static Unit unmade() {
        return null;
    }

    @BeforeEach
    void take() throws IOException {
        unit = new Unit(folder).with(Chatter.garden());
        rows = unit.rows(1);
    }

    @AfterEach
    void close() throws IOException {
        unit.close();
    }

    @Test
    void a_verdict_is_entered_before_its_row_and_holds() throws IOException {
        Decided.Entered entered = entered(decide(unit.anne, 0, Verdict.RELEVANT));

        assertEquals(List.of(rows.getFirst()), entered.rows());
        assertEquals(Optional.of(Verdict.RELEVANT), state(0).verdict());
        assertEquals(entered.entry(), state(0).seen());
        try (OpenCase opened = unit.open(unit.anne)) {
            Entry entry = opened.ledger().entry(entered.entry());
            assertEquals(Verb.DECIDE, entry.verb());
            assertEquals("relevance", entry.kind());
            assertEquals(unit.anne, entry.operator());
            assertEquals(List.of(RowId.text(rows.getFirst())), entry.subjects());
            assertEquals(Optional.of("relevant"), entry.data().text("relevance"));
            assertEquals(Unit.PURPOSE, entry.purpose());
        }
    }

    @Test
    void a_withdrawn_verdict_makes_the_one_before_current_again() throws IOException {
        decide(unit.anne, 0, Verdict.RELEVANT);
        long second = entered(decide(unit.anne, 0, Verdict.LATER)).entry();
        assertEquals(Optional.of(Verdict.LATER), state(0).verdict());

        withdraw(unit.anne, second);
        assertEquals(Optional.of(Verdict.RELEVANT), state(0).verdict());
        assertEquals(2, state(0).history().size(), "nothing is deleted");
        assertInstanceOf(Decided.Unchanged.class, withdraw(unit.anne, second));

        withdraw(unit.anne, state(0).relevance().orElseThrow().entry());
        assertEquals(Optional.empty(), state(0).verdict());
    }

    @Test
    void words_are_sealed_and_shown() throws IOException {
        long tag = entered(decide(unit.anne, rows, new Decision.Tag(" gate "))).entry();
        long note =
                entered(decide(unit.anne, rows.subList(0, 1), new Decision.Note("ask the keeper")))
                        .entry();
        decide(
                unit.translator,
                rows.subList(0, 1),
                new Decision.Translation("fr", "le portail du jardin est ouvert"));

        ReviewState state = state(0);
        assertEquals(new Decision.Tag("gate"), state.tags().getFirst().decision());
        assertEquals(new Decision.Note("ask the keeper"), state.notes().getFirst().decision());
        assertEquals(unit.translator, state.translations().getFirst().by());
        try (OpenCase opened = unit.open(unit.anne)) {
            for (long entry : new long[] {tag, note}) {
                String line =
                        new String(
                                opened.ledger().entry(entry).bytes(),
                                java.nio.charset.StandardCharsets.UTF_8);
                assertTrue(!line.contains("keeper") && !line.contains("\"gate"), line);
            }
        }
    }

    @Test
    void what_is_so_already_is_not_entered_again() throws IOException {
        decide(unit.anne, 0, Verdict.RELEVANT);
        decide(unit.anne, rows.subList(0, 2), new Decision.Tag("gate"));

        assertInstanceOf(Decided.Unchanged.class, decide(unit.anne, 0, Verdict.RELEVANT));
        assertEquals(
                List.of(rows.get(2)),
                entered(decide(unit.bruno, rows.subList(0, 3), new Decision.Tag("gate"))).rows());
        entered(decide(unit.bruno, 0, Verdict.RELEVANT));
        assertEquals(2, state(0).history().size() - state(0).tags().size(), "both opinions stay");
    }

    @Test
    void one_message_of_a_bulk_decision_is_taken_back_alone() throws IOException {
        long bulk = entered(decide(unit.anne, rows, new Decision.Tag("gate"))).entry();

        try (OpenCase opened = unit.open(unit.bruno)) {
            unit.reviewing.withdraw(opened, bulk, List.of(rows.get(1)), Unit.PURPOSE);
        }
        assertEquals(1, state(0).tags().size());
        assertEquals(0, state(1).tags().size());
        assertEquals(
                Map.of("gate", rows.size() - 1),
                unit.store.reviews().sets(unit.name, unit.anne).tagCounts());
        withdraw(unit.anne, bulk);
        assertEquals(Map.of(), unit.store.reviews().sets(unit.name, unit.anne).tagCounts());
    }

    @Test
    void a_screen_that_is_outdated_is_told_and_decides_when_it_knows() throws IOException {
        decide(unit.anne, 0, Verdict.NOT_RELEVANT);

        Decided told = propose(unit.bruno, 0, Verdict.RELEVANT, ReviewState.UNSEEN);
        Decided.Outdated outdated = assertInstanceOf(Decided.Outdated.class, told);
        ReviewState now = outdated.now().getOrDefault(rows.getFirst(), ReviewState.NONE);
        assertEquals(Optional.of(Verdict.NOT_RELEVANT), now.verdict());
        assertEquals(Optional.of(Verdict.NOT_RELEVANT), state(0).verdict());

        entered(propose(unit.bruno, 0, Verdict.RELEVANT, outdated.seen()));
        assertEquals(Optional.of(Verdict.RELEVANT), state(0).verdict());
    }

    @Test
    void agreement_and_ones_own_decisions_never_interrupt() throws IOException {
        decide(unit.anne, 0, Verdict.RELEVANT);

        entered(propose(unit.bruno, 0, Verdict.RELEVANT, ReviewState.UNSEEN));
        entered(propose(unit.bruno, 1, Verdict.RELEVANT, ReviewState.UNSEEN));
        entered(propose(unit.bruno, 1, Verdict.LATER, ReviewState.UNSEEN));
    }

    @Test
    void a_withdrawal_by_another_makes_a_screen_outdated_too() throws IOException {
        long first = entered(decide(unit.anne, 0, Verdict.LATER)).entry();
        long seen = state(0).seen();
        withdraw(unit.anne, first);

        assertInstanceOf(
                Decided.Outdated.class, propose(unit.bruno, 0, Verdict.NOT_RELEVANT, seen));
    }

    @Test
    void an_entry_whose_row_was_never_made_is_replayed_at_the_next_opening() throws IOException {
        decide(unit.anne, 0, Verdict.RELEVANT);
        long lost;
        try (OpenCase opened = unit.open(unit.bruno)) {
            lost = enterAlone(opened, 0, "not-relevant");
            entered(
                    unit.reviewing.decide(
                            opened,
                            new Proposal(
                                    rows.subList(1, 2),
                                    new Decision.Relevance(Verdict.LATER),
                                    Proposal.WHATEVER),
                            Unit.PURPOSE));
        }
        assertEquals(Optional.of(Verdict.RELEVANT), state(0).verdict());

        try (OpenCase again = unit.open(unit.anne)) {
            assertEquals(unit.anne, again.actor());
        }
        assertEquals(Optional.of(Verdict.NOT_RELEVANT), state(0).verdict());
        assertEquals(lost, state(0).relevance().orElseThrow().entry());
        assertEquals(unit.bruno, state(0).relevance().orElseThrow().by());
    }

    @Test
    void rebuilding_brings_every_decision_back_and_changes_no_digest() throws IOException {
        decide(unit.anne, rows, new Decision.Tag("gate"));
        decide(unit.anne, 0, Verdict.RELEVANT);
        withdraw(unit.bruno, entered(decide(unit.anne, 1, Verdict.LATER)).entry());
        decide(unit.translator, rows.subList(2, 3), new Decision.Note("two voices"));
        Map<Long, ReviewState> before = states();
        var sets = unit.store.reviews().sets(unit.name, unit.anne);
        var digest = unit.store.digest(unit.name, unit.anne);

        try (OpenCase opened = unit.open(unit.head)) {
            assertEquals(
                    List.of(),
                    Rebuilding.rebuild(opened, Unit.readers(), Unit.PURPOSE, (_, _) -> {}));
        }
        assertEquals(before, states());
        assertEquals(digest, unit.store.digest(unit.name, unit.anne));
        assertEquals(digest, unit.store.recomputeDigest(unit.name, unit.anne));
        var after = unit.store.reviews().sets(unit.name, unit.anne);
        assertEquals(sets.tagCounts(), after.tagCounts());
        assertEquals(1, after.of(Verdict.RELEVANT).size());
        assertEquals(0, after.of(Verdict.LATER).size());
    }

    @Test
    void a_lost_database_gets_its_decisions_from_the_ledger() throws IOException {
        decide(unit.anne, 0, Verdict.RELEVANT);
        decide(unit.anne, rows.subList(0, 1), new Decision.Note("ask the keeper"));
        Map<Long, ReviewState> before = states();

        unit.store.forget(unit.name);
        assertEquals(Map.of(), states());
        assertEquals(
                0, unit.store.reviews().sets(unit.name, unit.anne).of(Verdict.RELEVANT).size());
        try (OpenCase opened = unit.open(unit.anne)) {
            assertEquals(before, unit.reviewing.of(opened, rows));
        }
        assertEquals(
                1, unit.store.reviews().sets(unit.name, unit.anne).of(Verdict.RELEVANT).size());
    }

    @Test
    void an_erased_note_fills_no_row_any_more() throws IOException {
        long note =
                entered(decide(unit.anne, rows.subList(0, 1), new Decision.Note("ask the keeper")))
                        .entry();
        try (OpenCase opened = unit.open(unit.head)) {
            opened.ledger()
                    .erase(note, Draft.of(Verb.ERASURE, "erase", unit.head, "order of the court"));
            Rebuilding.rebuild(opened, Unit.readers(), Unit.PURPOSE, (_, _) -> {});
        }
        assertEquals(List.of(), state(0).notes());
    }

    @Test
    void counts_say_how_far_the_review_is() throws IOException {
        Instant morning = Instant.now().minusSeconds(3600);
        decide(unit.anne, 0, Verdict.RELEVANT);
        decide(unit.anne, rows.subList(1, 3), new Decision.Relevance(Verdict.NOT_RELEVANT));
        decide(unit.bruno, 3, Verdict.LATER);
        decide(unit.bruno, 4, Verdict.LATER);
        decide(unit.bruno, 4, Verdict.RELEVANT);

        try (OpenCase opened = unit.open(unit.anne)) {
            ReviewCounts counts = unit.reviewing.counts(opened, morning);
            assertEquals(
                    new ReviewCounts(2, 2, 1, 1, Map.of(unit.anne, 2L, unit.bruno, 3L)), counts);
        }
        List<ReviewStore.Recent> recent = unit.store.reviews().recent(unit.name, unit.anne, 4);
        assertEquals(List.of(1, 1, 1, 2), recent.stream().map(ReviewStore.Recent::rows).toList());
        assertEquals(unit.bruno, recent.getFirst().act().by());
    }

    @Test
    void a_message_of_no_case_or_of_another_cannot_be_decided_about() throws IOException {
        long before = entries();
        Refusal refused =
                assertThrows(
                        Refusal.class,
                        () ->
                                decide(
                                        unit.anne,
                                        List.of(RowId.of(1, 1)),
                                        new Decision.Relevance(Verdict.LATER)));
        assertEquals(Refusal.Kind.PERMISSION, refused.kind());
        assertEquals(before, entries());
    }

    @Test
    void too_many_messages_at_once_are_refused() {
        List<Long> many = java.util.stream.LongStream.range(0, Proposal.MOST + 1).boxed().toList();
        assertThrows(
                IllegalArgumentException.class,
                () -> new Proposal(many, new Decision.Tag("gate"), Proposal.WHATEVER));
    }

    /// Enters a decision and dies before its row.
    private long enterAlone(OpenCase opened, int message, String verdict) throws IOException {
        return opened.ledger()
                .append(
                        Draft.of(Verb.DECIDE, "relevance", opened.actor(), Unit.PURPOSE)
                                .about(List.of(RowId.text(rows.get(message))))
                                .with("relevance", verdict))
                .seq();
    }

    private long entries() throws IOException {
        try (OpenCase opened = unit.open(unit.anne)) {
            return opened.ledger().size();
        }
    }

    private Decided decide(Actor actor, int message, Verdict verdict) throws IOException {
        return propose(actor, message, verdict, Proposal.WHATEVER);
    }

    private Decided propose(Actor actor, int message, Verdict verdict, long seen)
            throws IOException {
        try (OpenCase opened = unit.open(actor)) {
            return unit.reviewing.decide(
                    opened,
                    new Proposal(List.of(rows.get(message)), new Decision.Relevance(verdict), seen),
                    Unit.PURPOSE);
        }
    }

    private Decided decide(Actor actor, List<Long> messages, Decision decision) throws IOException {
        try (OpenCase opened = unit.open(actor)) {
            return unit.reviewing.decide(
                    opened, new Proposal(messages, decision, Proposal.WHATEVER), Unit.PURPOSE);
        }
    }

    private Decided withdraw(Actor actor, long entry) throws IOException {
        try (OpenCase opened = unit.open(actor)) {
            return unit.reviewing.withdraw(opened, entry, Unit.PURPOSE);
        }
    }

    private Map<Long, ReviewState> states() {
        return unit.store.reviews().of(unit.name, unit.anne, rows);
    }

    private ReviewState state(int message) {
        return states().getOrDefault(rows.get(message), ReviewState.NONE);
    }

    private static Decided.Entered entered(Decided decided) {
        return assertInstanceOf(Decided.Entered.class, decided);
    }
}
