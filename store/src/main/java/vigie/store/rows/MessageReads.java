package vigie.store.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vigie.casework.operation.Neighbourhood;
import vigie.casework.operation.RowId;
import vigie.casework.operation.StoredMessage;
import vigie.model.claim.Moment;
import vigie.model.material.Span;

/// Messages as they may be shown, read under row-level security.
final class MessageReads {
    /// Rows that are fetched at once where many are read, so that memory stays constant.
    private static final int FETCHED = 1000;

    private static final String SELECT =
            """
            SELECT m.row, m.length, m.kind, c.key, c.name, m.message_id, m.sent_unix, m.sent_local,
                m.edited_unix, m.edited_local, a.key, n.name, p.operator, m.action, m.text,
                m.details
            FROM derived.message m
            JOIN derived.conversation c ON c.case_id = m.case_id AND c.number = m.conversation
            LEFT JOIN derived.account a ON a.case_id = m.case_id AND a.number = m.author_account
            LEFT JOIN derived.alias n ON n.case_id = m.case_id
                AND n.exhibit = (m.row >> 40)::integer AND n.number = m.alias
            LEFT JOIN derived.pseudonym p ON p.case_id = m.case_id AND p.account = m.author_account
            WHERE m.case_id = ? AND\s""";

    private final Connection connection;
    private final int caseId;
    private final Mask mask;

    MessageReads(Connection connection, int caseId, Mask mask) {
        this.connection = connection;
        this.caseId = caseId;
        this.mask = mask;
    }

    /// What stands around messages, under the same mask.
    MessageContext context() {
        return new MessageContext(connection, caseId, mask);
    }

    /// A message among those around it; all of them are read at once.
    Optional<Neighbourhood> neighbourhood(long row, int before, int after, int most)
            throws SQLException {
        MessageContext context = context();
        MessageContext.Around around = context.around(row, before, after, most);
        Map<Long, StoredMessage> messages = new HashMap<>();
        rows(around.all(row)).forEach(message -> messages.put(message.row(), message));
        StoredMessage message = messages.get(row);
        if (message == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Neighbourhood(
                        message,
                        some(messages, around.before()),
                        some(messages, around.after()),
                        context.links(List.of(row)).get(row),
                        some(messages, around.answered()).stream().findFirst(),
                        some(messages, around.answers())));
    }

    private static List<StoredMessage> some(Map<Long, StoredMessage> messages, List<Long> rows) {
        List<StoredMessage> some = new ArrayList<>(rows.size());
        for (Long row : rows) {
            StoredMessage message = messages.get(row);
            if (message != null) {
                some.add(message);
            }
        }
        return some;
    }

    List<StoredMessage> rows(Collection<Long> wanted) throws SQLException {
        Map<Long, StoredMessage> found = new HashMap<>();
        try (PreparedStatement ask = connection.prepareStatement(SELECT + "m.row = ANY (?)")) {
            ask.setInt(1, caseId);
            ask.setArray(2, connection.createArrayOf("bigint", wanted.toArray()));
            each(ask, message -> found.put(message.row(), message));
        }
        return some(found, List.copyOf(wanted));
    }

    void exhibit(int exhibit, Consumer<StoredMessage> each) throws SQLException {
        long first = RowId.of(exhibit, 0);
        try (PreparedStatement ask =
                connection.prepareStatement(SELECT + "m.row >= ? AND m.row < ? ORDER BY m.row")) {
            ask.setInt(1, caseId);
            ask.setLong(2, first);
            ask.setLong(3, first + (1L << 40));
            ask.setFetchSize(FETCHED);
            each(ask, each);
        }
    }

    void operator(int operator, Consumer<StoredMessage> each) throws SQLException {
        try (PreparedStatement ask =
                connection.prepareStatement(
                        SELECT
                                + "m.author_account IN (SELECT o.account FROM derived.pseudonym o"
                                + " WHERE o.case_id = ? AND o.operator = ?) ORDER BY m.row")) {
            ask.setInt(1, caseId);
            ask.setInt(2, caseId);
            ask.setInt(3, operator);
            ask.setFetchSize(FETCHED);
            each(ask, each);
        }
    }

    private void each(PreparedStatement ask, Consumer<StoredMessage> each) throws SQLException {
        try (ResultSet rows = ask.executeQuery()) {
            while (rows.next()) {
                each.accept(message(rows));
            }
        }
    }

    private StoredMessage message(ResultSet rows) throws SQLException {
        long row = rows.getLong(1);
        String key = rows.getString(4);
        String conversation = mask.conversation(key);
        String conversationName = rows.getString(5);
        boolean withOperator = Mask.aboutOperator(conversation);
        String account = rows.getString(11);
        String name = rows.getString(12);
        int operator = rows.getInt(13);
        boolean byOperator = !rows.wasNull();
        return new StoredMessage(
                row,
                new Span(RowId.offset(row), rows.getInt(2)),
                Kinds.kind(rows.getInt(3)),
                conversation,
                withOperator ? mask.value(conversationName) : conversationName,
                nullable(rows, 6),
                new Moment(time(rows, 7), time(rows, 8)),
                new Moment(time(rows, 9), time(rows, 10)),
                byOperator ? Mask.key(operator) : account,
                byOperator ? Mask.name(operator) : account == null ? mask.value(name) : name,
                rows.getString(14),
                rows.getString(15),
                mask.json(rows.getString(16)));
    }

    static long time(ResultSet rows, int column) throws SQLException {
        long value = rows.getLong(column);
        return rows.wasNull() ? Moment.ABSENT : value;
    }

    private static @org.jspecify.annotations.Nullable Long nullable(ResultSet rows, int column)
            throws SQLException {
        long value = rows.getLong(column);
        return rows.wasNull() ? null : value;
    }
}
