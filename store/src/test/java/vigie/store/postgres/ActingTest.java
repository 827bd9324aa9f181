package vigie.store.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vigie.model.casefile.Actor;

/// Whoever asks is whom the database judges, whoever had the connection before.
class ActingTest {
    private static final List<Actor> ACTORS =
            List.of(new Actor("anne"), new Actor("bruno"), new Actor("chloe"));

    private final Database database = Database.open(TestPostgres.access());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_transaction_of_another_leaves_the_connection_to_who_had_it() {
        Actor anne = ACTORS.get(0);
        Actor bruno = ACTORS.get(1);
        for (int turn = 0; turn < 12; turn++) {
            assertEquals(anne.id(), database.reading(anne, ActingTest::who));
            assertEquals(bruno.id(), database.asActor(bruno, ActingTest::who));
            assertEquals(anne.id(), database.reading(anne, ActingTest::who));
            assertEquals(bruno.id(), database.reading(bruno, ActingTest::who));
        }
    }

    @Test
    void many_at_once_are_each_judged_as_themselves()
            throws InterruptedException, ExecutionException {
        List<Future<Boolean>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int thread = 0; thread < 12; thread++) {
                Random random = new Random(thread);
                all.add(
                        threads.submit(
                                () -> {
                                    for (int turn = 0; turn < 50; turn++) {
                                        Actor actor = ACTORS.get(random.nextInt(ACTORS.size()));
                                        assertEquals(
                                                actor.id(),
                                                random.nextBoolean()
                                                        ? database.reading(actor, ActingTest::who)
                                                        : database.asActor(actor, ActingTest::who));
                                    }
                                    return true;
                                }));
            }
        }
        for (Future<Boolean> one : all) {
            one.get();
        }
    }

    @Test
    void what_failed_spoils_nothing_for_the_next() {
        Actor anne = ACTORS.getFirst();
        assertThrows(
                RuntimeException.class,
                () ->
                        database.reading(
                                anne, (client, _) -> client.sql("SELEC").query().listOfRows()));
        assertEquals(anne.id(), database.reading(anne, ActingTest::who));
    }

    private static String who(JdbcClient client, Connection connection) throws SQLException {
        return client.sql("SELECT current_setting('vigie.actor')").query(String.class).single();
    }
}
