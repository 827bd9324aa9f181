package vigie.store.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Connects what only the whole case connects, in sets, for what changed since the last time.
final class Settling {
    private final Connection connection;
    private final int caseId;

    Settling(Connection connection, int caseId) {
        this.connection = connection;
        this.caseId = caseId;
    }

    void run() throws SQLException {
        CaseLock.take(connection, caseId);
        if (settled()) {
            return;
        }
        new MediaSettling(connection, caseId).run();
        List<Integer> changed = numbers(CHANGED);
        if (!changed.isEmpty()) {
            List<Integer> aligned = align(changed);
            update(MISSING, changed);
            new ActivitySettling(connection, caseId).run(changed, aligned);
        }
        new AccountSettling(connection, caseId).run();
        update("UPDATE derived.copy SET settled = true WHERE case_id = ? AND NOT settled");
        update(SUMMARY);
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "ANALYZE derived.exhibit, derived.reading, derived.conversation,"
                            + " derived.account, derived.alias, derived.presence, derived.copy,"
                            + " derived.pseudonym, derived.summary, derived.day_count,"
                            + " derived.activity, derived.participation, derived.account_total,"
                            + " vigie.casefile, vigie.membership");
        }
    }

    /// Conversations of which a copy is new, was read again, or is no more.
    private static final String CHANGED =
            """
            SELECT number FROM derived.conversation c
            WHERE c.case_id = ?
              AND (EXISTS (SELECT FROM derived.copy k WHERE k.case_id = c.case_id
                       AND k.conversation = c.number AND NOT k.settled)
                   OR c.exhibits > 0 AND NOT EXISTS (SELECT FROM derived.copy k
                       WHERE k.case_id = c.case_id AND k.conversation = c.number))""";

    /// Ids of a conversation that lie between the lowest and the highest of some copy and that no
    /// copy holds.
    private static final String MISSING =
            """
            UPDATE derived.conversation c SET missing = CASE WHEN k.copies = 1 THEN k.gaps ELSE
                (SELECT coalesce(sum(upper(r) - lower(r)), 0)
                 FROM unnest(k.ranges) r)
                - (SELECT count(DISTINCT m.message_id) FROM derived.message m
                   WHERE m.case_id = c.case_id AND m.conversation = c.number AND m.message_id > 0)
                END
            FROM (SELECT conversation, count(*) AS copies, max(gaps) AS gaps,
                      range_agg(numrange(lowest, highest + 1)) AS ranges
                  FROM derived.copy WHERE case_id = ? AND ids > 0 GROUP BY conversation) k
            WHERE c.case_id = ? AND c.number = k.conversation AND c.type = 'channel'
              AND c.number = ANY (?)""";

    private static final String SUMMARY =
            """
            UPDATE derived.summary s SET settled = true,
                generation = pg_current_xact_id()::text::bigint,
                at_least = EXISTS (SELECT FROM derived.conversation c
                    WHERE c.case_id = s.case_id AND NOT c.comparable),
                accounts = (SELECT count(DISTINCT account) FROM derived.presence p
                    WHERE p.case_id = s.case_id AND p.account NOT IN (
                        SELECT o.account FROM derived.pseudonym o WHERE o.case_id = s.case_id)),
                conversations = (SELECT count(DISTINCT conversation) FROM derived.copy k
                    WHERE k.case_id = s.case_id),
                gaps = (SELECT least(coalesce(sum(missing), 0), 9223372036854775807)
                    FROM derived.conversation c WHERE c.case_id = s.case_id),
                media_found = (SELECT count(file) FROM derived.media_reference r
                    WHERE r.case_id = s.case_id),
                media_files = (SELECT count(DISTINCT file) FROM derived.media_reference r
                    WHERE r.case_id = s.case_id),
                overlapping = (SELECT count(*) FROM (
                    SELECT FROM derived.copy k WHERE k.case_id = s.case_id AND k.messages > 0
                    GROUP BY k.conversation HAVING count(*) > 1) o),
                one_sided = (SELECT count(DISTINCT row) FROM derived.misalignment m
                    WHERE m.case_id = s.case_id AND m.kind = 1),
                differing = (SELECT count(DISTINCT row) FROM derived.misalignment m
                    WHERE m.case_id = s.case_id AND m.kind = 2)
            WHERE s.case_id = ?""";

    /// Conversations of several copies whose ids mean the same in each: numbered by the platform,
    /// or seen by the same account.
    private static final String ALIGNED =
            """
            SELECT c.number FROM derived.conversation c
            JOIN derived.copy k ON k.case_id = c.case_id AND k.conversation = c.number AND k.ids > 0
            WHERE c.case_id = ? AND (c.type = 'channel' OR c.scope IS NOT NULL)
              AND c.number = ANY (?)
            GROUP BY c.number HAVING count(*) > 1""";

    private static final String LACKING =
            """
            INSERT INTO derived.misalignment (case_id, row, exhibit, kind, conversation)
            SELECT m.case_id, m.row, other.exhibit, 1, m.conversation
            FROM derived.message m
            JOIN derived.copy other ON other.case_id = m.case_id
                AND other.conversation = m.conversation
                AND other.exhibit <> (m.row >> 40)::integer
                AND m.message_id BETWEEN other.lowest AND other.highest
            WHERE m.case_id = ? AND m.conversation = ANY (?) AND m.message_id > 0
              AND NOT EXISTS (SELECT FROM derived.message o
                  WHERE o.case_id = m.case_id AND o.conversation = m.conversation
                    AND o.message_id = m.message_id
                    AND (o.row >> 40)::integer = other.exhibit)""";

    /// Names and edits are those of the time of each export, so that they may differ; a time is
    /// compared where both copies state it in UTC.
    private static final String DIFFERING =
            """
            INSERT INTO derived.misalignment (case_id, row, exhibit, kind, conversation)
            SELECT DISTINCT m.case_id, m.row, (o.row >> 40)::integer, 2, m.conversation
            FROM derived.message m
            JOIN derived.message o ON o.case_id = m.case_id AND o.conversation = m.conversation
                AND o.message_id = m.message_id
                AND (o.row >> 40) <> (m.row >> 40)
            WHERE m.case_id = ? AND m.conversation = ANY (?) AND m.message_id > 0
              AND (o.text <> m.text OR o.kind <> m.kind
                   OR o.action IS DISTINCT FROM m.action
                   OR o.author_account IS DISTINCT FROM m.author_account
                   OR o.sent_unix <> m.sent_unix)""";

    private List<Integer> align(List<Integer> changed) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement(
                        "DELETE FROM derived.misalignment"
                                + " WHERE case_id = ? AND conversation = ANY (?)")) {
            delete.setInt(1, caseId);
            delete.setArray(2, connection.createArrayOf("integer", changed.toArray()));
            delete.executeUpdate();
        }
        List<Integer> aligned = new ArrayList<>();
        try (PreparedStatement ask = connection.prepareStatement(ALIGNED)) {
            ask.setInt(1, caseId);
            ask.setArray(2, connection.createArrayOf("integer", changed.toArray()));
            collect(ask, aligned);
        }
        if (!aligned.isEmpty()) {
            for (String insert : List.of(LACKING, DIFFERING)) {
                try (PreparedStatement statement = connection.prepareStatement(insert)) {
                    statement.setInt(1, caseId);
                    statement.setArray(2, connection.createArrayOf("integer", aligned.toArray()));
                    statement.executeUpdate();
                }
            }
        }
        return aligned;
    }

    private boolean settled() throws SQLException {
        try (PreparedStatement ask =
                connection.prepareStatement(
                        "SELECT settled FROM derived.summary WHERE case_id = ?")) {
            ask.setInt(1, caseId);
            try (ResultSet rows = ask.executeQuery()) {
                return !rows.next() || rows.getBoolean(1);
            }
        }
    }

    private void update(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, caseId);
            statement.executeUpdate();
        }
    }

    private void update(String sql, List<Integer> conversations) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, caseId);
            statement.setInt(2, caseId);
            statement.setArray(3, connection.createArrayOf("integer", conversations.toArray()));
            statement.executeUpdate();
        }
    }

    private List<Integer> numbers(String sql) throws SQLException {
        List<Integer> numbers = new ArrayList<>();
        try (PreparedStatement ask = connection.prepareStatement(sql)) {
            ask.setInt(1, caseId);
            collect(ask, numbers);
        }
        return numbers;
    }

    private static void collect(PreparedStatement ask, List<Integer> into) throws SQLException {
        try (ResultSet rows = ask.executeQuery()) {
            while (rows.next()) {
                into.add(rows.getInt(1));
            }
        }
    }
}
