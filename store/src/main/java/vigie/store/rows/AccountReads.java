package vigie.store.rows;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vigie.casework.overview.Accounts;
import vigie.casework.overview.Page;
import vigie.casework.overview.Slice;

/// Accounts as screens list them. An investigator's, whose key the database does not show, is known
/// by the total that stands under one of their accounts.
final class AccountReads {
    private static final String COLUMNS =
            " t.account, a.key, t.operator, t.name, t.names, t.messages, t.first_sent,"
                    + " t.last_sent, t.conversations";

    private static final int COLUMN_COUNT = 9;

    private static final String KEYED =
            " LEFT JOIN derived.account a ON a.case_id = t.case_id AND a.number = t.account";

    private static final String FROM = " FROM derived.account_total t WHERE t.case_id = :case";

    /// For each account of an investigator, the one under which the total stands.
    private static final String INVESTIGATORS =
            """
            WITH one AS (
                SELECT o.account, min(x.account) AS total FROM derived.pseudonym o
                JOIN derived.pseudonym x ON x.case_id = o.case_id AND x.operator = o.operator
                WHERE o.case_id = :case GROUP BY o.account)
            """;

    private static final String SEATS =
            """
            WITH s AS NOT MATERIALIZED (
                SELECT p.account, p.messages, p.first_sent, p.last_sent
                FROM derived.participation p
                WHERE p.case_id = :case AND p.conversation = :conversation AND p.counts)
            """;

    private static final String MERGED_SEATS =
            """
            , s AS (
                SELECT coalesce(one.total, p.account) AS account, sum(p.messages)::bigint AS messages,
                    min(p.first_sent) AS first_sent, max(p.last_sent) AS last_sent
                FROM derived.participation p LEFT JOIN one ON one.account = p.account
                WHERE p.case_id = :case AND p.conversation = :conversation AND p.counts
                GROUP BY 1)
            """;

    private final JdbcClient client;
    private final int caseId;
    private final Mask mask;

    AccountReads(JdbcClient client, int caseId, Mask mask) {
        this.client = client;
        this.caseId = caseId;
        this.mask = mask;
    }

    Page<Accounts.Line> page(Accounts.Question question, Slice slice) {
        String text = AccountSettling.folded(question.text());
        String where = text.isEmpty() ? FROM : FROM + " AND strpos(t.search, :text) > 0";
        String order = question.descending() ? " DESC" : "";
        JdbcClient.StatementSpec count = asking("SELECT count(*)" + where, text);
        JdbcClient.StatementSpec rows =
                asking(
                                "SELECT"
                                        + COLUMNS
                                        + " FROM (SELECT t.*"
                                        + where
                                        + " ORDER BY "
                                        + column(question.sort())
                                        + order
                                        + (question.sort() == Accounts.Sort.MESSAGES
                                                ? ""
                                                : " NULLS LAST")
                                        + ", t.account LIMIT :limit OFFSET :offset) t"
                                        + KEYED
                                        + " ORDER BY "
                                        + column(question.sort())
                                        + order
                                        + " NULLS LAST, t.account",
                                text)
                        .param("limit", slice.limit())
                        .param("offset", slice.offset());
        return new Page<>(
                rows.query((row, _) -> line(row, 1)).list(),
                count.query(Long.class).single(),
                slice);
    }

    private JdbcClient.StatementSpec asking(String sql, String text) {
        JdbcClient.StatementSpec asking = client.sql(sql).param("case", caseId);
        return text.isEmpty() ? asking : asking.param("text", text);
    }

    private static String column(Accounts.Sort sort) {
        return switch (sort) {
            case MESSAGES -> "t.messages";
            case NAME -> "t.sorting";
            case FIRST -> "t.first_sent";
            case LAST -> "t.last_sent";
            case CONVERSATIONS -> "t.conversations";
        };
    }

    Page<Accounts.Seat> members(int conversation, Slice slice) {
        String seats = mask.equals(Mask.NONE) ? SEATS : INVESTIGATORS + MERGED_SEATS;
        long total =
                client.sql(seats + "SELECT count(*) FROM s")
                        .param("case", caseId)
                        .param("conversation", conversation)
                        .query(Long.class)
                        .single();
        return new Page<>(
                client.sql(
                                seats
                                        + "SELECT"
                                        + COLUMNS
                                        + ", "
                                        + ConversationReads.COLUMNS
                                        + """
                                        , s.messages, s.first_sent, s.last_sent
                                        FROM (SELECT * FROM s ORDER BY messages DESC, account
                                              LIMIT :limit OFFSET :offset) s
                                        JOIN derived.account_total t
                                            ON t.case_id = :case AND t.account = s.account
                                        JOIN derived.conversation c
                                            ON c.case_id = :case AND c.number = :conversation
                                        """
                                        + KEYED
                                        + " ORDER BY s.messages DESC, s.account")
                        .param("case", caseId)
                        .param("conversation", conversation)
                        .param("limit", slice.limit())
                        .param("offset", slice.offset())
                        .query((rows, _) -> seat(rows))
                        .list(),
                total,
                slice);
    }

    Optional<Accounts.Whole> whole(int number) {
        return client.sql(
                        "SELECT"
                                + COLUMNS
                                + " FROM derived.account_total t"
                                + KEYED
                                + " WHERE t.case_id = :case AND t.account = :account")
                .param("case", caseId)
                .param("account", number)
                .query((rows, _) -> line(rows, 1))
                .optional()
                .map(
                        line ->
                                new Accounts.Whole(
                                        line, names(number), seats(number), mentions(number)));
    }

    private List<Accounts.Name> names(int account) {
        return client.sql(
                        """
                        SELECT name, min(first_sent), max(last_sent), count(DISTINCT exhibit)
                        FROM derived.alias WHERE case_id = ? AND account = ? AND name <> ''
                        GROUP BY name ORDER BY max(last_sent) DESC NULLS LAST, name LIMIT ?""")
                .param(caseId)
                .param(account)
                .param(Slice.LARGEST)
                .query(
                        (rows, _) ->
                                new Accounts.Name(
                                        rows.getString(1),
                                        Times.drawn(rows, 2),
                                        Times.drawn(rows, 3),
                                        rows.getInt(4)))
                .list();
    }

    private List<Accounts.Seat> seats(int account) {
        return client.sql(
                        INVESTIGATORS
                                + "SELECT"
                                + COLUMNS
                                + ", "
                                + ConversationReads.COLUMNS
                                + """
                                , s.messages, s.first_sent, s.last_sent
                                FROM (SELECT p.conversation, sum(p.messages)::bigint AS messages,
                                          min(p.first_sent) AS first_sent,
                                          max(p.last_sent) AS last_sent
                                      FROM derived.participation p
                                      WHERE p.case_id = :case AND p.counts AND p.account IN (
                                          SELECT one.account FROM one WHERE one.total = :account
                                          UNION SELECT :account)
                                      GROUP BY p.conversation
                                      ORDER BY 2 DESC, p.conversation LIMIT :limit) s
                                JOIN derived.account_total t
                                    ON t.case_id = :case AND t.account = :account
                                JOIN derived.conversation c
                                    ON c.case_id = :case AND c.number = s.conversation
                                """
                                + KEYED
                                + " ORDER BY s.messages DESC, c.number")
                .param("case", caseId)
                .param("account", account)
                .param("limit", Slice.LARGEST)
                .query((rows, _) -> seat(rows))
                .list();
    }

    private List<Accounts.Mention> mentions(int account) {
        List<Accounts.Mention> mentions = new ArrayList<>();
        client.sql(
                        """
                        SELECT bit, count(*) FROM derived.presence p,
                            unnest(ARRAY[1, 2, 4, 8, 16, 32, 64]) bit
                        WHERE p.case_id = ? AND p.account = ? AND p.roles & bit <> 0
                        GROUP BY bit ORDER BY bit""")
                .param(caseId)
                .param(account)
                .query(
                        rows -> {
                            mentions.add(
                                    new Accounts.Mention(role(rows.getInt(1)), rows.getInt(2)));
                        });
        return mentions;
    }

    private static Accounts.Mention.Role role(int bit) {
        return switch (bit) {
            case Tally.AUTHOR -> Accounts.Mention.Role.AUTHOR;
            case Tally.FORWARD -> Accounts.Mention.Role.FORWARDED;
            case Tally.SAVED -> Accounts.Mention.Role.SAVED;
            case Tally.REACTOR -> Accounts.Mention.Role.REACTING;
            case Tally.CONTACT -> Accounts.Mention.Role.CONTACT;
            case Tally.OWNER -> Accounts.Mention.Role.OWNER;
            case Tally.MENTION -> Accounts.Mention.Role.MENTIONED;
            default -> throw new IllegalArgumentException("not a role: " + bit);
        };
    }

    private Accounts.Seat seat(ResultSet rows) throws SQLException {
        int after = COLUMN_COUNT + 15;
        return new Accounts.Seat(
                line(rows, 1),
                ConversationReads.line(rows, COLUMN_COUNT + 1, mask),
                rows.getLong(after),
                Times.drawn(rows, after + 1),
                Times.drawn(rows, after + 2));
    }

    private static Accounts.Line line(ResultSet rows, int from) throws SQLException {
        @Nullable String key = rows.getString(from + 1);
        int operator = rows.getInt(from + 2);
        return new Accounts.Line(
                rows.getInt(from),
                operator != 0 || key == null ? Mask.key(operator) : key,
                operator,
                operator != 0 ? Mask.name(operator) : rows.getString(from + 3),
                rows.getInt(from + 4),
                rows.getLong(from + 5),
                Times.drawn(rows, from + 6),
                Times.drawn(rows, from + 7),
                rows.getInt(from + COLUMN_COUNT - 1));
    }
}
