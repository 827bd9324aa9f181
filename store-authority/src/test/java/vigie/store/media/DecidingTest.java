package vigie.store.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vigie.casework.media.CaseRules;
import vigie.casework.media.DecisionStore.Decided;
import vigie.casework.media.StackDecision;
import vigie.casework.media.StackFilter;
import vigie.casework.media.StackLine;
import vigie.casework.media.decide.Deciding;
import vigie.casework.operation.OpenCase;
import vigie.casework.operation.Rebuilding;
import vigie.casework.overview.Slice;
import vigie.model.casefile.Actor;
import vigie.model.casefile.Refusal;

/// Deciding about stacks.
class DecidingTest {
    private static final StackDecision IRRELEVANT = new StackDecision.Category("baseline/1", "0");
    private static final StackDecision OTHER = new StackDecision.Category("baseline/1", "1");

    private final Club club = club();

    private static Club club() {
        try {
            return new Club();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    @BeforeEach
    void take() throws IOException {
        Path export = club.export("garden");
        Pictures.draw(export.resolve("photos/a.jpg"), 1, 800, 600);
        Pictures.draw(export.resolve("photos/b.jpg"), 2, 800, 600);
        Club.chat(
                export,
                7,
                Club.photo(1, "Ada", "photos/a.jpg"),
                Club.photo(2, "Bea", "photos/b.jpg"));
        assertEquals(List.of(), club.take(export));
    }

    @AfterEach
    void close() throws IOException {
        club.close();
    }

    private StackLine stack() {
        return club.reads
                .stacks(club.name, club.anne, StackFilter.ALL, Slice.first(9))
                .rows()
                .getFirst();
    }

    private Decided decide(Actor actor, int stack, StackDecision decision, long seen)
            throws IOException {
        try (OpenCase opened = club.workplace.open(club.name, actor)) {
            return club.deciding.decide(opened, stack, decision, seen, Club.PURPOSE);
        }
    }

    @Test
    void a_decision_holds_until_it_is_undone_and_is_replayed_after_a_rebuild() throws IOException {
        int stack = stack().stack();
        Decided decided = decide(club.anne, stack, IRRELEVANT, -1);
        long entry = assertInstanceOf(Decided.Entered.class, decided).entry();
        assertEquals(Optional.of("baseline/1 0"), stack().category());
        assertEquals(1, club.reads.counts(club.name, club.anne).undecided());
        assertEquals(0, club.reads.decided(club.name, club.translator).size());
        try (OpenCase opened = club.workplace.open(club.name, club.head)) {
            Rebuilding.rebuild(opened, Club.readers(), Club.PURPOSE, (_, _) -> {});
        }
        assertEquals(Optional.of("baseline/1 0"), stack().category());
        assertEquals(1, club.reads.decided(club.name, club.anne).size());
        decide(club.bruno, stack, new StackDecision.Withdrawal(entry), -1);
        assertEquals(Optional.empty(), stack().category());
        assertEquals(2, club.reads.counts(club.name, club.anne).undecided());
    }

    @Test
    void what_another_decided_otherwise_is_not_passed_over_unseen() throws IOException {
        int stack = stack().stack();
        decide(club.anne, stack, IRRELEVANT, -1);
        Decided.Outdated outdated =
                assertInstanceOf(Decided.Outdated.class, decide(club.bruno, stack, OTHER, -1));
        assertInstanceOf(Decided.Entered.class, decide(club.bruno, stack, OTHER, outdated.seen()));
        assertTrue(stack().disagreement());
        assertEquals(Optional.empty(), stack().category());
        assertEquals(0, club.reads.decided(club.name, club.anne).size(), "leaves for nobody");
        decide(club.bruno, stack, IRRELEVANT, Deciding.WHATEVER);
        assertFalse(stack().disagreement());
    }

    @Test
    void two_must_agree_where_the_case_requires_it() throws IOException {
        try (OpenCase opened = club.workplace.open(club.name, club.anne)) {
            assertThrows(
                    Refusal.class,
                    () -> club.deciding.rule(opened, new CaseRules("baseline/1", 2), Club.PURPOSE));
        }
        try (OpenCase opened = club.workplace.open(club.name, club.head)) {
            club.deciding.rule(opened, new CaseRules("baseline/1", 2), Club.PURPOSE);
        }
        int stack = stack().stack();
        decide(club.anne, stack, IRRELEVANT, -1);
        assertEquals(Optional.empty(), stack().category());
        assertEquals(0, club.reads.decided(club.name, club.anne).size());
        decide(club.bruno, stack, IRRELEVANT, -1);
        assertEquals(Optional.of("baseline/1 0"), stack().category());
        assertEquals(1, club.reads.decided(club.name, club.anne).size());
    }

    @Test
    void who_only_reads_decides_nothing() throws IOException {
        int stack = stack().stack();
        assertThrows(Refusal.class, () -> decide(club.translator, stack, IRRELEVANT, -1));
        assertThrows(Refusal.class, () -> decide(club.officer, stack, IRRELEVANT, -1));
    }
}
