package vigie.store.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vigie.casework.operation.CaseStore;
import vigie.casework.operation.RowId;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;
import vigie.model.casefile.Refusal;
import vigie.store.postgres.Database;
import vigie.store.postgres.TestPostgres;

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
        brunos.take("a/result.json", new SampleClaims(1).some(50));
        brunos.store().settle(brunos.name());
    }

    @AfterEach
    void close() {
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
                            c -> store.admit(c, BRUNO, BRUNO),
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
                            c -> store.gathered(c, BRUNO));
            for (Consumer<CaseName> question : questions) {
                Refusal refusal = assertThrows(Refusal.class, () -> question.accept(name));
                assertEquals(Refusal.Kind.PERMISSION, refusal.kind());
            }
            assertFalse(store.member(name, BRUNO));
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
    void a_member_admits_another_who_then_sees_the_case() {
        annes.store().admit(annes.name(), ANNE, BRUNO);

        assertTrue(annes.store().member(annes.name(), BRUNO));
        assertEquals(
                annes.store().counts(annes.name(), ANNE),
                annes.store().counts(annes.name(), BRUNO));
        assertEquals(Set.of(1, 2, 3), annes.store().gathered(annes.name(), BRUNO));
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
