package vigie.store.media;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vigie.casework.media.CaseRules;
import vigie.casework.media.DecisionStore;
import vigie.casework.media.StackDecision;
import vigie.evidence.ledger.Entry;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;
import vigie.model.casefile.Refusal;
import vigie.model.material.Sha256;
import vigie.store.rows.PostgresCaseStore;

/// Decisions about stacks in PostgreSQL. Safe for several threads.
public final class PostgresDecisions implements DecisionStore {
    /// The first half of the number of the lock under which a case's stacks are decided about.
    private static final int SPACE = 0x6d64;

    /// What the database says where a policy forbids a row.
    private static final String FORBIDDEN = "42501";

    private final PostgresCaseStore store;

    public PostgresDecisions(PostgresCaseStore store) {
        this.store = store;
    }

    @Override
    public Decided decide(
            CaseName name,
            Actor actor,
            int stack,
            StackDecision decision,
            long seen,
            Entering entering)
            throws IOException {
        try {
            return store.asActor(
                    name,
                    actor,
                    (client, connection, caseId) -> {
                        lock(connection, caseId);
                        List<Sha256> items = items(client, caseId, stack, decision);
                        requirePermission(connection, caseId, actor, items.getFirst());
                        Decided obstacle = obstacle(client, caseId, actor, stack, decision, seen);
                        return obstacle == null
                                ? entered(connection, caseId, actor, decision, items, entering)
                                : obstacle;
                    });
        } catch (NotEntered failed) {
            throw failed.why;
        }
    }

    private static void lock(Connection connection, int caseId) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL lock_timeout = '1min'");
            statement.execute("SELECT pg_advisory_xact_lock(" + SPACE + ", " + caseId + ")");
        }
    }

    /// The items of the stack; of a withdrawal, those that the decision was about.
    private static List<Sha256> items(
            JdbcClient client, int caseId, int stack, StackDecision decision) {
        String sql =
                decision instanceof StackDecision.Withdrawal
                        ? "SELECT item FROM derived.media_decision"
                                + " WHERE case_id = ? AND entry = ? AND kind <> 3 ORDER BY item"
                        : "SELECT digest FROM derived.media_item"
                                + " WHERE case_id = ? AND stack = ? ORDER BY item";
        long key = decision instanceof StackDecision.Withdrawal(long entry) ? entry : stack;
        List<Sha256> items =
                client.sql(sql)
                        .param(caseId)
                        .param(key)
                        .query((rows, _) -> Sha256.ofDigest(rows.getBytes(1)))
                        .list();
        if (items.isEmpty()) {
            throw new Refusal(Refusal.Kind.PERMISSION, "the case has no such stack or decision");
        }
        return items;
    }

    /// Has the policy of the table judge a row like those to come, and takes it back: what is not
    /// allowed must not reach the ledger.
    private static void requirePermission(
            Connection connection, int caseId, Actor actor, Sha256 item) throws SQLException {
        Savepoint before = connection.setSavepoint();
        Kept trial =
                new Kept(
                        Long.MAX_VALUE,
                        actor,
                        Instant.EPOCH,
                        new StackDecision.Withdrawal(0),
                        List.of(item));
        try {
            insert(connection, caseId, List.of(trial));
        } catch (SQLException refused) {
            SQLException cause =
                    refused.getNextException() == null ? refused : refused.getNextException();
            if (FORBIDDEN.equals(cause.getSQLState())) {
                throw new Refusal(
                        Refusal.Kind.PERMISSION, actor + " may not decide so in this case");
            }
            throw refused;
        }
        connection.rollback(before);
        connection.releaseSavepoint(before);
    }

    private static @Nullable Decided obstacle(
            JdbcClient client,
            int caseId,
            Actor actor,
            int stack,
            StackDecision decision,
            long seen) {
        return switch (decision) {
            case StackDecision.Note _ -> null;
            case StackDecision.Withdrawal(long entry) ->
                    exists(
                                    client,
                                    "SELECT EXISTS (SELECT FROM derived.media_decision"
                                            + " WHERE case_id = ? AND kind = 3 AND target = ?)",
                                    caseId,
                                    entry)
                            ? new Decided.Unchanged()
                            : null;
            case StackDecision.Category category -> {
                long others =
                        client.sql(
                                        """
                                        SELECT coalesce(max(d.entry), -1)
                                        FROM derived.media_decision d JOIN derived.media_item i
                                            ON i.case_id = d.case_id AND i.digest = d.item
                                        WHERE d.case_id = ? AND i.stack = ? AND d.kind <> 2
                                          AND d.actor <> ? AND (d.kind = 3
                                              OR (d.scheme, d.category) <> (?, ?))""")
                                .param(caseId)
                                .param(stack)
                                .param(actor.id())
                                .param(category.scheme())
                                .param(category.code())
                                .query(Long.class)
                                .single();
                yield others > seen ? new Decided.Outdated(others) : null;
            }
        };
    }

    private static boolean exists(JdbcClient client, String sql, Object... parameters) {
        JdbcClient.StatementSpec asking = client.sql(sql);
        for (Object parameter : parameters) {
            asking = asking.param(parameter);
        }
        return asking.query(Boolean.class).single();
    }

    private static Decided entered(
            Connection connection,
            int caseId,
            Actor actor,
            StackDecision decision,
            List<Sha256> items,
            Entering entering)
            throws SQLException {
        Entry entry;
        try {
            entry = entering.enter(items);
        } catch (IOException why) {
            throw new NotEntered(why);
        }
        insert(
                connection,
                caseId,
                List.of(new Kept(entry.seq(), actor, entry.at(), decision, items)));
        return new Decided.Entered(entry.seq(), entry.at());
    }

    private static void insert(Connection connection, int caseId, List<Kept> decisions)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        """
                        INSERT INTO derived.media_decision (case_id, entry, item, actor, at, kind,
                            scheme, category, words, target)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")) {
            for (Kept kept : decisions) {
                for (Sha256 item : kept.items()) {
                    insert.setInt(1, caseId);
                    insert.setLong(2, kept.entry());
                    insert.setBytes(3, PostgresMediaStore.bytes(item));
                    insert.setString(4, kept.by().id());
                    insert.setTimestamp(5, Timestamp.from(kept.at()));
                    decision(insert, kept.decision());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static void decision(PreparedStatement insert, StackDecision decision)
            throws SQLException {
        insert.setString(7, null);
        insert.setString(8, null);
        insert.setString(9, null);
        insert.setObject(10, null, java.sql.Types.BIGINT);
        switch (decision) {
            case StackDecision.Category(String scheme, String code) -> {
                insert.setInt(6, 1);
                insert.setString(7, scheme);
                insert.setString(8, code);
            }
            case StackDecision.Note(String words) -> {
                insert.setInt(6, 2);
                insert.setString(9, words.replace('\u0000', '\ufffd'));
            }
            case StackDecision.Withdrawal(long entry) -> {
                insert.setInt(6, 3);
                insert.setLong(10, entry);
            }
        }
    }

    @Override
    public long replayed(CaseName name) {
        return store.asLoader(
                name,
                (client, _, caseId) ->
                        client.sql("SELECT decided FROM derived.media_state WHERE case_id = ?")
                                .param(caseId)
                                .query(Long.class)
                                .optional()
                                .orElse(0L));
    }

    @Override
    public void replay(
            CaseName name, List<Kept> decisions, @Nullable CaseRules rules, long entries) {
        store.asLoader(
                name,
                (client, connection, caseId) -> {
                    lock(connection, caseId);
                    insert(connection, caseId, decisions);
                    PostgresMediaStore.begun(client, caseId);
                    if (rules != null) {
                        client.sql(
                                        "UPDATE derived.media_state SET scheme = ?, opinions = ?"
                                                + " WHERE case_id = ?")
                                .param(rules.scheme())
                                .param(rules.opinions())
                                .param(caseId)
                                .update();
                    }
                    return client.sql(
                                    "UPDATE derived.media_state SET decided = greatest(decided, ?)"
                                            + " WHERE case_id = ?")
                            .param(entries)
                            .param(caseId)
                            .update();
                });
    }

    /// That the ledger did not take a decision.
    private static final class NotEntered extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient IOException why;

        NotEntered(IOException why) {
            super(why);
            this.why = why;
        }
    }
}
