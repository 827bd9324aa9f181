package vigie.store.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.casework.operation.Finding;
import vigie.casework.operation.OpenCase;
import vigie.casework.operation.SearchIndex;
import vigie.casework.operation.Searching;
import vigie.casework.review.Decided;
import vigie.casework.review.Decision;
import vigie.casework.review.Proposal;
import vigie.casework.review.ReviewFilter;
import vigie.casework.review.ReviewState;
import vigie.casework.review.SavedSearch;
import vigie.casework.review.SavedSearches;
import vigie.casework.review.Verdict;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;
import vigie.model.casefile.Refusal;
import vigie.store.postgres.Database;
import vigie.store.postgres.TestPostgres;
import vigie.store.rows.PostgresCaseStore;
import vigie.text.query.Query;

class DecisionRightsTest {
    private static final Decision RELEVANT = new Decision.Relevance(Verdict.RELEVANT);
    private static final Decision TAG = new Decision.Tag("gate");
    private static final Decision NOTE = new Decision.Note("ask the keeper");
    private static final Decision TRANSLATION = new Decision.Translation("fr", "le portail");

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
    void each_role_decides_what_is_its_own_and_nothing_else_reaches_the_ledger()
            throws IOException {
        try (OpenCase opened = unit.open(unit.head)) {
            for (Decision decision : List.of(RELEVANT, TAG, NOTE, TRANSLATION)) {
                long first = decide(unit.anne, decision);
                decide(unit.anne, new Decision.Withdrawal(first));
                decide(unit.head, decision);
                long before = opened.ledger().size();
                refused(unit.officer, decision);
                refused(unit.stranger, decision);
                boolean statement =
                        decision instanceof Decision.Note
                                || decision instanceof Decision.Translation;
                if (statement) {
                    decide(unit.translator, decision);
                } else {
                    refused(unit.translator, decision);
                    assertEquals(before, opened.ledger().size());
                }
            }
        }
    }

    @Test
    void a_translator_takes_back_their_own_statements_only() throws IOException {
        long verdict = decide(unit.anne, RELEVANT);
        long note = decide(unit.anne, NOTE);
        long own = decide(unit.translator, TRANSLATION);

        refused(unit.translator, new Decision.Withdrawal(verdict));
        refused(unit.translator, new Decision.Withdrawal(note));
        decide(unit.translator, new Decision.Withdrawal(own));
        decide(unit.bruno, new Decision.Withdrawal(note));
    }

    @Test
    void the_database_itself_refuses_rows_in_the_name_of_another_or_out_of_role()
            throws IOException {
        long caseId = caseId();
        try (Database database = Database.open(TestPostgres.access())) {
            for (String forbidden :
                    List.of(
                            insert(caseId, unit.bruno, 1, "1", "NULL"),
                            insert(caseId, unit.anne, 2, "NULL", "NULL"),
                            insert(caseId + 1_000_000, unit.anne, 1, "1", "NULL"),
                            "UPDATE derived.decision SET verdict = 1",
                            "DELETE FROM derived.decision",
                            "TRUNCATE derived.decision",
                            "SELECT nextval('derived.decision_serial_seq')")) {
                assertThrows(RuntimeException.class, () -> execute(database, unit.anne, forbidden));
            }
            for (Actor other : List.of(unit.translator, unit.officer, unit.stranger)) {
                assertThrows(
                        RuntimeException.class,
                        () -> execute(database, other, insert(caseId, other, 1, "1", "NULL")),
                        other.id());
            }
            execute(database, unit.anne, insert(caseId, unit.anne, 1, "1", "NULL"));
        }
    }

    @Test
    void the_officer_and_strangers_see_no_decision_and_search_nothing() throws IOException {
        decide(unit.anne, NOTE);
        for (Actor other : List.of(unit.officer, unit.stranger)) {
            assertThrows(Refusal.class, () -> unit.store.reviews().of(unit.name, other, rows));
            assertThrows(Refusal.class, () -> unit.store.reviews().sets(unit.name, other));
            assertThrows(Refusal.class, () -> unit.store.reviews().recent(unit.name, other, 5));
        }
        try (OpenCase opened = unit.open(unit.officer)) {
            long before = opened.ledger().size();
            assertThrows(
                    Refusal.class,
                    () -> Finding.find(opened, new Query.Word("gate"), "gate", 5, true, "curious"));
            assertThrows(
                    Refusal.class,
                    () ->
                            Searching.page(
                                    opened,
                                    new Searching.Question(
                                            new Query.Word("gate"),
                                            "gate",
                                            SearchIndex.Restriction.NONE,
                                            SearchIndex.Order.NEWEST,
                                            0,
                                            5),
                                    "curious"));
            assertEquals(before, opened.ledger().size());
        }
    }

    @Test
    void two_who_decide_at_the_same_instant_both_stay_and_the_later_entry_holds()
            throws IOException, InterruptedException, ExecutionException {
        try (ExecutorService people = Executors.newFixedThreadPool(4);
                PostgresCaseStore elsewhere = PostgresCaseStore.open(TestPostgres.access())) {
            List<Callable<List<Decided>>> work = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Actor actor = i % 2 == 0 ? unit.anne : unit.bruno;
                Verdict verdict = List.of(Verdict.values()).get(i % 3);
                var reviewing =
                        i < 2
                                ? unit.reviewing
                                : new vigie.casework.review.Reviewing(elsewhere.reviews());
                work.add(
                        () -> {
                            List<Decided> decided = new ArrayList<>();
                            try (OpenCase opened =
                                    unit.workplace(unit.store).open(unit.name, actor)) {
                                for (int turn = 0; turn < 10; turn++) {
                                    decided.add(
                                            reviewing.decide(
                                                    opened,
                                                    new Proposal(
                                                            rows,
                                                            new Decision.Relevance(verdict),
                                                            Proposal.WHATEVER),
                                                    Unit.PURPOSE));
                                }
                            }
                            return decided;
                        });
            }
            long last = -1;
            int entered = 0;
            for (Future<List<Decided>> done : people.invokeAll(work)) {
                for (Decided decided : done.get()) {
                    if (decided instanceof Decided.Entered(long entry, _, _)) {
                        last = Math.max(last, entry);
                        entered++;
                    }
                }
            }
            Map<Long, ReviewState> states = unit.store.reviews().of(unit.name, unit.anne, rows);
            for (long row : rows) {
                ReviewState state = states.getOrDefault(row, ReviewState.NONE);
                assertEquals(entered, state.history().size());
                assertEquals(last, state.relevance().orElseThrow().entry());
            }
            assertEquals(
                    unit.store.reviews().sets(unit.name, unit.anne).tagCounts(),
                    elsewhere.reviews().sets(unit.name, unit.bruno).tagCounts());
            for (Verdict verdict : Verdict.values()) {
                assertEquals(
                        elsewhere.reviews().sets(unit.name, unit.bruno).of(verdict).size(),
                        unit.store.reviews().sets(unit.name, unit.anne).of(verdict).size());
            }
        }
    }

    @Test
    void of_two_who_saw_the_same_and_disagree_one_is_told()
            throws IOException, InterruptedException, ExecutionException {
        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            List<Callable<Decided>> work = new ArrayList<>();
            for (Actor actor : List.of(unit.anne, unit.bruno)) {
                Verdict verdict = actor.equals(unit.anne) ? Verdict.RELEVANT : Verdict.NOT_RELEVANT;
                work.add(
                        () -> {
                            try (OpenCase opened = unit.open(actor)) {
                                return unit.reviewing.decide(
                                        opened,
                                        new Proposal(
                                                rows.subList(0, 1),
                                                new Decision.Relevance(verdict),
                                                ReviewState.UNSEEN),
                                        Unit.PURPOSE);
                            }
                        });
            }
            int told = 0;
            for (Future<Decided> done : people.invokeAll(work)) {
                told += done.get() instanceof Decided.Outdated ? 1 : 0;
            }
            assertEquals(1, told);
        }
    }

    @Test
    void saved_searches_are_ones_own_until_shared_and_changed_by_their_owner_only() {
        SavedSearches searches = unit.store.searches();
        ReviewFilter undecided = new ReviewFilter(ReviewFilter.State.UNDECIDED, "gate");
        SavedSearch gates = searches.save(unit.name, unit.anne, " Gates ", "gate*", undecided);
        searches.save(unit.name, unit.bruno, "Gates", "portail", ReviewFilter.NONE);

        assertEquals("Gates", gates.name());
        assertEquals(undecided, gates.filter());
        assertEquals(List.of(gates), searches.all(unit.name, unit.anne));
        assertEquals(1, searches.all(unit.name, unit.bruno).size());
        assertTrue(searches.share(unit.name, unit.anne, gates.number(), true));
        assertEquals(2, searches.all(unit.name, unit.bruno).size());
        assertEquals(unit.bruno, searches.all(unit.name, unit.bruno).getFirst().owner());
        assertEquals(1, searches.all(unit.name, unit.translator).size());
        for (Actor other : List.of(unit.bruno, unit.head, unit.officer, unit.stranger)) {
            assertFalse(searches.rename(unit.name, other, gates.number(), "Mine"));
            assertFalse(searches.share(unit.name, other, gates.number(), false));
            assertFalse(searches.delete(unit.name, other, gates.number()));
        }
        for (Actor other : List.of(unit.officer, unit.stranger)) {
            assertEquals(List.of(), searches.all(unit.name, other));
            assertThrows(
                    Refusal.class,
                    () -> searches.save(unit.name, other, "x", "y", ReviewFilter.NONE));
        }
        CaseName none = new CaseName("no-such-case");
        assertEquals(List.of(), searches.all(none, unit.anne));
        assertFalse(searches.delete(none, unit.anne, gates.number()));

        assertTrue(searches.rename(unit.name, unit.anne, gates.number(), "All gates"));
        searches.save(unit.name, unit.anne, "Other", "x", ReviewFilter.NONE);
        assertFalse(searches.rename(unit.name, unit.anne, gates.number(), "Other"));
        SavedSearch again = searches.save(unit.name, unit.anne, "All gates", "z", undecided);
        assertEquals(gates.number(), again.number());
        assertTrue(again.shared());
        unit.dismiss(unit.bruno);
        assertEquals(List.of(), searches.all(unit.name, unit.bruno));
        assertTrue(searches.delete(unit.name, unit.anne, gates.number()));
    }

    private long decide(Actor actor, Decision decision) throws IOException {
        try (OpenCase opened = unit.open(actor)) {
            return assertInstanceOf(
                            Decided.Entered.class,
                            unit.reviewing.decide(opened, proposal(decision), Unit.PURPOSE))
                    .entry();
        }
    }

    private Proposal proposal(Decision decision) {
        return new Proposal(rows.subList(0, 1), decision, Proposal.WHATEVER);
    }

    private void refused(Actor actor, Decision decision) throws IOException {
        if (actor.equals(unit.stranger)) {
            assertThrows(Refusal.class, () -> unit.open(actor));
            return;
        }
        try (OpenCase opened = unit.open(actor)) {
            Refusal refusal =
                    assertThrows(
                            Refusal.class,
                            () -> unit.reviewing.decide(opened, proposal(decision), Unit.PURPOSE),
                            actor + " " + decision);
            assertEquals(Refusal.Kind.PERMISSION, refusal.kind());
        }
    }

    private String insert(long caseId, Actor actor, int kind, String verdict, String target) {
        return ("INSERT INTO derived.decision (case_id, entry, row, actor, at, kind, verdict, target)"
                        + " VALUES (%d, 999999, %d, '%s', now(), %d, %s, %s)")
                .formatted(caseId, rows.getFirst(), actor.id(), kind, verdict, target);
    }

    private long caseId() {
        try (Database database = Database.open(TestPostgres.access())) {
            return database.asLoader(
                    (client, _) ->
                            client.sql("SELECT id FROM vigie.casefile WHERE name = ?")
                                    .param(unit.name.value())
                                    .query(Long.class)
                                    .single());
        }
    }

    private static void execute(Database database, Actor actor, String sql) {
        database.asActor(
                actor,
                (_, connection) -> {
                    try (var statement = connection.createStatement()) {
                        return statement.execute(sql);
                    }
                });
    }
}
