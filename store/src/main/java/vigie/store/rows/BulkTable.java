package vigie.store.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import vigie.casework.operation.RowId;
import vigie.model.material.Exhibit;

/// Where the rows of one exhibit go, of a table that takes a row a message.
///
/// Such a table is partitioned by case, and a case's partition by row number, so that an exhibit of
/// some size has a partition of its own. It is made in the transaction that fills it: its rows skip
/// the write-ahead log, arrive frozen, are indexed at the end in one go, and replace those of an
/// earlier reading by its taking their place. Small exhibits share one partition.
final class BulkTable {
    /// Below this an exhibit is appended to the shared partition: making tables costs more than the
    /// log.
    private static final long WORTH = 8L << 20;

    private final Definition definition;
    private final int caseId;
    private final int exhibit;
    private final @Nullable String old;
    private final String name;
    private final boolean fresh;

    /// What such a table is.
    enum Definition {
        MESSAGE(
                "message",
                "row, message_id, reply_to, sent_unix, sent_local, edited_unix, edited_local, case_id,"
                        + " length, conversation, author_account, alias, kind, action, text, details",
                """
                CREATE UNIQUE INDEX ON %1$s (row);
                CREATE INDEX ON %1$s (conversation, message_id);
                CREATE INDEX ON %1$s (conversation, (coalesce(sent_unix, sent_local)));
                CREATE INDEX ON %1$s (conversation, row);
                CREATE INDEX ON %1$s (conversation, reply_to) WHERE reply_to IS NOT NULL;
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

        private String ofCase(int caseId) {
            return "derived." + table + "_" + caseId;
        }

        private String shared(int caseId) {
            return ofCase(caseId) + "_rest";
        }
    }

    private BulkTable(
            Definition definition,
            int caseId,
            int exhibit,
            @Nullable String old,
            String name,
            boolean fresh) {
        this.definition = definition;
        this.caseId = caseId;
        this.exhibit = exhibit;
        this.old = old;
        this.name = name;
        this.fresh = fresh;
    }

    /// Makes the partitions of a case where there are none.
    static void make(Connection connection, int caseId) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Definition definition : Definition.values()) {
                if (!exists(connection, definition.ofCase(caseId))) {
                    statement.execute(
                            """
                            CREATE TABLE %1$s (LIKE derived.%3$s, CHECK (case_id = %4$d))
                                PARTITION BY RANGE (row);
                            CREATE TABLE %2$s PARTITION OF %1$s DEFAULT;
                            ALTER TABLE derived.%3$s
                                ATTACH PARTITION %1$s FOR VALUES IN (%4$d);"""
                                    .formatted(
                                            definition.ofCase(caseId),
                                            definition.shared(caseId),
                                            definition.table,
                                            caseId));
                    statement.execute(definition.indexes.formatted(definition.shared(caseId)));
                }
            }
        }
    }

    /// Drops the partitions of a case, if there are any.
    static void drop(Connection connection, int caseId) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Definition definition : Definition.values()) {
                statement.execute("DROP TABLE IF EXISTS " + definition.ofCase(caseId));
            }
        }
    }

    /// Makes room for the rows of an exhibit, without those that it had.
    static BulkTable prepare(
            Connection connection, Definition definition, int caseId, Exhibit exhibit)
            throws SQLException {
        int number = exhibit.number();
        try (Statement statement = connection.createStatement()) {
            if (exhibit.size() < WORTH) {
                String shared = definition.shared(caseId);
                statement.execute(
                        "DELETE FROM %s WHERE row >= %d AND row < %d"
                                .formatted(shared, first(number), first(number + 1)));
                return new BulkTable(definition, caseId, number, null, shared, false);
            }
            String prefix = definition.ofCase(caseId) + "_e" + number + "_";
            String old = startingWith(connection, prefix);
            String fresh = prefix + Long.toHexString(System.nanoTime() & 0xFFFF_FFFF_FFFFL);
            statement.execute(
                    "CREATE TABLE %s (LIKE %s INCLUDING CONSTRAINTS, CHECK (row >= %d AND row < %d))"
                            .formatted(
                                    fresh,
                                    definition.ofCase(caseId),
                                    first(number),
                                    first(number + 1)));
            return new BulkTable(definition, caseId, number, old, fresh, true);
        }
    }

    /// The table that takes the rows.
    String name() {
        return name;
    }

    CopyBuffer buffer() {
        return new CopyBuffer(
                name + " (" + definition.columns + ")",
                fresh ? ", FREEZE true" : "",
                CopyStream.LARGE + (CopyStream.LARGE >> 2));
    }

    /// Indexes the rows and puts the table in its place.
    void finish(Connection connection) throws SQLException {
        if (!fresh) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(definition.indexes.formatted(name));
            if (old != null) {
                statement.execute("DROP TABLE " + old);
            }
            statement.execute(
                    "ALTER TABLE %s ATTACH PARTITION %s FOR VALUES FROM (%d) TO (%d)"
                            .formatted(
                                    definition.ofCase(caseId),
                                    name,
                                    first(exhibit),
                                    first(exhibit + 1)));
            statement.execute("ANALYZE " + name + " (" + definition.analysed + ")");
        }
    }

    private static long first(int exhibit) {
        return (long) exhibit * RowId.of(1, 0);
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        try (PreparedStatement ask =
                connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
            ask.setString(1, table);
            try (ResultSet rows = ask.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }

    private static @Nullable String startingWith(Connection connection, String prefix)
            throws SQLException {
        try (PreparedStatement find =
                connection.prepareStatement(
                        """
                        SELECT 'derived.' || relname FROM pg_class
                        WHERE relnamespace = 'derived'::regnamespace AND relkind = 'r'
                          AND 'derived.' || relname ^@ ?""")) {
            find.setString(1, prefix);
            try (ResultSet rows = find.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }
}
