package vigie.store.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import vigie.casework.operation.Gathering;
import vigie.casework.operation.StateDigest;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;
import vigie.model.claim.Author;
import vigie.model.claim.Claim;
import vigie.model.material.Exhibit;
import vigie.model.material.Sha256;
import vigie.store.postgres.EmbeddedPostgres;
import vigie.store.postgres.TestPostgres;

class GatheringFaultsTest {
    private static final Actor ANNE = new Actor("anne");
    private static final Author ROSA = new Author(SampleClaims.user(1), "Rosa");

    @Test
    void a_server_killed_during_a_gathering_leaves_what_was_committed_before_and_no_more()
            throws Exception {
        CaseName name = new CaseName("garden");
        Exhibit first = exhibit(1, 30_000_000);
        Exhibit second = exhibit(2, 60_000_000);
        List<Claim> claims = new SampleClaims(1).some(20_000);
        try (TestPostgres.Home home = new TestPostgres.Home()) {
            StateDigest before;
            try (EmbeddedPostgres server = home.start();
                    PostgresCaseStore store = PostgresCaseStore.open(server.access())) {
                store.create(name, ANNE);
                store.addExhibits(name, List.of(first, second), 1);
                gather(store, name, first, claims);
                store.settle(name);
                before = store.digest(name, ANNE);
                try (Gathering gathering = store.gather(name, second, TestCase.READER, 0, "")) {
                    gathering.add(claims);
                    kill(server.pid());
                    var failure =
                            assertThrows(
                                    UncheckedIOException.class,
                                    () -> {
                                        for (int i = 0; i < 10; i++) {
                                            gathering.add(
                                                    List.of(
                                                            SampleClaims.message(
                                                                    1_000_000_000L + i,
                                                                    SampleClaims.channel(1),
                                                                    i,
                                                                    ROSA,
                                                                    "x".repeat(1 << 20))));
                                        }
                                        gathering.finish(0, 0, null);
                                    });
                    assertTrue(
                            String.valueOf(failure.getMessage())
                                    .startsWith("the connection to the database was lost"),
                            failure.getMessage());
                }
            }
            try (EmbeddedPostgres server = home.start();
                    PostgresCaseStore store = PostgresCaseStore.open(server.access())) {
                assertEquals(Set.of(1), store.gathered(name, ANNE));
                assertEquals(before, store.digest(name, ANNE));
                assertEquals(before, store.recomputeDigest(name, ANNE));
                gather(store, name, second, claims);
                store.settle(name);
                assertEquals(store.digest(name, ANNE), store.recomputeDigest(name, ANNE));
            }
        }
    }

    @Test
    void gatherings_of_one_case_follow_each_other_and_both_stay() throws Exception {
        try (TestCase one = new TestCase(ANNE)) {
            one.create();
            Exhibit first = one.exhibit("a/result.json");
            Exhibit second = one.exhibit("b/result.json");
            CompletableFuture<Void> later;
            try (Gathering gathering =
                    one.store().gather(one.name(), first, TestCase.READER, 0, "")) {
                gathering.add(new SampleClaims(1).some(500));
                later =
                        CompletableFuture.runAsync(
                                () -> one.gather(second, new SampleClaims(2).some(500), null));
                assertThrows(TimeoutException.class, () -> later.get(300, TimeUnit.MILLISECONDS));
                gathering.finish(0, 0, null);
                gathering.commit();
            }
            later.get(30, TimeUnit.SECONDS);
            one.store().settle(one.name());

            assertEquals(Set.of(1, 2), one.store().gathered(one.name(), ANNE));
            assertEquals(
                    one.store().digest(one.name(), ANNE),
                    one.store().recomputeDigest(one.name(), ANNE));
        }
    }

    @Test
    void readers_see_the_earlier_rows_until_the_commit() {
        try (TestCase one = new TestCase(ANNE)) {
            one.create();
            Exhibit exhibit =
                    one.take(
                            "a/result.json",
                            List.of(
                                    SampleClaims.message(
                                            1, SampleClaims.channel(1), 1, ROSA, "first")));
            try (Gathering gathering =
                    one.store().gather(one.name(), exhibit, TestCase.READER, 0, "")) {
                gathering.add(
                        List.of(
                                SampleClaims.message(
                                        1, SampleClaims.channel(1), 1, ROSA, "second")));
                assertEquals("first", one.messages(1).getFirst().text());
                gathering.finish(0, 0, null);
                gathering.commit();
            }
            assertEquals("second", one.messages(1).getFirst().text());
        }
    }

    @Test
    void two_cases_are_gathered_at_once() {
        try (TestCase one = new TestCase(ANNE);
                TestCase other = new TestCase(ANNE)) {
            one.create();
            other.create();
            Exhibit first = one.exhibit("a/result.json");
            Exhibit second = other.exhibit("a/result.json");
            try (Gathering a = one.store().gather(one.name(), first, TestCase.READER, 0, "");
                    Gathering b =
                            other.store().gather(other.name(), second, TestCase.READER, 0, "")) {
                a.add(new SampleClaims(1).some(100));
                b.add(new SampleClaims(1).some(100));
                b.finish(0, 0, null);
                b.commit();
                a.finish(0, 0, null);
                a.commit();
            }
            assertEquals(
                    one.store().recomputeDigest(one.name(), ANNE),
                    other.store().recomputeDigest(other.name(), ANNE));
        }
    }

    @Test
    void messages_out_of_order_and_steps_out_of_turn_are_refused() {
        try (TestCase one = new TestCase(ANNE)) {
            one.create();
            Exhibit exhibit = one.exhibit("a/result.json");
            Claim message = SampleClaims.message(5, SampleClaims.channel(1), 1, ROSA, "x");
            try (Gathering gathering =
                    one.store().gather(one.name(), exhibit, TestCase.READER, 0, "")) {
                assertThrows(IllegalStateException.class, gathering::commit);
                gathering.add(List.of(message));
                assertThrows(IllegalArgumentException.class, () -> gathering.add(List.of(message)));
                assertThrows(IllegalStateException.class, () -> gathering.finish(0, 0, null));
                assertThrows(IllegalStateException.class, gathering::commit);
            }
            assertEquals(Set.of(), one.store().gathered(one.name(), ANNE));
        }
    }

    @Test
    void an_exhibit_that_the_case_does_not_hold_is_not_gathered() {
        try (TestCase one = new TestCase(ANNE)) {
            one.create();
            assertThrows(
                    IllegalArgumentException.class,
                    () -> one.store().gather(one.name(), exhibit(9, 1), TestCase.READER, 0, ""));
            assertFalse(one.store().gathered(one.name(), ANNE).contains(9));
        }
    }

    @Test
    void an_exhibit_without_claims_is_gathered() {
        try (TestCase one = new TestCase(ANNE)) {
            one.create();
            one.take("a/result.json", List.of());
            one.store().settle(one.name());

            assertEquals(Set.of(1), one.store().gathered(one.name(), ANNE));
            assertEquals(0, one.counts().read());
        }
    }

    @Test
    void large_and_small_exhibits_stand_beside_each_other_and_replace_their_own_rows() {
        try (TestCase one = new TestCase(ANNE)) {
            one.create();
            CaseName name = one.name();
            Exhibit small = exhibit(1, 10);
            Exhibit large = exhibit(2, 100_000_000);
            Exhibit medium = exhibit(3, 9_000_000);
            one.store().addExhibits(name, List.of(small, large, medium), 1);
            for (Exhibit exhibit : List.of(small, large, medium, large, small)) {
                one.gather(exhibit, new SampleClaims(exhibit.number()).some(2000), null);
            }
            one.store().settle(name);

            assertEquals(Set.of(1, 2, 3), one.store().gathered(name, ANNE));
            assertEquals(one.store().digest(name, ANNE), one.store().recomputeDigest(name, ANNE));
        }
    }

    private static Exhibit exhibit(int number, long size) {
        String path = "e" + number + "/result.json";
        return new Exhibit(
                number,
                1,
                Sha256.of(path.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                size,
                path,
                null,
                false);
    }

    private static void gather(
            PostgresCaseStore store, CaseName name, Exhibit exhibit, List<Claim> claims) {
        try (Gathering gathering = store.gather(name, exhibit, TestCase.READER, 0, "")) {
            gathering.add(claims);
            gathering.finish(0, 0, null);
            gathering.commit();
        }
    }

    private static void kill(long pid) throws Exception {
        new ProcessBuilder("sh", "-c", "kill -KILL " + pid).start().waitFor();
    }
}
