package vigie.store.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Counts what conversations hold, by day and by account, once however many exhibits hold it.
///
/// Copies whose ids can be compared hold one message where an id is the same; of messages without
/// such an id, and of other copies, as many are counted as the copy has that has most: at least so
/// many there are.
final class ActivitySettling {
    private static final String AT = "coalesce(m.sent_unix, m.sent_local)";

    /// The day of a message, as `Tally` counts days.
    private static final String DAY =
            "CASE WHEN %1$s >= 0 AND %1$s < 4102444800 THEN (%1$s / 86400)::integer ELSE -1 END"
                    .formatted(AT);

    private static final String COMPARED =
            """
            WITH asked AS (SELECT ?::integer AS case_id, ?::integer[] AS numbers),
            once AS MATERIALIZED (
                SELECT conversation, day, author_account, grouping(day) AS by_author,
                    count(*) FILTER (WHERE kind = 1) AS messages,
                    min(at) AS first_sent, max(at) AS last_sent
                FROM (SELECT DISTINCT ON (m.conversation, m.message_id) m.conversation,
                          m.author_account, m.kind, %s AS at, %s AS day
                      FROM derived.message m
                      WHERE m.case_id = (SELECT case_id FROM asked)
                        AND m.conversation = ANY ((SELECT numbers FROM asked)::integer[])
                        AND m.message_id > 0
                      ORDER BY m.conversation, m.message_id, m.row) u
                GROUP BY GROUPING SETS ((conversation, day), (conversation, author_account))),
            days AS (
                INSERT INTO derived.activity (case_id, conversation, day, messages)
                SELECT (SELECT case_id FROM asked), conversation, day, sum(messages)
                FROM (SELECT conversation, day, messages FROM once WHERE by_author = 0
                      UNION ALL
                      SELECT conversation, day, max(messages - numbered) FROM derived.day_count
                      WHERE case_id = (SELECT case_id FROM asked)
                        AND conversation = ANY ((SELECT numbers FROM asked)::integer[])
                      GROUP BY conversation, day) d
                GROUP BY conversation, day HAVING sum(messages) > 0)
            INSERT INTO derived.participation (case_id, exhibit, conversation, account, messages,
                numbered, first_sent, last_sent, counts)
            SELECT (SELECT case_id FROM asked), 0, conversation, account, sum(messages), 0,
                min(first_sent), max(last_sent), true
            FROM (SELECT conversation, author_account AS account, messages, first_sent, last_sent
                  FROM once WHERE by_author = 1 AND author_account IS NOT NULL
                  UNION ALL
                  SELECT conversation, account, max(messages - numbered), min(first_sent),
                      max(last_sent)
                  FROM derived.participation
                  WHERE case_id = (SELECT case_id FROM asked) AND exhibit > 0
                    AND conversation = ANY ((SELECT numbers FROM asked)::integer[])
                  GROUP BY conversation, account) p
            GROUP BY conversation, account"""
                    .formatted(AT, DAY);

    private static final String DAYS_OF_THE_LARGEST =
            """
            INSERT INTO derived.activity (case_id, conversation, day, messages)
            SELECT case_id, conversation, day, max(messages) FROM derived.day_count
            WHERE case_id = ? AND conversation = ANY (?)
            GROUP BY case_id, conversation, day""";

    /// Only where there are several copies: one speaks for itself.
    private static final String AUTHORS_OF_THE_LARGEST =
            """
            INSERT INTO derived.participation (case_id, exhibit, conversation, account, messages,
                numbered, first_sent, last_sent, counts)
            SELECT case_id, 0, conversation, account, max(messages), 0, min(first_sent),
                max(last_sent), true
            FROM derived.participation p
            WHERE case_id = ? AND conversation = ANY (?) AND exhibit > 0 AND NOT counts
            GROUP BY case_id, conversation, account""";

    private static final String WHO_COUNTS =
            """
            UPDATE derived.participation p SET counts = k.alone
            FROM (SELECT conversation,
                      count(DISTINCT exhibit) = 1 AND NOT conversation = ANY (?) AS alone
                  FROM derived.participation
                  WHERE case_id = ? AND conversation = ANY (?) AND exhibit > 0
                  GROUP BY conversation) k
            WHERE p.case_id = ? AND p.conversation = k.conversation AND p.exhibit > 0
              AND p.counts <> k.alone""";

    private static final String TOTAL =
            """
            INSERT INTO derived.activity (case_id, conversation, day, messages)
            SELECT case_id, 0, day, sum(messages) FROM derived.activity
            WHERE case_id = ? AND conversation > 0 GROUP BY case_id, day""";

    private static final String COPIES =
            """
            UPDATE derived.copy k SET one_sided = coalesce(m.lacks, 0),
                differing = coalesce(m.differs, 0)
            FROM derived.copy o
            LEFT JOIN (SELECT exhibit, conversation, count(*) FILTER (WHERE kind = 1) AS lacks,
                           count(*) FILTER (WHERE kind = 2) AS differs
                       FROM derived.misalignment WHERE case_id = ? AND conversation = ANY (?)
                       GROUP BY exhibit, conversation) m
                ON m.exhibit = o.exhibit AND m.conversation = o.conversation
            WHERE o.case_id = ? AND o.conversation = ANY (?)
              AND k.case_id = o.case_id AND k.exhibit = o.exhibit
              AND k.conversation = o.conversation
              AND (k.one_sided, k.differing)
                  IS DISTINCT FROM (coalesce(m.lacks, 0), coalesce(m.differs, 0))""";

    private static final String CONVERSATIONS =
            """
            UPDATE derived.conversation c SET
                messages = coalesce((SELECT sum(a.messages) FROM derived.activity a
                    WHERE a.case_id = c.case_id AND a.conversation = c.number), 0),
                members = (SELECT count(*) FROM derived.participation p
                    WHERE p.case_id = c.case_id AND p.conversation = c.number AND p.counts),
                first_sent = k.first_sent, last_sent = k.last_sent, exhibits = k.exhibits,
                comparable = k.filled < 2 OR c.number = ANY (?),
                one_sided = coalesce(d.lack, 0), differing = coalesce(d.differ, 0)
            FROM (SELECT n.number, count(k.exhibit) AS exhibits,
                      count(*) FILTER (WHERE k.messages > 0) AS filled,
                      min(k.first_sent) AS first_sent, max(k.last_sent) AS last_sent
                  FROM unnest(?::integer[]) n(number)
                  LEFT JOIN derived.copy k ON k.case_id = ? AND k.conversation = n.number
                  GROUP BY n.number) k
            LEFT JOIN (SELECT conversation, count(DISTINCT row) FILTER (WHERE kind = 1) AS lack,
                           count(DISTINCT row) FILTER (WHERE kind = 2) AS differ
                       FROM derived.misalignment WHERE case_id = ? GROUP BY conversation) d
                ON d.conversation = k.number
            WHERE c.case_id = ? AND c.number = k.number""";

    private final Connection connection;
    private final int caseId;

    ActivitySettling(Connection connection, int caseId) {
        this.connection = connection;
        this.caseId = caseId;
    }

    /// @param changed conversations that are to be counted again
    /// @param aligned those of them with several copies whose ids can be compared
    void run(List<Integer> changed, List<Integer> aligned) throws SQLException {
        List<Integer> others = new ArrayList<>(changed);
        others.removeAll(new HashSet<>(aligned));
        run(
                "DELETE FROM derived.activity WHERE case_id = ? AND (conversation = ANY (?)"
                        + " OR conversation = 0)",
                caseId,
                changed);
        run(
                "DELETE FROM derived.participation"
                        + " WHERE case_id = ? AND conversation = ANY (?) AND exhibit = 0",
                caseId,
                changed);
        run(WHO_COUNTS, aligned, caseId, changed, caseId);
        if (!aligned.isEmpty()) {
            run(COMPARED, caseId, aligned);
            run(COPIES, caseId, changed, caseId, changed);
        }
        run(DAYS_OF_THE_LARGEST, caseId, others);
        run(AUTHORS_OF_THE_LARGEST, caseId, others);
        run(TOTAL, caseId);
        run(CONVERSATIONS, aligned, changed, caseId, caseId, caseId);
    }

    private void run(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                if (parameters[i] instanceof List<?> numbers) {
                    statement.setArray(
                            i + 1, connection.createArrayOf("integer", numbers.toArray()));
                } else {
                    statement.setObject(i + 1, parameters[i]);
                }
            }
            statement.executeUpdate();
        }
    }
}
