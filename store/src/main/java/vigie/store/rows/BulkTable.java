package vigie.store.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import vigie.casework.operation.RowId;
import vigie.model.material.Exhibit;

/// The partition of one case of a table that takes a row a message.
///
/// Where an exhibit is at least as large as what the partition holds, a new table takes both and
/// replaces it in the same transaction: rows of a table made in the transaction skip the
/// write-ahead log, arrive frozen, and are indexed at the end in one go. Since that at least
/// doubles the partition, copying what was there costs no more in the long run than the loading
/// itself. Smaller exhibits are appended.
final class BulkTable {
    /// Below this an exhibit is appended: making tables costs more than the log.
    private static final long WORTH = 8L << 20;

    private final Definition definition;
    private final int caseId;
    private final @Nullable String old;
    private final String name;

    /// What such a table is.
    enum Definition {
        MESSAGE(
                "message",
                "row, message_id, sent_unix, sent_local, edited_unix, edited_local, case_id,"
                        + " length, conversation, author_account, alias, kind, action, text, details",
                """
                CREATE UNIQUE INDEX ON %1$s (row);
                CREATE INDEX ON %1$s (conversation, message_id);
                CREATE INDEX ON %1$s (conversation, (coalesce(sent_unix, sent_local)));
                CREATE INDEX ON %1$s (author_account) WHERE author_account IS NOT NULL""",
                "row, conversation, message_id, author_account, alias"),
        MEDIA(
                "media_reference",
                "row, case_id, item, file, role, path",
                "CREATE UNIQUE INDEX ON %1$s (row, item)",
                "row, file");

        private final String table;
        private final String columns;
        private final String indexes;
        private final String analysed;

        Definition(String table, String columns, String indexes, String analysed) {
            this.table = table;
            this.columns = columns;
            this.indexes = indexes;
            this.analysed = analysed;
        }
    }

    private BulkTable(Definition definition, int caseId, @Nullable String old, String name) {
        this.definition = definition;
        this.caseId = caseId;
        this.old = old;
        this.name = name;
    }

    /// Makes room for the rows of an exhibit, without those that it had.
    static BulkTable prepare(
            Connection connection, Definition definition, int caseId, Exhibit exhibit)
            throws SQLException {
        String old = partition(connection, definition, caseId);
        long first = RowId.of(exhibit.number(), 0);
        long end = first + (1L << 40);
        try (Statement statement = connection.createStatement()) {
            if (old != null && exhibit.size() < Math.max(WORTH, size(connection, old))) {
                statement.execute(
                        "DELETE FROM %s WHERE row >= %d AND row < %d".formatted(old, first, end));
                return new BulkTable(definition, caseId, old, old);
            }
            String fresh =
                    "derived.%s_%d_%s"
                            .formatted(
                                    definition.table,
                                    caseId,
                                    Long.toHexString(System.nanoTime() & 0xFFFF_FFFF_FFFFL));
            statement.execute(
                    "CREATE TABLE %s (LIKE derived.%s, CHECK (case_id = %d))"
                            .formatted(fresh, definition.table, caseId));
            if (old != null) {
                statement.execute(
                        "INSERT INTO %1$s (%2$s) SELECT %2$s FROM %3$s WHERE row < %4$d OR row >= %5$d"
                                .formatted(fresh, definition.columns, old, first, end));
            }
            return new BulkTable(definition, caseId, old, fresh);
        }
    }

    /// Drops the partition of a case, if there is one.
    static void drop(Connection connection, Definition definition, int caseId) throws SQLException {
        String partition = partition(connection, definition, caseId);
        if (partition != null) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("DROP TABLE " + partition);
            }
        }
    }

    /// The table that takes the rows.
    String name() {
        return name;
    }

    CopyBuffer buffer() {
        return new CopyBuffer(
                name + " (" + definition.columns + ")",
                fresh() ? ", FREEZE true" : "",
                CopyStream.LARGE + (CopyStream.LARGE >> 2));
    }

    /// Indexes the rows and puts the table in its place.
    void finish(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (fresh()) {
                statement.execute(definition.indexes.formatted(name));
                if (old != null) {
                    statement.execute("DROP TABLE " + old);
                }
                statement.execute(
                        "ALTER TABLE derived.%s ATTACH PARTITION %s FOR VALUES IN (%d)"
                                .formatted(definition.table, name, caseId));
                statement.execute("ANALYZE " + name + " (" + definition.analysed + ")");
            }
        }
    }

    private boolean fresh() {
        return !name.equals(old);
    }

    private static @Nullable String partition(
            Connection connection, Definition definition, int caseId) throws SQLException {
        try (PreparedStatement find =
                connection.prepareStatement(
                        """
                        SELECT 'derived.' || c.relname FROM pg_inherits i
                        JOIN pg_class c ON c.oid = i.inhrelid
                        WHERE i.inhparent = ?::regclass AND c.relname ^@ ?""")) {
            find.setString(1, "derived." + definition.table);
            find.setString(2, definition.table + "_" + caseId + "_");
            try (ResultSet rows = find.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }

    private static long size(Connection connection, String table) throws SQLException {
        try (PreparedStatement ask =
                connection.prepareStatement("SELECT pg_relation_size(?::regclass)")) {
            ask.setString(1, table);
            try (ResultSet rows = ask.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
