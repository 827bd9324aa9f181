package vigie.store.media;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vigie.casework.media.Finding;
import vigie.casework.media.Post;
import vigie.casework.media.StackFilter;
import vigie.casework.media.StackLine;
import vigie.casework.overview.Slice;
import vigie.store.rows.PostgresCaseStore;

/// Stacks and posts, for whoever the transaction acts for.
final class StackReads {
    private static final String LINE =
            MediaCounting.OPINIONS
                    + """
                    SELECT s.stack, s.representative, s.clip, s.finding, s.items, s.copies, s.near,
                        s.posts, s.accounts, s.conversations, s.first_row, o.people, o.categories,
                        o.category, NOT %s AS settled
                    FROM derived.media_stack s LEFT JOIN opinion o ON o.stack = s.stack
                    WHERE s.case_id = :case"""
                            .formatted(MediaCounting.OPEN);

    private static final String POST =
            """
            SELECT v.row, v.item, v.sent, a.key, t.name, p.operator, c.key, c.name, v.by
            FROM derived.media_appearance v
            JOIN derived.conversation c ON c.case_id = v.case_id AND c.number = v.conversation
            LEFT JOIN derived.account a ON a.case_id = v.case_id AND a.number = v.account
            LEFT JOIN derived.account_total t ON t.case_id = v.case_id AND t.account = v.account
            LEFT JOIN derived.pseudonym p ON p.case_id = v.case_id AND p.account = v.account
            WHERE v.case_id = ? AND v.stack = ?""";

    private final PostgresCaseStore store;
    private final JdbcClient client;
    private final int caseId;

    StackReads(PostgresCaseStore store, JdbcClient client, int caseId) {
        this.store = store;
        this.client = client;
        this.caseId = caseId;
    }

    List<StackLine> lines(StackFilter filter, Slice slice) {
        return asking(
                        LINE + where(filter) + " ORDER BY s.place LIMIT :limit OFFSET :offset",
                        filter)
                .param("limit", slice.limit())
                .param("offset", slice.offset())
                .query((rows, _) -> line(rows))
                .list();
    }

    long count(StackFilter filter) {
        return asking("SELECT count(*) FROM (" + LINE + where(filter) + ") x", filter)
                .query(Long.class)
                .single();
    }

    Optional<StackLine> line(int stack) {
        return client.sql(LINE + " AND s.stack = :stack")
                .param("case", caseId)
                .param("stack", stack)
                .query((rows, _) -> line(rows))
                .optional();
    }

    Optional<Integer> next(StackFilter filter, int stack) {
        return asking(
                        "SELECT x.stack FROM ("
                                + LINE
                                + where(filter)
                                + """

                                AND s.place > (SELECT y.place FROM derived.media_stack y
                                     WHERE y.case_id = :case AND y.stack = :stack)
                                ORDER BY s.place LIMIT 1) x""",
                        filter)
                .param("stack", stack)
                .query(Integer.class)
                .optional();
    }

    private static String where(StackFilter filter) {
        return (filter.finding().isPresent() ? " AND s.finding = :finding" : "")
                + (filter.open() ? " AND " + MediaCounting.OPEN : "");
    }

    private JdbcClient.StatementSpec asking(String sql, StackFilter filter) {
        JdbcClient.StatementSpec asking = client.sql(sql).param("case", caseId);
        return filter.finding()
                .map(finding -> asking.param("finding", finding.code()))
                .orElse(asking);
    }

    private StackLine line(ResultSet rows) throws SQLException {
        int stack = rows.getInt("stack");
        long first = rows.getLong("first_row");
        boolean posted = !rows.wasNull();
        return new StackLine(
                stack,
                rows.getInt("representative"),
                rows.getBoolean("clip"),
                Finding.of(rows.getInt("finding")),
                rows.getLong("items"),
                rows.getLong("copies"),
                rows.getLong("near"),
                rows.getLong("posts"),
                rows.getLong("accounts"),
                rows.getLong("conversations"),
                posted ? post(stack, first) : Optional.empty(),
                rows.getBoolean("settled")
                        ? Optional.ofNullable(rows.getString("category"))
                        : Optional.empty(),
                rows.getInt("people"),
                rows.getInt("categories") > 1);
    }

    private Optional<Post> post(int stack, long row) {
        return client.sql(POST + " AND v.row = ? ORDER BY v.attachment LIMIT 1")
                .param(caseId)
                .param(stack)
                .param(row)
                .query((rows, _) -> post(rows))
                .optional();
    }

    List<Post> posts(int stack, Slice slice) {
        return client.sql(
                        POST + " ORDER BY v.sent NULLS LAST, v.row, v.attachment LIMIT ? OFFSET ?")
                .param(caseId)
                .param(stack)
                .param(slice.limit())
                .param(slice.offset())
                .query((rows, _) -> post(rows))
                .list();
    }

    private Post post(ResultSet rows) throws SQLException {
        long sent = rows.getLong(3);
        boolean dated = !rows.wasNull();
        int operator = rows.getInt(6);
        boolean hidden = !rows.wasNull();
        String key = rows.getString(7);
        String conversation = store.shownConversation(client, caseId, key);
        @Nullable String name = rows.getString(8);
        // A chat that is with an investigator is called by what may be shown of it.
        boolean plain = conversation.equals(key);
        return new Post(
                rows.getLong(1),
                rows.getInt(2),
                dated ? Long.valueOf(sent) : null,
                hidden ? null : rows.getString(4),
                hidden ? "operator " + operator : rows.getString(5),
                conversation,
                plain && name != null ? name : conversation,
                rows.getInt(9) == 1 ? Post.By.FILE : Post.By.NAME_AND_SIZE);
    }
}
