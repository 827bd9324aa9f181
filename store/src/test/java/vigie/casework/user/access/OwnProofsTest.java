package vigie.casework.user.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.casework.user.Role;
import vigie.casework.user.access.OwnProofs.Outcome;
import vigie.casework.user.access.OwnProofs.Typed;
import vigie.casework.user.secret.PasswordRules;
import vigie.casework.user.secret.TotpSecret;
import vigie.evidence.ledger.Entry;
import vigie.model.casefile.Actor;
import vigie.store.postgres.TestPostgres;

class OwnProofsTest {
    private static final Actor ANNE = new Actor("anne.roux");
    private static final String OTHER = "nine beans in a row";

    private final Desk desk;
    private TotpSecret secret = TotpSecret.random();

    OwnProofsTest(@TempDir Path folder) throws IOException {
        TestPostgres.forgetUsers();
        desk = new Desk(folder.resolve("home"));
    }

    @BeforeEach
    void enrol() throws IOException {
        secret = desk.enrolled(ANNE, Role.INVESTIGATOR);
    }

    @AfterEach
    void close() throws IOException {
        desk.close();
        TestPostgres.forgetUsers();
    }

    @Test
    void another_password_opens_and_the_one_before_does_not() throws IOException {
        long before = desk.users().standing(ANNE).orElseThrow().epoch();
        Outcome outcome = desk.own().password(ANNE, now(), OTHER);
        Outcome.Changed changed = assertInstanceOf(Outcome.Changed.class, outcome);
        assertTrue(changed.standing().epoch() > before, "sessions end");
        assertEquals(List.of(), changed.recovery());
        assertEquals(List.of("password"), entered());

        desk.later(Duration.ofMinutes(1));
        assertEquals(new SignIn.Outcome.Refused(), desk.signIn(ANNE, secret));
        assertInstanceOf(
                SignIn.Outcome.In.class,
                desk.signIn().signIn(ANNE.id(), OTHER, secret.code(desk.instant())));
    }

    @Test
    void another_second_factor_opens_and_the_one_before_does_not() throws IOException {
        TotpSecret fresh = TotpSecret.random();
        assertEquals(
                new Outcome.WrongCode(), desk.own().secondFactor(ANNE, now(), fresh, "000000"));
        assertInstanceOf(
                Outcome.Changed.class,
                desk.own().secondFactor(ANNE, now(), fresh, fresh.code(desk.instant())));
        assertEquals(List.of("factor"), entered());

        desk.later(Duration.ofMinutes(1));
        assertEquals(new SignIn.Outcome.Refused(), desk.signIn(ANNE, secret));
        assertInstanceOf(SignIn.Outcome.In.class, desk.signIn(ANNE, fresh));
    }

    @Test
    void a_lost_authenticator_is_replaced_by_a_recovery_code() throws IOException {
        String code = recovery().getFirst();
        desk.later(Duration.ofMinutes(1));
        TotpSecret fresh = TotpSecret.random();
        Typed lost = new Typed(Desk.PASSWORD, code);
        assertInstanceOf(
                Outcome.Changed.class,
                desk.own().secondFactor(ANNE, lost, fresh, fresh.code(desk.instant())));
        assertEquals(OptionalInt.of(9), desk.own().recoveryLeft(ANNE));
        assertEquals(new Outcome.Refused(), desk.own().password(ANNE, lost, OTHER), "used once");
    }

    @Test
    void other_recovery_codes_open_once_each_and_those_before_do_not() throws IOException {
        List<String> first = recovery();
        desk.later(Duration.ofMinutes(1));
        List<String> second = recovery();
        assertEquals(10, second.size());
        assertEquals(OptionalInt.of(10), desk.own().recoveryLeft(ANNE));
        assertEquals(
                new SignIn.Outcome.Refused(),
                desk.signIn().signIn(ANNE.id(), Desk.PASSWORD, first.getFirst()));
        assertInstanceOf(
                SignIn.Outcome.In.class,
                desk.signIn().signIn(ANNE.id(), Desk.PASSWORD, second.getFirst()));
        assertEquals(List.of("recovery", "recovery"), entered());
    }

    @Test
    void nothing_changes_without_the_present_password_and_a_fresh_code() throws IOException {
        long before = desk.users().standing(ANNE).orElseThrow().epoch();
        String code = secret.code(desk.instant());
        assertEquals(new Outcome.Refused(), desk.own().recoveryCodes(ANNE, new Typed(OTHER, code)));
        assertEquals(
                new Outcome.Refused(),
                desk.own().recoveryCodes(ANNE, new Typed(Desk.PASSWORD, "000000")));
        assertEquals(before, desk.users().standing(ANNE).orElseThrow().epoch());
        assertInstanceOf(SignIn.Outcome.In.class, desk.signIn(ANNE, secret));
        assertEquals(
                new Outcome.Refused(),
                desk.own().recoveryCodes(ANNE, new Typed(Desk.PASSWORD, code)),
                "the code was used at the door");
        assertEquals(List.of(), entered());
    }

    @Test
    void whoever_guesses_at_an_open_screen_is_locked_out_as_at_the_door() throws IOException {
        for (int i = 0; i < 5; i++) {
            assertEquals(
                    new Outcome.Refused(),
                    desk.own().password(ANNE, new Typed("a guess", "000000"), OTHER));
        }
        assertEquals(new Outcome.Refused(), desk.own().password(ANNE, now(), OTHER));
        assertEquals(List.of("lockout"), entered());
    }

    @Test
    void a_weak_password_is_declined_before_anything_is_compared() throws IOException {
        assertEquals(
                new Outcome.Weak(PasswordRules.Problem.SHORT),
                desk.own().password(ANNE, now(), "short"));
        assertInstanceOf(SignIn.Outcome.In.class, desk.signIn(ANNE, secret), "the code is unused");
    }

    @Test
    void whoever_was_reset_meanwhile_sets_nothing() throws IOException {
        assertNotEquals(OptionalInt.empty(), desk.own().recoveryLeft(ANNE));
        desk.users().reset(Actor.LOCAL, ANNE, "test");
        assertEquals(OptionalInt.empty(), desk.own().recoveryLeft(ANNE));
        assertEquals(new Outcome.Refused(), desk.own().password(ANNE, now(), OTHER));
    }

    private Typed now() {
        return new Typed(Desk.PASSWORD, secret.code(desk.instant()));
    }

    private List<String> recovery() throws IOException {
        return assertInstanceOf(Outcome.Changed.class, desk.own().recoveryCodes(ANNE, now()))
                .recovery();
    }

    /// What the register says of it, in order.
    private List<String> entered() throws IOException {
        try (var entries = desk.register().ledger().entries(0)) {
            return entries.map(Entry::kind)
                    .filter(List.of("password", "factor", "recovery", "lockout")::contains)
                    .toList();
        }
    }
}
