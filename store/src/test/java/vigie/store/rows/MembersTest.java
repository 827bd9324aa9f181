package vigie.store.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.casework.home.Home;
import vigie.casework.operation.SharedCases;
import vigie.casework.operation.Workplace;
import vigie.evidence.basis.BasisFile;
import vigie.evidence.keys.KeySource;
import vigie.evidence.keys.Keyring;
import vigie.evidence.ledger.Draft;
import vigie.evidence.ledger.Verb;
import vigie.evidence.ledger.checkpoint.SigningKey;
import vigie.model.casefile.Actor;
import vigie.model.casefile.Basis;
import vigie.model.casefile.CaseName;
import vigie.model.casefile.Refusal;
import vigie.store.postgres.TestPostgres;

/// Who is on a case is what its ledger says, whatever happened to the rows.
class MembersTest {
    private static final Actor ANNE = new Actor("anne");
    private static final Actor BRUNO = new Actor("bruno");
    private static final Actor CHLOE = new Actor("chloe");

    private final CaseName name = new CaseName("members-" + UUID.randomUUID());
    private final PostgresCaseStore store = PostgresCaseStore.open(TestPostgres.access());
    private final Home home;
    private final Workplace workplace;
    private final Basis basis;

    MembersTest(@TempDir Path folder) throws IOException {
        home = Home.make(folder.resolve("home"), "authority");
        workplace =
                new Workplace(
                        home,
                        Keyring.open(home.root(), home.id(), new KeySource.KeyFile()),
                        SigningKey.loadOrCreate(home.keys().resolve(Workplace.SIGNING_KEY)),
                        store,
                        _ -> {
                            throw new AssertionError("no index is needed");
                        },
                        vigie.casework.operation.Anchoring.none(),
                        Clock.systemUTC());
        Path file = folder.resolve("basis.yaml");
        Files.writeString(
                file,
                """
                act: consent
                authority: "Garden club of Exempleville"
                reference: "1"
                date: 2020-01-01
                expires: 2999-01-01
                scope: "one group"
                exporter: seized
                acquired: {by: "operator 7", tool: "Telegram Desktop", version: "5.9", at: 2026-01-02T10:00:00Z}
                """);
        basis = BasisFile.read(file);
        workplace.create(name, basis, ANNE, "test").close();
    }

    @AfterEach
    void close() throws IOException {
        store.forget(name);
        store.close();
        home.close();
    }

    @Test
    void who_was_taken_off_stays_off_in_a_new_database_and_who_came_back_is_back()
            throws IOException {
        workplace.admit(name, ANNE, BRUNO, "test");
        workplace.admit(name, ANNE, CHLOE, "test");
        workplace.dismiss(name, ANNE, BRUNO, "test");
        workplace.dismiss(name, ANNE, CHLOE, "test");
        workplace.admit(name, ANNE, CHLOE, "test");
        assertEquals(List.of(ANNE, CHLOE), workplace.members(name, ANNE));

        loseRows();
        assertFalse(store.member(name, ANNE));
        assertThrows(Refusal.class, () -> workplace.open(name, BRUNO));
        workplace.open(name, CHLOE).close();
        assertEquals(List.of(ANNE, CHLOE), workplace.members(name, ANNE));
    }

    @Test
    void a_new_database_knows_who_is_on_a_case_before_anybody_opened_it() throws Exception {
        workplace.admit(name, ANNE, BRUNO, "test");
        workplace.dismiss(name, ANNE, BRUNO, "test");
        loseRows();
        assertFalse(workplace.cases(ANNE).contains(name));
        try (SharedCases cases = new SharedCases(workplace, Duration.ofMinutes(1))) {
            cases.followAll().join();
            assertEquals(List.of(), cases.open());
        }
        assertTrue(workplace.cases(ANNE).contains(name));
        assertFalse(store.member(name, BRUNO));
    }

    @Test
    void what_a_kill_left_between_entry_and_row_is_done_at_the_next_opening() throws IOException {
        workplace.admit(name, ANNE, BRUNO, "test");
        try (var opened = workplace.open(name, ANNE)) {
            for (String kind : List.of("dismiss", "admit", "dismiss")) {
                opened.ledger()
                        .append(Draft.of(Verb.DECIDE, kind, ANNE, "test").about(List.of("bruno")));
            }
            opened.ledger()
                    .append(Draft.of(Verb.DECIDE, "admit", ANNE, "test").about(List.of("chloe")));
        }
        assertTrue(store.member(name, BRUNO), "the rows do not know yet");
        assertThrows(Refusal.class, () -> workplace.open(name, BRUNO));
        assertEquals(List.of(ANNE, CHLOE), workplace.members(name, ANNE));
    }

    @Test
    void what_is_refused_or_was_so_already_is_not_entered() throws IOException {
        workplace.admit(name, ANNE, BRUNO, "test");
        long before = entries();
        workplace.admit(name, ANNE, BRUNO, "test");
        workplace.dismiss(name, ANNE, CHLOE, "test");
        assertThrows(Refusal.class, () -> workplace.admit(name, CHLOE, CHLOE, "test"));
        assertThrows(Refusal.class, () -> workplace.dismiss(name, CHLOE, BRUNO, "test"));
        assertEquals(before, entries());
    }

    @Test
    void the_name_of_the_register_is_no_case() {
        assertThrows(Refusal.class, () -> workplace.create(Home.REGISTER, basis, ANNE, "test"));
        assertThrows(Refusal.class, () -> workplace.open(Home.REGISTER, ANNE));
    }

    private long entries() throws IOException {
        try (var opened = workplace.open(name, ANNE)) {
            return opened.ledger().size();
        }
    }

    private void loseRows() {
        store.forget(name);
        TestPostgres.forgetCase(name);
    }
}
