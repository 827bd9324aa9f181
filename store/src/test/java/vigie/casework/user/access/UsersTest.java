package vigie.casework.user.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.casework.home.Home;
import vigie.casework.operation.Verifying;
import vigie.casework.user.Role;
import vigie.casework.user.secret.PasswordRules;
import vigie.casework.user.secret.TotpSecret;
import vigie.evidence.ledger.Entry;
import vigie.evidence.verify.Verification;
import vigie.model.casefile.Actor;
import vigie.model.casefile.Refusal;
import vigie.store.postgres.TestPostgres;

class UsersTest {
    private static final Actor ANNE = new Actor("anne.roux");
    private static final Actor KEEPER = new Actor("keeper");

    private final Desk desk;

    UsersTest(@TempDir Path folder) throws IOException {
        TestPostgres.forgetUsers();
        desk = new Desk(folder.resolve("home"));
    }

    @AfterEach
    void close() throws IOException {
        desk.close();
        TestPostgres.forgetUsers();
    }

    @Test
    void an_administrator_keeps_users_and_nobody_else_does() throws IOException {
        for (Role role : Role.values()) {
            desk.add(new Actor(role.word()), role);
        }
        for (Role role : Role.values()) {
            Actor by = new Actor(role.word());
            Actor made = new Actor("made-by-" + role.word());
            if (role == Role.ADMINISTRATOR) {
                desk.users().add(by, made, "Made", Role.TRANSLATOR, "test");
                desk.users().role(by, made, Role.INVESTIGATOR, "test");
                desk.users().stays(by, made, false, "test");
                desk.users().reset(by, made, "test");
                continue;
            }
            Actor other = new Actor("administrator");
            assertThrows(Refusal.class, () -> desk.users().add(by, made, "M", Role.HEAD, "test"));
            assertThrows(Refusal.class, () -> desk.users().role(by, other, Role.HEAD, "test"));
            assertThrows(Refusal.class, () -> desk.users().role(by, by, Role.HEAD, "test"));
            assertThrows(Refusal.class, () -> desk.users().stays(by, other, false, "test"));
            assertThrows(Refusal.class, () -> desk.users().reset(by, other, "test"));
        }
    }

    @Test
    void nobody_gives_themselves_a_role_or_takes_a_name() throws IOException {
        desk.add(KEEPER, Role.ADMINISTRATOR);
        assertThrows(Refusal.class, () -> desk.users().role(KEEPER, KEEPER, Role.HEAD, "test"));
        assertThrows(Refusal.class, () -> desk.users().stays(KEEPER, KEEPER, false, "test"));
        assertThrows(Refusal.class, () -> desk.users().reset(KEEPER, KEEPER, "test"));
        for (String taken : List.of("keeper", "local", "vigie")) {
            assertThrows(Refusal.class, () -> desk.add(new Actor(taken), Role.HEAD));
        }
        desk.add(ANNE, Role.INVESTIGATOR);
        desk.users().stays(KEEPER, ANNE, false, "test");
        assertThrows(Refusal.class, () -> desk.add(ANNE, Role.HEAD), "a name is never given again");
        assertThrows(
                Refusal.class,
                () -> desk.users().add(ANNE, new Actor("x"), "X", Role.HEAD, "test"));
    }

    @Test
    void whoever_is_shut_out_is_out_at_once_and_sessions_know_it() throws IOException {
        TotpSecret secret = desk.enrolled(ANNE, Role.INVESTIGATOR);
        long before = desk.users().standing(ANNE).orElseThrow().epoch();
        desk.users().stays(Actor.LOCAL, ANNE, false, "test");
        assertEquals(Optional.empty(), desk.users().standing(ANNE));
        assertEquals(new SignIn.Outcome.Refused(), desk.signIn(ANNE, secret));
        assertEquals(List.of(), desk.users().all(ANNE));

        desk.users().stays(Actor.LOCAL, ANNE, true, "test");
        assertTrue(desk.users().standing(ANNE).orElseThrow().epoch() > before);
        assertInstanceOf(SignIn.Outcome.In.class, desk.signIn(ANNE, secret));

        long then = desk.users().standing(ANNE).orElseThrow().epoch();
        desk.users().role(Actor.LOCAL, ANNE, Role.TRANSLATOR, "test");
        assertTrue(desk.users().standing(ANNE).orElseThrow().epoch() > then);
        assertEquals(Role.TRANSLATOR, desk.users().standing(ANNE).orElseThrow().user().role());
    }

    @Test
    void a_reset_user_enrols_anew_by_the_last_link_only() throws IOException {
        Invitation first = desk.add(ANNE, Role.INVESTIGATOR);
        Invitation second = desk.users().reset(Actor.LOCAL, ANNE, "test");
        assertEquals(new Enrolment.Outcome.Gone(), desk.enrol(first, TotpSecret.random()));
        TotpSecret secret = TotpSecret.random();
        desk.enrol(second, secret);
        desk.later(Duration.ofMinutes(1));
        assertInstanceOf(SignIn.Outcome.In.class, desk.signIn(ANNE, secret));

        long before = desk.users().standing(ANNE).orElseThrow().epoch();
        desk.users().reset(Actor.LOCAL, ANNE, "test");
        desk.later(Duration.ofMinutes(1));
        assertEquals(new SignIn.Outcome.Refused(), desk.signIn(ANNE, secret));
        assertTrue(desk.users().standing(ANNE).orElseThrow().epoch() > before);
    }

    @Test
    void a_link_is_looked_at_without_being_used_and_ends_after_a_day() throws IOException {
        Invitation link = desk.add(ANNE, Role.INVESTIGATOR);
        String token = link.token().value();
        TotpSecret secret = TotpSecret.random();
        assertEquals(ANNE, desk.enrolment().look(token).orElseThrow().actor());
        assertEquals(
                new Enrolment.Outcome.Weak(PasswordRules.Problem.NAME),
                desk.enrolment()
                        .enrol(token, secret, "anne.roux.2026", secret.code(desk.instant())));
        assertEquals(
                new Enrolment.Outcome.WrongCode(),
                desk.enrolment().enrol(token, secret, Desk.PASSWORD, "000000"));
        assertTrue(desk.enrolment().look(token).isPresent());
        desk.later(Duration.ofHours(24));
        assertFalse(desk.enrolment().look(token).isPresent());
        assertEquals(new Enrolment.Outcome.Gone(), desk.enrol(link, secret));
        for (String none : List.of("", "x", "../../etc", "A".repeat(43))) {
            assertFalse(desk.enrolment().look(none).isPresent());
            assertFalse(desk.enrolment().isFirst(none));
            assertFalse(desk.signIn().byLink(none).isPresent());
        }
    }

    @Test
    void a_link_of_one_kind_does_nothing_of_another() throws IOException {
        Invitation link = desk.add(ANNE, Role.INVESTIGATOR);
        assertFalse(desk.signIn().byLink(link.token().value()).isPresent());
        assertFalse(desk.enrolment().isFirst(link.token().value()));
        Invitation sample = desk.enrolment().sample(Actor.LOCAL, ANNE, "demo");
        assertFalse(desk.enrolment().look(sample.token().value()).isPresent());
    }

    @Test
    void the_first_user_is_made_by_a_link_while_there_is_none() throws IOException {
        Invitation older = desk.enrolment().first().orElseThrow();
        Invitation link = desk.enrolment().first().orElseThrow();
        assertFalse(desk.enrolment().isFirst(older.token().value()), "the last link holds");
        TotpSecret secret = TotpSecret.random();
        Enrolment.Outcome made =
                desk.enrolment()
                        .enrolFirst(
                                link.token().value(),
                                KEEPER,
                                "The keeper",
                                secret,
                                Desk.PASSWORD,
                                secret.code(desk.instant()));
        assertInstanceOf(Enrolment.Outcome.Enrolled.class, made);
        assertEquals(Role.ADMINISTRATOR, desk.users().standing(KEEPER).orElseThrow().user().role());
        assertEquals(Optional.empty(), desk.enrolment().first());
        assertEquals(
                new Enrolment.Outcome.Gone(),
                desk.enrolment()
                        .enrolFirst(
                                link.token().value(),
                                ANNE,
                                "Anne",
                                secret,
                                Desk.PASSWORD,
                                secret.code(desk.instant())));
        desk.later(Duration.ofMinutes(1));
        assertInstanceOf(SignIn.Outcome.In.class, desk.signIn(KEEPER, secret));
    }

    @Test
    void a_link_of_a_sample_signs_in_once_and_nobody_who_set_a_password() throws IOException {
        desk.users().addWithoutLink(Actor.LOCAL, ANNE, "Anne", Role.INVESTIGATOR, "demo");
        String token = desk.enrolment().sample(Actor.LOCAL, ANNE, "demo").token().value();
        assertEquals(ANNE, desk.signIn().byLink(token).orElseThrow().user().actor());
        assertFalse(desk.signIn().byLink(token).isPresent());

        String late = desk.enrolment().sample(Actor.LOCAL, ANNE, "demo").token().value();
        desk.later(Duration.ofHours(1));
        assertFalse(desk.signIn().byLink(late).isPresent());

        String open = desk.enrolment().sample(Actor.LOCAL, ANNE, "demo").token().value();
        desk.enrolled(new Actor("bruno"), Role.HEAD);
        assertThrows(
                Refusal.class,
                () -> desk.enrolment().sample(Actor.LOCAL, new Actor("bruno"), "demo"));
        assertThrows(
                Refusal.class,
                () -> desk.enrolment().sample(Actor.LOCAL, new Actor("nobody"), "demo"));
        Invitation reset = desk.users().reset(Actor.LOCAL, ANNE, "test");
        desk.enrol(reset, TotpSecret.random());
        assertFalse(desk.signIn().byLink(open).isPresent());
    }

    @Test
    void a_new_database_has_the_users_that_the_register_says_and_no_password() throws IOException {
        TotpSecret secret = desk.enrolled(ANNE, Role.INVESTIGATOR);
        desk.add(KEEPER, Role.ADMINISTRATOR);
        desk.users().role(KEEPER, ANNE, Role.OFFICER, "test");
        desk.users().stays(Actor.LOCAL, KEEPER, false, "test");
        var before = desk.users().all(ANNE);

        TestPostgres.forgetUsers();
        desk.again();
        assertEquals(before, desk.users().all(ANNE));
        assertEquals("Name of anne.roux", before.getFirst().name());
        assertEquals(new SignIn.Outcome.Refused(), desk.signIn(ANNE, secret));
    }

    @Test
    void what_is_done_about_users_is_in_the_register_which_is_verified() throws IOException {
        TotpSecret secret = desk.enrolled(ANNE, Role.INVESTIGATOR);
        desk.signIn(ANNE, secret);
        for (int i = 0; i < 5; i++) {
            desk.signIn().signIn("anne.roux", "wrong", "000000");
        }
        desk.signIn().signIn("nobody", "wrong", "000000");
        desk.users().unlock(Actor.LOCAL, ANNE, "asked by phone");
        desk.users().role(Actor.LOCAL, ANNE, Role.HEAD, "promoted");
        desk.users().reset(Actor.LOCAL, ANNE, "lost phone");
        desk.users().stays(Actor.LOCAL, ANNE, false, "left");
        try (Stream<Entry> entries = desk.register().ledger().entries(0)) {
            assertEquals(
                    List.of(
                            "user local",
                            "enrol anne.roux",
                            "sign-in anne.roux",
                            "lockout vigie",
                            "unlock local",
                            "role local",
                            "reset local",
                            "deactivate local"),
                    entries.map(entry -> entry.kind() + " " + entry.operator()).toList());
        }
        String plain =
                Files.readString(
                        desk.home.ledger(Home.REGISTER).resolve("entries"), StandardCharsets.UTF_8);
        assertFalse(plain.contains("Name of"), "names are in envelopes");
        Verification verified =
                Verifying.verify(
                        desk.home,
                        desk.keys,
                        Home.REGISTER,
                        Actor.LOCAL,
                        null,
                        null,
                        vigie.casework.operation.Progress.NONE);
        assertTrue(verified.intact(), () -> verified.findings().toString());
        assertEquals(8, verified.entries());
        assertEquals(1, verified.envelopes());

        Files.writeString(
                desk.home.ledger(Home.REGISTER).resolve("entries"),
                plain.replace("lockout", "locxout"));
        assertFalse(
                Verifying.verify(
                                desk.home,
                                desk.keys,
                                Home.REGISTER,
                                Actor.LOCAL,
                                null,
                                null,
                                vigie.casework.operation.Progress.NONE)
                        .intact());
    }
}
