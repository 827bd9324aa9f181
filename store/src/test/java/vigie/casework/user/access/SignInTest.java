package vigie.casework.user.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.casework.user.Role;
import vigie.casework.user.secret.TotpSecret;
import vigie.model.casefile.Actor;
import vigie.model.casefile.Refusal;
import vigie.store.postgres.TestPostgres;

class SignInTest {
    private static final Actor ANNE = new Actor("anne.roux");
    private static final Actor BRUNO = new Actor("bruno");
    private static final SignIn.Outcome REFUSED = new SignIn.Outcome.Refused();

    private final Desk desk;

    SignInTest(@TempDir Path folder) throws IOException {
        TestPostgres.forgetUsers();
        desk = new Desk(folder.resolve("home"));
    }

    @AfterEach
    void close() throws IOException {
        desk.close();
        TestPostgres.forgetUsers();
    }

    @Test
    void password_and_code_together_sign_in_and_a_code_once() throws IOException {
        TotpSecret secret = desk.enrolled(ANNE, Role.INVESTIGATOR);
        SignIn.Outcome.In in = assertInstanceOf(SignIn.Outcome.In.class, desk.signIn(ANNE, secret));
        assertEquals(ANNE, in.standing().user().actor());
        assertEquals(Role.INVESTIGATOR, in.standing().user().role());
        assertFalse(in.recovery());
        assertEquals(10, in.left());

        assertEquals(REFUSED, desk.signIn(ANNE, secret), "the same code again");
        desk.later(Duration.ofSeconds(30));
        SignIn.Outcome.In next =
                assertInstanceOf(
                        SignIn.Outcome.In.class,
                        desk.signIn()
                                .signIn(" Anne.Roux ", Desk.PASSWORD, secret.code(desk.instant())));
        assertEquals(1, next.failures());
    }

    @Test
    void the_code_of_the_enrolment_does_not_sign_in() throws IOException {
        TotpSecret secret = TotpSecret.random();
        desk.enrol(desk.add(ANNE, Role.HEAD), secret);
        assertEquals(REFUSED, desk.signIn(ANNE, secret));
    }

    @Test
    void whatever_is_wrong_the_answer_is_one() throws IOException {
        TotpSecret secret = desk.enrolled(ANNE, Role.INVESTIGATOR);
        desk.add(BRUNO, Role.INVESTIGATOR);
        String code = secret.code(desk.instant());
        String longest = "x".repeat(1_000_000);
        for (String[] typed :
                new String[][] {
                    {"anne.roux", Desk.PASSWORD, "000000"},
                    {"anne.roux", "seven tulips in June", code},
                    {"anne.roux", "", ""},
                    {"bruno", Desk.PASSWORD, code},
                    {"nobody", Desk.PASSWORD, code},
                    {"local", Desk.PASSWORD, code},
                    {"'; DROP TABLE credential; --", Desk.PASSWORD, code},
                    {longest, longest, longest},
                    {"anne.roux", longest, code},
                    {"", "", ""}
                }) {
            assertEquals(REFUSED, desk.signIn().signIn(typed[0], typed[1], typed[2]));
        }
    }

    @Test
    void no_refusal_comes_sooner_than_another() throws IOException {
        TotpSecret secret = desk.enrolled(ANNE, Role.INVESTIGATOR);
        try (UserAccess slow = desk.open(Duration.ofMillis(500))) {
            for (String name : List.of("anne.roux", "nobody", "NOT A NAME")) {
                long start = System.nanoTime();
                assertEquals(REFUSED, slow.signIn().signIn(name, "wrong", "wrong"));
                assertTrue(System.nanoTime() - start >= 500_000_000L, name);
            }
            assertInstanceOf(
                    SignIn.Outcome.In.class,
                    slow.signIn().signIn("anne.roux", Desk.PASSWORD, secret.code(desk.instant())));
        }
    }

    @Test
    void a_recovery_code_stands_in_once() throws IOException {
        TotpSecret secret = TotpSecret.random();
        Enrolment.Outcome.Enrolled enrolled =
                assertInstanceOf(
                        Enrolment.Outcome.Enrolled.class,
                        desk.enrol(desk.add(ANNE, Role.HEAD), secret));
        assertEquals(10, enrolled.recovery().size());
        String code = enrolled.recovery().get(3);
        SignIn.Outcome.In in =
                assertInstanceOf(
                        SignIn.Outcome.In.class,
                        desk.signIn().signIn("anne.roux", Desk.PASSWORD, code));
        assertTrue(in.recovery());
        assertEquals(9, in.left());
        assertEquals(REFUSED, desk.signIn().signIn("anne.roux", Desk.PASSWORD, code));
        assertEquals(
                REFUSED,
                desk.signIn().signIn("anne.roux", "another password", enrolled.recovery().get(4)));
    }

    @Test
    void of_those_who_come_at_once_with_one_code_one_gets_in() throws Exception {
        TotpSecret secret = desk.enrolled(ANNE, Role.INVESTIGATOR);
        List<SignIn.Outcome> outcomes = atOnce(4, () -> desk.signIn(ANNE, secret));
        assertEquals(
                1,
                outcomes.stream().filter(o -> o instanceof SignIn.Outcome.In).count(),
                outcomes::toString);
    }

    @Test
    void of_those_who_come_at_once_with_one_link_one_enrols() throws Exception {
        Invitation link = desk.add(ANNE, Role.INVESTIGATOR);
        List<Enrolment.Outcome> outcomes = atOnce(4, () -> desk.enrol(link, TotpSecret.random()));
        assertEquals(
                1, outcomes.stream().filter(o -> o instanceof Enrolment.Outcome.Enrolled).count());
        assertEquals(3, outcomes.stream().filter(new Enrolment.Outcome.Gone()::equals).count());
    }

    private static <T> List<T> atOnce(int times, Callable<T> act)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> asked = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                asked.add(threads.submit(act));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> one : asked) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    @Test
    void the_fifth_failure_locks_and_each_further_one_for_twice_as_long() throws IOException {
        TotpSecret secret = desk.enrolled(ANNE, Role.INVESTIGATOR);
        desk.fail(ANNE, 4);
        assertEquals(REFUSED, desk.signIn().signIn("anne.roux", "wrong", "000000"));
        for (int seconds : new int[] {30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600}) {
            desk.later(Duration.ofSeconds(seconds - 1L));
            assertFalse(
                    desk.credentials.attempt(ANNE, desk.instant()).isPresent(),
                    "locked for " + seconds + " s");
            desk.later(Duration.ofSeconds(1));
            desk.fail(ANNE, 1);
        }
        desk.later(Duration.ofHours(1));
        SignIn.Outcome.In in = assertInstanceOf(SignIn.Outcome.In.class, desk.signIn(ANNE, secret));
        assertEquals(15, in.failures());
        desk.later(Duration.ofSeconds(30));
        assertEquals(REFUSED, desk.signIn().signIn("anne.roux", "wrong", "000000"));
        assertInstanceOf(SignIn.Outcome.In.class, desk.signIn(ANNE, secret), "all forgiven");
    }

    @Test
    void of_many_guesses_sent_at_once_five_are_looked_at() throws Exception {
        TotpSecret secret = desk.enrolled(ANNE, Role.INVESTIGATOR);
        atOnce(12, () -> desk.signIn().signIn("anne.roux", "wrong", "000000"));
        assertEquals(REFUSED, desk.signIn(ANNE, secret));
        desk.later(Duration.ofSeconds(30));
        SignIn.Outcome.In in = assertInstanceOf(SignIn.Outcome.In.class, desk.signIn(ANNE, secret));
        assertEquals(5, in.failures());
    }

    @Test
    void a_head_or_an_administrator_ends_a_lock_and_nobody_else() throws IOException {
        TotpSecret secret = desk.enrolled(ANNE, Role.INVESTIGATOR);
        for (Role role : Role.values()) {
            desk.add(new Actor(role.word()), role);
        }
        for (Role role : List.of(Role.INVESTIGATOR, Role.TRANSLATOR, Role.OFFICER)) {
            assertThrows(
                    Refusal.class, () -> desk.users().unlock(new Actor(role.word()), ANNE, "test"));
        }
        assertThrows(Refusal.class, () -> desk.users().unlock(ANNE, ANNE, "test"));
        for (Actor by : List.of(new Actor("head"), new Actor("administrator"), Actor.LOCAL)) {
            desk.fail(ANNE, 5);
            assertEquals(REFUSED, desk.signIn(ANNE, secret));
            desk.users().unlock(by, ANNE, "test");
            assertInstanceOf(SignIn.Outcome.In.class, desk.signIn(ANNE, secret));
            desk.later(Duration.ofSeconds(30));
        }
    }

    @Test
    void what_the_database_was_made_to_hold_of_another_opens_nothing() throws IOException {
        desk.enrolled(ANNE, Role.HEAD);
        TotpSecret brunos = desk.enrolled(BRUNO, Role.INVESTIGATOR);
        desk.database.asLoader(
                (client, _) ->
                        client.sql(
                                        """
                                        UPDATE vigie.credential a
                                        SET password = b.password, totp = b.totp
                                        FROM vigie.credential b
                                        WHERE a.actor = 'anne.roux' AND b.actor = 'bruno'""")
                                .update());
        assertEquals(REFUSED, desk.signIn(ANNE, brunos));
        assertInstanceOf(SignIn.Outcome.In.class, desk.signIn(BRUNO, brunos));
    }
}
