package vigie.store.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vigie.casework.operation.Labels;
import vigie.casework.operation.MessageLinks;
import vigie.casework.operation.RowId;

/// What stands around messages, read under row-level security: each question reads an index in its
/// order and stops after as many rows as it asks for.
final class MessageContext {
    private static final String EARLIER =
            """
            SELECT row FROM derived.message
            WHERE case_id = ? AND conversation = ? AND row >= ? AND row < ?
            ORDER BY row DESC LIMIT ?""";

    private static final String LATER =
            """
            SELECT row FROM derived.message
            WHERE case_id = ? AND conversation = ? AND row >= ? AND row < ?
            ORDER BY row LIMIT ?""";

    private static final String LINKS =
            """
            SELECT m.row, d.details -> 'reply' ->> 'messageId', d.details -> 'reply' ->> 'peer',
                d.details -> 'forwardedFrom' ->> 'account',
                d.details -> 'forwardedFrom' ->> 'name'
            FROM derived.message m CROSS JOIN LATERAL (SELECT m.details::jsonb AS details) d
            WHERE m.case_id = ? AND m.row = ANY (?) AND m.details IS NOT NULL""";

    private static final String BY_ID =
            """
            SELECT row FROM derived.message
            WHERE case_id = ? AND conversation = ANY (?) AND message_id = ?
            ORDER BY (row >> 40)::integer <> ?, row LIMIT 1""";

    private final Connection connection;
    private final int caseId;
    private final Mask mask;

    MessageContext(Connection connection, int caseId, Mask mask) {
        this.connection = connection;
        this.caseId = caseId;
        this.mask = mask;
    }

    /// Where a message stands.
    private record Place(int conversation, @Nullable Long id, @Nullable Long replyTo) {}

    private @Nullable Place place(long row) throws SQLException {
        try (PreparedStatement ask =
                connection.prepareStatement(
                        "SELECT conversation, message_id, reply_to FROM derived.message"
                                + " WHERE case_id = ? AND row = ?")) {
            ask.setInt(1, caseId);
            ask.setLong(2, row);
            try (ResultSet rows = ask.executeQuery()) {
                return rows.next()
                        ? new Place(rows.getInt(1), nullable(rows, 2), nullable(rows, 3))
                        : null;
            }
        }
    }

    /// The rows around one.
    record Around(List<Long> before, List<Long> after, List<Long> answered, List<Long> answers) {
        static final Around NONE = new Around(List.of(), List.of(), List.of(), List.of());

        /// All of them, and the one that they are around.
        Set<Long> all(long row) {
            Set<Long> all = new HashSet<>(Set.of(row));
            List.of(before, after, answered, answers).forEach(all::addAll);
            return all;
        }
    }

    Around around(long row, int before, int after, int most) throws SQLException {
        Place place = place(row);
        if (place == null) {
            return Around.NONE;
        }
        long first = RowId.of(RowId.exhibit(row), 0);
        long last = first + RowId.of(1, 0);
        return new Around(
                neighbours(EARLIER, place.conversation(), first, row, before).reversed(),
                neighbours(LATER, place.conversation(), row + 1, last, after),
                answered(place, row),
                answers(place, row, most));
    }

    private List<Long> neighbours(String sql, int conversation, long from, long to, int limit)
            throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement(sql)) {
            ask.setInt(1, caseId);
            ask.setInt(2, conversation);
            ask.setLong(3, from);
            ask.setLong(4, to);
            ask.setInt(5, limit);
            return longs(ask);
        }
    }

    Map<Long, MessageLinks> links(Collection<Long> wanted) throws SQLException {
        Map<Long, MessageLinks> links = new HashMap<>();
        try (PreparedStatement ask = connection.prepareStatement(LINKS)) {
            ask.setInt(1, caseId);
            ask.setArray(2, connection.createArrayOf("bigint", wanted.toArray()));
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) {
                    MessageLinks link = link(rows);
                    if (link.replyTo() != null || link.forwarded()) {
                        links.put(rows.getLong(1), link);
                    }
                }
            }
        }
        return links;
    }

    private MessageLinks link(ResultSet rows) throws SQLException {
        String replyTo = rows.getString(2);
        String account = rows.getString(4);
        String shown = mask.value(account);
        String name = rows.getString(5);
        boolean operator = shown != null && !shown.equals(account);
        return new MessageLinks(
                replyTo == null ? null : Long.valueOf(replyTo),
                mask.value(rows.getString(3)),
                shown,
                operator || account == null ? masked(shown, name) : name);
    }

    private @Nullable String masked(@Nullable String operator, @Nullable String name) {
        return operator == null ? mask.value(name) : operator.replace(':', ' ');
    }

    private List<Long> answered(Place place, long row) throws SQLException {
        Long replyTo = place.replyTo();
        if (replyTo != null) {
            return byId(List.of(place.conversation()), replyTo, row);
        }
        try (PreparedStatement ask = connection.prepareStatement(LINKS)) {
            ask.setInt(1, caseId);
            ask.setArray(2, connection.createArrayOf("bigint", new Object[] {row}));
            try (ResultSet rows = ask.executeQuery()) {
                String id = rows.next() ? rows.getString(2) : null;
                String peer = id == null ? null : rows.getString(3);
                return id == null || peer == null
                        ? List.of()
                        : byId(conversations(peer), Long.parseLong(id), row);
            }
        }
    }

    private List<Long> byId(List<Integer> conversations, long id, long row) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement(BY_ID)) {
            ask.setInt(1, caseId);
            ask.setArray(2, connection.createArrayOf("integer", conversations.toArray()));
            ask.setLong(3, id);
            ask.setInt(4, RowId.exhibit(row));
            return longs(ask);
        }
    }

    /// The conversations of a peer, in whatever scope.
    private List<Integer> conversations(String peer) throws SQLException {
        List<Integer> numbers = new ArrayList<>();
        try (PreparedStatement ask =
                connection.prepareStatement(
                        "SELECT number FROM derived.conversation WHERE case_id = ?"
                                + " AND (key = ? OR key ^@ ?)")) {
            ask.setInt(1, caseId);
            ask.setString(2, peer);
            ask.setString(3, peer + "@");
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) {
                    numbers.add(rows.getInt(1));
                }
            }
        }
        return numbers;
    }

    private List<Long> answers(Place place, long row, int limit) throws SQLException {
        Long id = place.id();
        if (id == null) {
            return List.of();
        }
        long first = RowId.of(RowId.exhibit(row), 0);
        try (PreparedStatement ask =
                connection.prepareStatement(
                        """
                        SELECT row FROM derived.message
                        WHERE case_id = ? AND conversation = ? AND reply_to = ?
                          AND row >= ? AND row < ?
                        ORDER BY row LIMIT ?""")) {
            ask.setInt(1, caseId);
            ask.setInt(2, place.conversation());
            ask.setLong(3, id);
            ask.setLong(4, first);
            ask.setLong(5, first + RowId.of(1, 0));
            ask.setInt(6, limit);
            return longs(ask);
        }
    }

    Labels labels(Collection<String> accounts, Collection<String> conversations)
            throws SQLException {
        Map<String, String> names = new HashMap<>();
        try (PreparedStatement ask =
                connection.prepareStatement(
                        """
                        SELECT a.key, n.name FROM derived.account a
                        CROSS JOIN LATERAL (
                            SELECT n.name FROM derived.alias n
                            WHERE n.case_id = a.case_id AND n.account = a.number
                              AND n.name <> ''
                            ORDER BY n.last_sent DESC NULLS LAST, n.exhibit, n.number LIMIT 1) n
                        WHERE a.case_id = ? AND a.key = ANY (?)""")) {
            ask.setInt(1, caseId);
            ask.setArray(2, connection.createArrayOf("text", accounts.toArray()));
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) {
                    names.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        Map<String, Labels.Conversation> rooms = new HashMap<>();
        try (PreparedStatement ask =
                connection.prepareStatement(
                        "SELECT key, name FROM derived.conversation"
                                + " WHERE case_id = ? AND key = ANY (?)")) {
            ask.setInt(1, caseId);
            ask.setArray(2, connection.createArrayOf("text", conversations.toArray()));
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) {
                    rooms.put(rows.getString(1), conversation(rows));
                }
            }
        }
        return new Labels(names, rooms);
    }

    private Labels.Conversation conversation(ResultSet rows) throws SQLException {
        String shown = mask.conversation(rows.getString(1));
        String name = rows.getString(2);
        String label = Mask.aboutOperator(shown) ? mask.value(name) : name;
        return new Labels.Conversation(shown, label == null ? shown : label);
    }

    private static List<Long> longs(PreparedStatement ask) throws SQLException {
        List<Long> found = new ArrayList<>();
        try (ResultSet rows = ask.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getLong(1));
            }
        }
        return found;
    }

    private static @Nullable Long nullable(ResultSet rows, int column) throws SQLException {
        long value = rows.getLong(column);
        return rows.wasNull() ? null : value;
    }
}
