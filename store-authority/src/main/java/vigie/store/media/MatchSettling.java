package vigie.store.media;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import vigie.casework.media.Match;
import vigie.casework.media.MediaStore.Compared;
import vigie.casework.media.MediaStore.Settled;
import vigie.casework.media.MediaStore.Stack;

/// Replaces what comparing says of a case: findings, matches, stacks, and where items appear.
final class MatchSettling {
    private final Connection connection;
    private final int caseId;

    MatchSettling(Connection connection, int caseId) {
        this.connection = connection;
        this.caseId = caseId;
    }

    void run(Settled settled) throws SQLException {
        for (String table : List.of("media_match", "media_stack", "media_appearance")) {
            update("DELETE FROM derived." + table + " WHERE case_id = ?");
        }
        update("UPDATE derived.media_item SET finding = NULL, stack = NULL WHERE case_id = ?");
        findings(settled.items());
        matches(settled.items());
        stacks(settled.stacks());
        update(COPIES);
        update(BY_FILE);
        update(BY_NAME);
        update("ANALYZE derived.media_item", "ANALYZE derived.media_appearance");
        update(TOTALS);
        update(PLACES);
    }

    private static final String COPIES =
            """
            UPDATE derived.media_item i SET copies = c.copies
            FROM (SELECT digest, count(*) AS copies FROM derived.exhibit
                  WHERE case_id = ? GROUP BY digest) c
            WHERE i.case_id = ? AND i.digest = c.digest AND i.copies <> c.copies""";

    private static final String BY_FILE =
            """
            INSERT INTO derived.media_appearance
            SELECT r.case_id, i.stack, r.row, r.item, i.item, 1,
                coalesce(m.sent_unix, m.sent_local), m.author_account, m.conversation,
                CASE WHEN m.message_id > 0 THEN m.message_id END
            FROM derived.media_reference r
            JOIN derived.exhibit e ON e.case_id = r.case_id AND e.number = r.file
            JOIN derived.media_item i ON i.case_id = r.case_id AND i.digest = e.digest
            JOIN derived.message m ON m.case_id = r.case_id AND m.row = r.row
            WHERE r.case_id = ? AND i.stack IS NOT NULL
            ON CONFLICT DO NOTHING""";

    /// Of a file that an export lacks it may say name and size; where exactly one file of the case
    /// has both, it is likely meant. Names that platforms give to all photos come with no size.
    private static final String BY_NAME =
            """
            WITH absent AS (
                SELECT r.row, r.item, m.details::jsonb -> 'attachments' -> r.item AS said,
                    coalesce(m.sent_unix, m.sent_local) AS sent, m.author_account,
                    m.conversation, CASE WHEN m.message_id > 0 THEN m.message_id END AS message_id
                FROM derived.media_reference r
                JOIN derived.message m ON m.case_id = r.case_id AND m.row = r.row
                WHERE r.case_id = ? AND r.file IS NULL AND m.details IS NOT NULL)
            INSERT INTO derived.media_appearance
            SELECT e.case_id, min(i.stack), a.row, a.item, min(i.item), 2, min(a.sent),
                min(a.author_account), min(a.conversation), min(a.message_id)
            FROM absent a
            JOIN derived.exhibit e ON e.case_id = ?
                AND regexp_replace(e.path, '^.*/', '') = a.said ->> 'fileName'
                AND e.size::text = a.said ->> 'size'
            JOIN derived.media_item i ON i.case_id = e.case_id AND i.digest = e.digest
            WHERE i.stack IS NOT NULL
            GROUP BY e.case_id, a.row, a.item HAVING count(DISTINCT i.item) = 1
            ON CONFLICT DO NOTHING""";

    /// A message that several exports hold is posted once, where its number tells; an investigator
    /// is no account.
    private static final String TOTALS =
            """
            UPDATE derived.media_stack s SET copies = i.copies, posts = coalesce(a.posts, 0),
                accounts = coalesce(a.accounts, 0), conversations = coalesce(a.conversations, 0),
                first_row = a.first_row, first_sent = a.first_sent
            FROM (SELECT stack, sum(copies) AS copies FROM derived.media_item
                  WHERE case_id = ? GROUP BY stack) i
            LEFT JOIN (
                SELECT stack,
                    count(DISTINCT (conversation, coalesce(message_id, -row))) AS posts,
                    count(DISTINCT account) FILTER (WHERE account NOT IN (
                        SELECT p.account FROM derived.pseudonym p WHERE p.case_id = ?)) AS accounts,
                    count(DISTINCT conversation) AS conversations,
                    (array_agg(row ORDER BY sent, row) FILTER (WHERE sent IS NOT NULL))[1]
                        AS first_row,
                    min(sent) AS first_sent
                FROM derived.media_appearance WHERE case_id = ? GROUP BY stack) a
                ON a.stack = i.stack
            WHERE s.case_id = ? AND s.stack = i.stack""";

    /// Of what is like something, that of which no more than a frame is comes last.
    private static final String PLACES =
            """
            UPDATE derived.media_stack s SET place = p.place
            FROM (SELECT stack, row_number() OVER (ORDER BY finding,
                      finding = 3 AND NOT EXISTS (SELECT FROM derived.media_match m
                          JOIN derived.media_item i ON i.case_id = m.case_id AND i.item = m.item
                          WHERE i.case_id = t.case_id AND i.stack = t.stack
                            AND m.alert AND m.by <> 'frame'),
                      accounts + conversations DESC, posts DESC, copies DESC, stack) AS place
                  FROM derived.media_stack t WHERE case_id = ?) p
            WHERE s.case_id = ? AND s.stack = p.stack""";

    private void findings(List<Compared> items) throws SQLException {
        List<Integer> numbers = new ArrayList<>();
        List<Integer> codes = new ArrayList<>();
        for (Compared item : items) {
            numbers.add(item.item());
            codes.add(item.finding().code());
        }
        set("finding", numbers, codes);
    }

    private void set(String column, List<Integer> items, List<Integer> values) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "UPDATE derived.media_item i SET "
                                + column
                                + " = v.value FROM unnest(?::integer[], ?::integer[])"
                                + " v(item, value) WHERE i.case_id = ? AND i.item = v.item")) {
            update.setArray(1, connection.createArrayOf("integer", items.toArray()));
            update.setArray(2, connection.createArrayOf("integer", values.toArray()));
            update.setInt(3, caseId);
            update.executeUpdate();
        }
    }

    private void matches(List<Compared> items) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        """
                        INSERT INTO derived.media_match (case_id, item, number, set_name,
                            set_version, alert, by, distance, category, details, of_file,
                            of_listed)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            for (Compared item : items) {
                int number = 0;
                for (Match match : item.matches()) {
                    insert.setInt(1, caseId);
                    insert.setInt(2, item.item());
                    insert.setInt(3, number++);
                    insert.setString(4, match.set());
                    insert.setString(5, match.version());
                    insert.setBoolean(6, match.alert());
                    insert.setString(7, match.by());
                    insert.setInt(8, match.distance());
                    insert.setString(9, match.category());
                    insert.setString(10, match.details());
                    Match.Shares shares = match.shares();
                    insert.setObject(11, shares == null ? null : shares.ofFile(), Types.SMALLINT);
                    insert.setObject(12, shares == null ? null : shares.ofListed(), Types.SMALLINT);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private void stacks(List<Stack> stacks) throws SQLException {
        List<Integer> items = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        try (PreparedStatement insert =
                connection.prepareStatement(
                        """
                        INSERT INTO derived.media_stack (case_id, stack, representative, finding,
                            clip, items, copies, near, posts, accounts, conversations, place)
                        SELECT i.case_id, ?, i.item, ?, i.state = 2, ?, 0, ?, 0, 0, 0, 0
                        FROM derived.media_item i WHERE i.case_id = ? AND i.item = ?""")) {
            for (Stack stack : stacks) {
                insert.setInt(1, stack.number());
                insert.setInt(2, stack.finding().code());
                insert.setInt(3, stack.items().size());
                insert.setInt(4, stack.near());
                insert.setInt(5, caseId);
                insert.setInt(6, stack.items().getFirst());
                insert.addBatch();
                for (int item : stack.items()) {
                    items.add(item);
                    numbers.add(stack.number());
                }
            }
            insert.executeBatch();
        }
        set("stack", items, numbers);
    }

    /// Runs statements; every parameter is the case.
    private void update(String... statements) throws SQLException {
        for (String sql : statements) {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                long parameters = sql.chars().filter(c -> c == '?').count();
                for (int i = 1; i <= parameters; i++) {
                    update.setInt(i, caseId);
                }
                update.executeUpdate();
            }
        }
    }
}
