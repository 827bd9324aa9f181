package vigie.store.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vigie.casework.operation.CaseStore;
import vigie.casework.operation.RowId;
import vigie.casework.review.Act;
import vigie.casework.review.Decision;
import vigie.casework.review.ReviewFilter;
import vigie.casework.user.Role;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;
import vigie.model.casefile.Refusal;
import vigie.store.postgres.Database;
import vigie.store.postgres.TestPostgres;
import vigie.store.review.PostgresReviewStore;
import vigie.store.review.PostgresSavedSearches;

class RowSecurityTest {
    private static final Actor ANNE = new Actor("anne");
    private static final Actor BRUNO = new Actor("bruno");

    private final TestCase annes = new TestCase(ANNE);
    private final TestCase brunos = new TestCase(BRUNO);
    private final Database database = Database.open(TestPostgres.access());

    @BeforeEach
    void fill() {
        annes.create();
        brunos.create();
        annes.take("a/result.json", new SampleClaims(1).some(300));
        annes.take("b/result.json", new SampleClaims(2).some(300));
        annes.gather(annes.exhibit("c/result.json"), new SampleClaims(3).some(300), null, 7, "");
        annes.store().settle(annes.name());
        new PostgresSavedSearches(database)
                .save(annes.name(), ANNE, "Gates", "gate", ReviewFilter.NONE);
        new PostgresReviewStore(database)
                .replay(
                        annes.name(),
                        List.of(
                                new Act(
                                        3,
                                        RowId.of(1, 100),
                                        ANNE,
                                        Instant.EPOCH,
                                        new Decision.Note("ask the keeper"))),
                        4);
        brunos.take("a/result.json", new SampleClaims(1).some(50));
        brunos.store().settle(brunos.name());
    }

    @AfterEach
    void close() {
        TestPostgres.forgetUsers();
        annes.close();
        brunos.close();
        database.close();
    }

    @Test
    void no_table_shows_a_row_of_a_case_that_the_actor_is_not_on() {
        int annesCase = caseOf(annes.name());
        List<String> tables = new ArrayList<>();
        for (String table : contentTables()) {
            long held = asLoader("SELECT count(*) FROM " + table + " WHERE case_id = " + annesCase);
            if (held > 0) {
                tables.add(table);
            }
            assertEquals(
                    0,
                    count(BRUNO, "SELECT count(*) FROM " + table + " WHERE case_id = " + annesCase),
                    table);
            assertEquals(
                    0,
                    count(
                            BRUNO,
                            "SELECT count(*) FROM "
                                    + table
                                    + " WHERE 1 / (case_id - "
                                    + annesCase
                                    + ") = 2"),
                    table);
            assertEquals(0, count(new Actor("nobody"), "SELECT count(*) FROM " + table), table);
            assertEquals(0, countForNobody("SELECT count(*) FROM " + table), table);
        }
        assertEquals(contentTables(), tables, "every table held something to hide");
    }

    @Test
    void every_table_with_content_has_row_security_forced() {
        assertEquals(
                0,
                asLoader(
                        """
                        SELECT count(*) FROM pg_class c
                        WHERE c.relnamespace = 'derived'::regnamespace
                          AND c.relkind IN ('r', 'p') AND NOT c.relispartition
                          AND c.relname <> 'version'
                          AND NOT (c.relrowsecurity AND c.relforcerowsecurity)"""));
        assertEquals(
                0,
                asLoader(
                        """
                        SELECT count(*) FROM pg_class c
                        WHERE c.relnamespace = 'vigie'::regnamespace AND c.relkind = 'r'
                          AND c.relname <> 'flyway_schema_history' AND NOT c.relrowsecurity"""));
    }

    @Test
    void the_app_role_writes_nothing_and_reaches_no_partition() {
        for (String forbidden :
                List.of(
                        "SELECT count(*) FROM " + partition(),
                        "SET ROLE vigie_loader",
                        "SET SESSION AUTHORIZATION vigie_loader",
                        "INSERT INTO vigie.membership SELECT 'bruno', id FROM vigie.casefile",
                        "INSERT INTO vigie.casefile (name) VALUES ('mine')",
                        "UPDATE derived.message SET text = ''",
                        "DELETE FROM derived.exhibit",
                        "TRUNCATE derived.alias",
                        "CREATE TABLE derived.mine (a integer)",
                        "CREATE TABLE public.mine (a integer)",
                        "CREATE TEMPORARY TABLE mine (a integer)",
                        "CREATE FUNCTION public.leak(text) RETURNS boolean LANGUAGE sql"
                                + " COST 0.0000001 AS 'SELECT true'",
                        "COPY derived.message TO PROGRAM 'true'",
                        "SELECT rolpassword FROM pg_authid")) {
            assertThrows(RuntimeException.class, () -> execute(BRUNO, forbidden), forbidden);
        }
        assertThrows(
                RuntimeException.class,
                () ->
                        database.asActor(
                                BRUNO,
                                (client, _) -> {
                                    client.sql("SET LOCAL row_security = off").update();
                                    return client.sql("SELECT count(*) FROM derived.message")
                                            .query(Long.class)
                                            .single();
                                }));
    }

    @Test
    void an_actor_does_not_outlive_the_transaction() {
        assertTrue(count(ANNE, "SELECT count(*) FROM derived.message") > 0);
        assertEquals(0, countForNobody("SELECT count(*) FROM derived.message"));
    }

    @Test
    void every_question_about_the_case_of_others_is_refused_like_one_about_no_case() {
        CaseStore store = brunos.store();
        for (CaseName name : List.of(annes.name(), new CaseName("no-such-case"))) {
            List<Consumer<CaseName>> questions =
                    List.of(
                            c -> store.create(annes.name(), BRUNO),
                            c -> change(() -> store.admit(c, BRUNO, BRUNO, () -> {})),
                            c -> change(() -> store.dismiss(c, BRUNO, ANNE, () -> {})),
                            c -> store.members(c, BRUNO),
                            c -> store.exhibits(c, BRUNO),
                            c -> store.readings(c, BRUNO),
                            c -> store.counts(c, BRUNO),
                            c -> store.digest(c, BRUNO),
                            c -> store.recomputeDigest(c, BRUNO),
                            c -> store.messages(c, BRUNO, List.of(RowId.of(1, 1))),
                            c -> store.forEachMessage(c, BRUNO, 1, _ -> {}),
                            c -> store.forEachOperatorMessage(c, BRUNO, 7, _ -> {}),
                            c -> store.misalignments(c, BRUNO, 10),
                            c -> store.migrations(c, BRUNO, 10),
                            c -> store.neighbourhood(c, BRUNO, RowId.of(1, 1), 2, 2, 5),
                            c -> store.links(c, BRUNO, List.of(RowId.of(1, 1))),
                            c -> store.labels(c, BRUNO, List.of("a"), List.of("b")),
                            c -> store.gathered(c, BRUNO));
            for (Consumer<CaseName> question : questions) {
                Refusal refusal = assertThrows(Refusal.class, () -> question.accept(name));
                assertEquals(Refusal.Kind.PERMISSION, refusal.kind());
            }
            assertFalse(store.member(name, BRUNO));
            assertFalse(store.readsContent(name, BRUNO));
        }
        assertFalse(store.cases(BRUNO).contains(annes.name()));
        assertTrue(store.cases(BRUNO).contains(brunos.name()));
    }

    @Test
    void row_numbers_of_another_case_give_nothing() {
        List<Long> rows = new ArrayList<>();
        annes.messages(2).forEach(message -> rows.add(message.row()));

        assertFalse(rows.isEmpty());
        assertEquals(List.of(), brunos.store().messages(brunos.name(), BRUNO, rows));
    }

    @Test
    void a_member_admits_another_who_then_sees_the_case() throws IOException {
        annes.store().admit(annes.name(), ANNE, BRUNO, () -> {});

        assertTrue(annes.store().member(annes.name(), BRUNO));
        assertEquals(
                annes.store().counts(annes.name(), ANNE),
                annes.store().counts(annes.name(), BRUNO));
        assertEquals(Set.of(1, 2, 3), annes.store().gathered(annes.name(), BRUNO));
    }

    private interface Change {
        void run() throws IOException;
    }

    private static void change(Change change) {
        try {
            change.run();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// The derived tables that say how much there is, and nothing that people wrote.
    private static final Set<String> COUNTS =
            Set.of(
                    "derived.activity",
                    "derived.copy",
                    "derived.exhibit",
                    "derived.reading",
                    "derived.summary");

    @Test
    void each_role_sees_of_each_derived_table_what_it_may() throws IOException {
        for (Role role : Role.values()) {
            // Made a user after being put on the case, as an administrator could be on none else.
            annes.store().admit(annes.name(), ANNE, member(role), () -> {});
            user(member(role), role, true);
        }
        for (String table : derivedTables()) {
            String all = "SELECT count(*) FROM " + table;
            long shown = count(ANNE, all);
            for (Role role : Role.values()) {
                long seen = count(member(role), all);
                long expected =
                        switch (role) {
                            case INVESTIGATOR, HEAD, TRANSLATOR -> shown;
                            case OFFICER -> COUNTS.contains(table) ? shown : 0;
                            case ADMINISTRATOR -> 0;
                        };
                assertEquals(expected, seen, role + " of " + table);
            }
            user(member(Role.HEAD), Role.HEAD, false);
            assertEquals(0, count(member(Role.HEAD), all), "who left, of " + table);
            user(member(Role.HEAD), Role.HEAD, true);
        }
        assertEquals(
                annes.store().counts(annes.name(), ANNE),
                annes.store().counts(annes.name(), member(Role.OFFICER)));
        assertEquals(
                annes.store().messages(annes.name(), ANNE, rows(annes)),
                annes.store().messages(annes.name(), member(Role.TRANSLATOR), rows(annes)));
        assertEquals(
                List.of(), annes.store().messages(annes.name(), member(Role.OFFICER), rows(annes)));
        assertThrows(
                Refusal.class,
                () -> annes.store().counts(annes.name(), member(Role.ADMINISTRATOR)));
    }

    @Test
    void a_forgotten_case_has_no_row_in_any_derived_table() {
        int number = caseOf(annes.name());
        annes.store().forget(annes.name());
        for (String table : derivedTables()) {
            long left =
                    database.asLoader(
                            (client, _) ->
                                    client.sql(
                                                    "SELECT count(*) FROM "
                                                            + table
                                                            + " WHERE case_id = ?")
                                            .param(number)
                                            .query(Long.class)
                                            .single());
            assertEquals(0, left, table);
        }
    }

    @Test
    void somebody_taken_off_a_case_loses_it_at_once() throws IOException {
        annes.store().admit(annes.name(), ANNE, BRUNO, () -> {});
        String all = "SELECT count(*) FROM derived.message WHERE case_id = " + caseOf(annes.name());
        assertTrue(count(BRUNO, all) > 0);

        database.asActor(
                BRUNO,
                (client, _) -> {
                    assertTrue(client.sql(all).query(Long.class).single() > 0);
                    change(() -> annes.store().dismiss(annes.name(), ANNE, BRUNO, () -> {}));
                    assertEquals(
                            0,
                            client.sql(all).query(Long.class).single(),
                            "within the transaction that they have open");
                    return client;
                });
        assertEquals(0, count(BRUNO, all));
        for (String table : contentTables()) {
            assertEquals(
                    0,
                    count(
                            BRUNO,
                            "SELECT count(*) FROM "
                                    + table
                                    + " WHERE case_id = "
                                    + caseOf(annes.name())),
                    table);
        }
        assertEquals(List.of(ANNE), annes.store().members(annes.name(), ANNE));
    }

    @Test
    void only_who_leads_a_case_says_who_is_on_it() throws IOException {
        Actor head = new Actor("row-lead");
        annes.store().admit(annes.name(), ANNE, head, () -> {});
        user(head, Role.HEAD, true);
        Actor other = new Actor("row-other");
        for (Role role : Set.of(Role.INVESTIGATOR, Role.TRANSLATOR, Role.OFFICER)) {
            Actor member = new Actor("row-no-lead-" + role.word());
            annes.store().admit(annes.name(), ANNE, member, () -> {});
            user(member, role, true);
            assertFalse(annes.store().mayCreate(member));
            assertThrows(
                    Refusal.class,
                    () ->
                            annes.store()
                                    .admit(
                                            annes.name(),
                                            member,
                                            other,
                                            RowSecurityTest::unentered));
            assertThrows(
                    Refusal.class,
                    () ->
                            annes.store()
                                    .dismiss(
                                            annes.name(),
                                            member,
                                            head,
                                            RowSecurityTest::unentered));
        }
        annes.store().admit(annes.name(), head, other, () -> {});
        assertTrue(annes.store().member(annes.name(), other));
        assertTrue(annes.store().mayCreate(head));

        Actor administrator = new Actor("row-keeper");
        user(administrator, Role.ADMINISTRATOR, true);
        Actor left = new Actor("row-left");
        user(left, Role.INVESTIGATOR, false);
        for (Actor nobody : List.of(administrator, left)) {
            assertThrows(
                    Refusal.class,
                    () ->
                            annes.store()
                                    .admit(annes.name(), head, nobody, RowSecurityTest::unentered));
        }
    }

    @Test
    void the_last_who_leads_a_case_stays() throws IOException {
        Actor member = new Actor("row-last");
        annes.store().admit(annes.name(), ANNE, member, () -> {});
        user(member, Role.INVESTIGATOR, true);
        assertThrows(
                Refusal.class,
                () -> annes.store().dismiss(annes.name(), ANNE, ANNE, RowSecurityTest::unentered));
        user(member, Role.HEAD, true);
        annes.store().dismiss(annes.name(), ANNE, ANNE, () -> {});
        assertFalse(annes.store().member(annes.name(), ANNE));
    }

    @Test
    void a_change_that_cannot_be_entered_does_not_happen() {
        IOException full =
                assertThrows(
                        IOException.class,
                        () ->
                                annes.store()
                                        .admit(
                                                annes.name(),
                                                ANNE,
                                                BRUNO,
                                                () -> {
                                                    throw new IOException("disk full");
                                                }));
        assertEquals("disk full", full.getMessage());
        assertFalse(annes.store().member(annes.name(), BRUNO));
    }

    @Test
    void nobody_reads_credentials_but_the_loader() {
        for (String forbidden :
                List.of(
                        "SELECT count(*) FROM vigie.credential",
                        "SELECT count(*) FROM vigie.one_time_link",
                        "UPDATE vigie.app_user SET role = 'head'",
                        "INSERT INTO vigie.app_user (actor, name, role) VALUES ('x', 'x', 'head')",
                        "DELETE FROM vigie.app_user",
                        "UPDATE vigie.register_state SET known = 0",
                        "SELECT vigie.led_case('x')",
                        "DELETE FROM vigie.membership")) {
            assertThrows(RuntimeException.class, () -> execute(ANNE, forbidden), forbidden);
        }
        assertEquals(
                0,
                asLoader(
                        """
                        SELECT count(*) FROM pg_proc p
                        WHERE p.pronamespace = 'vigie'::regnamespace
                          AND has_function_privilege('vigie_app', p.oid, 'EXECUTE')
                          AND (p.prosrc ~ 'credential' OR p.prosrc ~ 'one_time_link')"""));
    }

    private static Actor member(Role role) {
        return new Actor("row-" + role.word());
    }

    private static void unentered() {
        throw new AssertionError("what is refused is not entered");
    }

    private static List<Long> rows(TestCase one) {
        List<Long> rows = new ArrayList<>();
        one.messages(1).forEach(message -> rows.add(message.row()));
        return rows;
    }

    private void user(Actor actor, Role role, boolean active) {
        database.asLoader(
                (client, _) ->
                        client.sql(
                                        """
                                        INSERT INTO vigie.app_user (actor, name, role, active)
                                        VALUES (?, ?, ?, ?) ON CONFLICT (actor) DO UPDATE
                                        SET role = excluded.role, active = excluded.active""")
                                .params(actor.id(), actor.id(), role.word(), active)
                                .update());
    }

    private List<String> derivedTables() {
        return contentTables().stream().filter(table -> table.startsWith("derived.")).toList();
    }

    private List<String> contentTables() {
        return database.asLoader(
                (client, _) ->
                        client.sql(
                                        """
                                        SELECT c.relnamespace::regnamespace || '.' || c.relname
                                        FROM pg_class c
                                        JOIN pg_attribute a ON a.attrelid = c.oid
                                            AND a.attname = 'case_id'
                                        WHERE c.relnamespace IN ('derived'::regnamespace,
                                                                 'vigie'::regnamespace)
                                          AND c.relkind IN ('r', 'p') AND NOT c.relispartition
                                        ORDER BY 1""")
                                .query(String.class)
                                .list());
    }

    private String partition() {
        return database.asLoader(
                (client, _) ->
                        client.sql(
                                        """
                                        SELECT relid::text
                                        FROM pg_partition_tree('derived.message')
                                        WHERE isleaf LIMIT 1""")
                                .query(String.class)
                                .single());
    }

    private int caseOf(CaseName name) {
        return database.asLoader(
                (client, _) ->
                        client.sql("SELECT id FROM vigie.casefile WHERE name = ?")
                                .param(name.value())
                                .query(Integer.class)
                                .single());
    }

    private long asLoader(String sql) {
        return database.asLoader((client, _) -> client.sql(sql).query(Long.class).single());
    }

    private long count(Actor actor, String sql) {
        return database.asActor(actor, (client, _) -> client.sql(sql).query(Long.class).single());
    }

    private long countForNobody(String sql) {
        return database.asActor(
                BRUNO,
                (client, _) -> {
                    client.sql("SELECT set_config('vigie.actor', '', true)")
                            .query(String.class)
                            .single();
                    return client.sql(sql).query(Long.class).single();
                });
    }

    private void execute(Actor actor, String sql) {
        database.asActor(
                actor,
                (_, connection) -> {
                    try (var statement = connection.createStatement()) {
                        return statement.execute(sql);
                    }
                });
    }
}
