package vigie.store.rows;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import vigie.model.casefile.Actor;
import vigie.store.postgres.Database;

/// The tables of derived rows, of this program's version.
final class DerivedSchema {
    /// Raised by whatever changes a derived table, or what a row of one means.
    static final int VERSION = 6;

    private DerivedSchema() {}

    /// The versions of the migrated and of the derived tables.
    static String version() {
        return Database.SCHEMA + "." + VERSION;
    }

    /// Makes the tables where there are none, and in place of those of another version: every case
    /// is then to be derived again.
    static void ensure(Database database) {
        if (!current(database)) {
            database.asLoader(
                    (_, connection) -> {
                        make(connection, database.access().app().user());
                        return VERSION;
                    });
        }
    }

    /// Asked as nobody in particular, since a connection of that role is open already.
    private static boolean current(Database database) {
        return database.asActor(
                Actor.LOCAL,
                (_, connection) -> {
                    try (Statement statement = connection.createStatement()) {
                        return recorded(statement) == VERSION;
                    }
                });
    }

    private static int recorded(Statement statement) throws SQLException {
        try (ResultSet exists =
                statement.executeQuery("SELECT to_regclass('derived.version') IS NOT NULL")) {
            exists.next();
            if (!exists.getBoolean(1)) {
                return 0;
            }
        }
        try (ResultSet rows = statement.executeQuery("SELECT version FROM derived.version")) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    private static void make(Connection connection, String app) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Two programs that start at once make them one after the other.
            statement.execute("SELECT pg_advisory_xact_lock(0)");
            if (recorded(statement) == VERSION) {
                return;
            }
            List<String> old = new ArrayList<>();
            try (ResultSet tables =
                    statement.executeQuery(
                            "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'derived'")) {
                while (tables.next()) {
                    old.add("derived." + tables.getString(1));
                }
            }
            if (!old.isEmpty()) {
                statement.execute("DROP TABLE " + String.join(", ", old) + " CASCADE");
            }
            statement.execute(
                    script().replace("${app}", app)
                            .replace("${version}", Integer.toString(VERSION)));
        }
    }

    private static String script() {
        try (InputStream in = DerivedSchema.class.getResourceAsStream("derived.sql")) {
            if (in == null) {
                throw new IllegalStateException("this program lacks derived.sql");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
