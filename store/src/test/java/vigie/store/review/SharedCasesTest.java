package vigie.store.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.casework.operation.OpenCase;
import vigie.casework.operation.SearchIndex;
import vigie.casework.operation.Searching;
import vigie.casework.operation.SharedCases;
import vigie.model.casefile.Actor;
import vigie.model.casefile.Refusal;
import vigie.store.postgres.TestPostgres;
import vigie.store.rows.PostgresCaseStore;
import vigie.text.query.Query;

class SharedCasesTest {
    @TempDir Path folder = Path.of("");
    private Unit unit = unmade();

    @SuppressWarnings("NullAway") // made before each test
    private static Unit unmade() {
        return null;
    }

    @BeforeEach
    void take() throws IOException {
        unit = new Unit(folder).with(Chatter.garden());
    }

    @AfterEach
    void close() throws IOException {
        unit.close();
    }

    @Test
    void users_share_one_opening_and_each_acts_in_their_own_name() throws IOException {
        try (SharedCases cases = new SharedCases(unit.workplace, Duration.ofMinutes(5));
                OpenCase annes = cases.open(unit.name, unit.anne);
                OpenCase brunos = cases.open(unit.name, unit.bruno)) {
            assertEquals(annes.ledger(), brunos.ledger());
            assertEquals(unit.anne, annes.actor());
            assertEquals(unit.bruno, brunos.actor());
            assertEquals(3, gates(brunos).total());
            assertEquals(unit.bruno, brunos.ledger().entry(brunos.ledger().size() - 1).operator());
            assertEquals(List.of(unit.name), cases.open());
        }
    }

    @Test
    void whoever_is_taken_off_the_case_loses_it_at_the_next_use() throws IOException {
        try (SharedCases cases = new SharedCases(unit.workplace, Duration.ofMinutes(5))) {
            OpenCase held = cases.open(unit.name, unit.anne);
            unit.dismiss(unit.anne);

            assertThrows(Refusal.class, () -> cases.open(unit.name, unit.anne));
            assertThrows(Refusal.class, () -> gates(held), "even with the case in hand");
            assertThrows(Refusal.class, () -> cases.open(unit.name, unit.stranger));
            held.close();
            cases.open(unit.name, unit.bruno).close();
        }
    }

    @Test
    void what_another_process_takes_is_found() throws IOException, InterruptedException {
        try (SharedCases cases = new SharedCases(unit.workplace, Duration.ofMinutes(5));
                OpenCase opened = cases.open(unit.name, unit.anne)) {
            assertEquals(3, gates(opened).total());
            try (PostgresCaseStore rows = PostgresCaseStore.open(TestPostgres.access())) {
                unit.take(
                        new Chatter()
                                .later(86_400)
                                .chat(78, "Allotments")
                                .says(9, "a gate of iron"));
                assertEquals(2, rows.exhibits(unit.name, unit.anne).size());
            }
            Thread.sleep(250);
            Searching.Page page = gates(opened);
            assertEquals(4, page.total());
            assertEquals("a gate of iron", page.hits().getFirst().message().text());
        }
    }

    @Test
    void a_case_closes_when_it_is_idle_and_opens_again() throws IOException {
        try (SharedCases cases = new SharedCases(unit.workplace, Duration.ofNanos(1))) {
            OpenCase held = cases.open(unit.name, unit.anne);
            cases.closeIdle();
            assertEquals(List.of(unit.name), cases.open(), "in use");
            held.close();
            held.close();
            cases.closeIdle();
            assertEquals(List.of(), cases.open());
            try (OpenCase again = cases.open(unit.name, unit.anne)) {
                assertEquals(3, gates(again).total());
            }
        }
    }

    @Test
    void many_users_open_search_and_close_at_once()
            throws InterruptedException, ExecutionException, IOException {
        try (SharedCases cases = new SharedCases(unit.workplace, Duration.ofNanos(1));
                ExecutorService people = Executors.newFixedThreadPool(4)) {
            List<Callable<Long>> work = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Actor actor = i % 2 == 0 ? unit.anne : unit.bruno;
                work.add(
                        () -> {
                            long total = 0;
                            for (int turn = 0; turn < 10; turn++) {
                                try (OpenCase opened = cases.open(unit.name, actor)) {
                                    total += gates(opened).total();
                                }
                                cases.closeIdle();
                            }
                            return total;
                        });
            }
            for (Future<Long> done : people.invokeAll(work)) {
                assertEquals(30, done.get());
            }
        }
    }

    private static Searching.Page gates(OpenCase opened) throws IOException {
        return Searching.page(
                opened,
                new Searching.Question(
                        new Query.Word("gate"),
                        "gate",
                        SearchIndex.Restriction.NONE,
                        SearchIndex.Order.NEWEST,
                        0,
                        50),
                Unit.PURPOSE);
    }
}
