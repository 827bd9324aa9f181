package vigie.store.rows;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import vigie.casework.overview.Conversations;
import vigie.casework.overview.Page;
import vigie.casework.overview.Slice;

/// Conversations as screens list them.
final class ConversationReads {
    static final String COLUMNS =
            "c.number, c.key, c.platform, c.type, c.name, c.messages, c.members, c.first_sent,"
                    + " c.last_sent, c.missing, c.exhibits, c.comparable, c.one_sided, c.differing";

    private static final int COLUMN_COUNT = 14;

    private static final String FROM =
            " FROM derived.conversation c WHERE c.case_id = :case AND c.exhibits > 0\n";

    /// An investigator's account and names are not found by guessing them.
    private static final String MATCHES =
            """
             AND (strpos(lower(c.name), lower(:text)) > 0 AND NOT EXISTS (
                      SELECT FROM unnest(:hidden::text[]) k
                      WHERE c.key = k OR starts_with(c.key, k || '@'))
                  OR strpos(lower(c.key), lower(:text)) > 0 AND NOT EXISTS (
                      SELECT FROM unnest(:hidden::text[]) k
                      WHERE c.key = k OR starts_with(c.key, k || '@')
                        OR right(c.key, length(k) + 1) = '@' || k))""";

    private final JdbcClient client;
    private final int caseId;
    private final Mask mask;

    ConversationReads(JdbcClient client, int caseId, Mask mask) {
        this.client = client;
        this.caseId = caseId;
        this.mask = mask;
    }

    Page<Conversations.Line> page(Conversations.Question question, Slice slice) {
        String where = question.text().isEmpty() ? FROM : FROM + MATCHES;
        long total = asking("SELECT count(*)" + where, question).query(Long.class).single();
        List<Conversations.Line> lines =
                asking(
                                "SELECT "
                                        + COLUMNS
                                        + where
                                        + " ORDER BY "
                                        + column(question.sort())
                                        + (question.descending() ? " DESC" : "")
                                        + " NULLS LAST, c.number LIMIT :limit OFFSET :offset",
                                question)
                        .param("limit", slice.limit())
                        .param("offset", slice.offset())
                        .query((rows, _) -> line(rows, 1, mask))
                        .list();
        return new Page<>(lines, total, slice);
    }

    private JdbcClient.StatementSpec asking(String sql, Conversations.Question question) {
        JdbcClient.StatementSpec asking = client.sql(sql).param("case", caseId);
        return question.text().isEmpty()
                ? asking
                : asking.param("text", question.text())
                        .param("hidden", mask.keys().toArray(String[]::new));
    }

    private static String column(Conversations.Sort sort) {
        return switch (sort) {
            case MESSAGES -> "c.messages";
            case NAME -> "lower(c.name)";
            case TYPE -> "c.type";
            case PLATFORM -> "c.platform";
            case MEMBERS -> "c.members";
            case FIRST -> "c.first_sent";
            case LAST -> "c.last_sent";
            case MISSING -> "c.missing";
            case EXHIBITS -> "c.exhibits";
            case DISAGREEING -> "c.one_sided + c.differing";
        };
    }

    Optional<Conversations.Whole> whole(int number) {
        return client.sql("SELECT " + COLUMNS + FROM + " AND c.number = :number")
                .param("case", caseId)
                .param("number", number)
                .query((rows, _) -> line(rows, 1, mask))
                .optional()
                .map(line -> new Conversations.Whole(line, copies(number), names(number, line)));
    }

    private List<Conversations.Copy> copies(int number) {
        return client.sql(
                        """
                        SELECT k.exhibit, e.path, k.messages, k.ids, k.lowest, k.highest, k.gaps,
                            k.first_sent, k.last_sent, k.one_sided, k.differing
                        FROM derived.copy k
                        JOIN derived.exhibit e ON e.case_id = k.case_id AND e.number = k.exhibit
                        WHERE k.case_id = ? AND k.conversation = ? ORDER BY k.exhibit""")
                .param(caseId)
                .param(number)
                .query(
                        (rows, _) ->
                                new Conversations.Copy(
                                        rows.getInt(1),
                                        rows.getString(2),
                                        rows.getLong(3),
                                        rows.getLong(4),
                                        Times.nullable(rows, 5),
                                        Times.nullable(rows, 6),
                                        rows.getLong(7),
                                        Times.drawn(rows, 8),
                                        Times.drawn(rows, 9),
                                        rows.getLong(10),
                                        rows.getLong(11)))
                .list();
    }

    private List<Conversations.Name> names(int number, Conversations.Line line) {
        boolean withOperator = Mask.aboutOperator(line.key());
        return client.sql(
                        """
                        SELECT DISTINCT exhibit, type, name, is_left FROM derived.naming
                        WHERE case_id = ? AND conversation = ? ORDER BY exhibit, name LIMIT ?""")
                .param(caseId)
                .param(number)
                .param(Slice.LARGEST)
                .query(
                        (rows, _) ->
                                new Conversations.Name(
                                        rows.getInt(1),
                                        rows.getString(2),
                                        withOperator
                                                ? mask.value(rows.getString(3))
                                                : rows.getString(3),
                                        rows.getBoolean(4)))
                .list();
    }

    /// The conversation whose columns start at `from`.
    static Conversations.Line line(ResultSet rows, int from, Mask mask) throws SQLException {
        String key = mask.conversation(rows.getString(from + 1));
        String name = rows.getString(from + 4);
        return new Conversations.Line(
                rows.getInt(from),
                key,
                rows.getString(from + 2),
                rows.getString(from + 3),
                Mask.aboutOperator(key) ? mask.value(name) : name,
                rows.getLong(from + 5),
                rows.getLong(from + 6),
                Times.drawn(rows, from + 7),
                Times.drawn(rows, from + 8),
                rows.getBigDecimal(from + 9).toBigInteger(),
                rows.getInt(from + 10),
                rows.getBoolean(from + 11),
                rows.getLong(from + 12),
                rows.getLong(from + COLUMN_COUNT - 1));
    }
}
