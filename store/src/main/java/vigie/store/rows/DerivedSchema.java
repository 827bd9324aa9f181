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

/// The tables of derived rows, of this program's version: the house's, then those of each part of
/// the edition.
final class DerivedSchema {
    /// Raised by whatever changes a derived table, or what a row of one means.
    static final int VERSION = 7;

    private final List<StorePart> parts;

    DerivedSchema(List<StorePart> parts) {
        this.parts = parts;
    }

    /// The versions of the migrated and of the derived tables.
    String version() {
        StringBuilder version = new StringBuilder(Database.SCHEMA + "." + derived());
        for (StorePart part : parts) {
            version.append('/').append(part.migrated().newest());
        }
        return version.toString();
    }

    /// The versions of the derived tables, the house's and each part's: `7 media.1`.
    private String derived() {
        StringBuilder version = new StringBuilder(Integer.toString(VERSION));
        for (StorePart part : parts) {
            version.append(' ').append(part.name()).append('.').append(part.version());
        }
        return version.toString();
    }

    /// Makes the tables where there are none, and in place of those of another version: every case
    /// is then to be derived again.
    void ensure(Database database) {
        if (!current(database)) {
            database.asLoader(
                    (_, connection) -> {
                        make(connection, database.access().app().user());
                        return VERSION;
                    });
        }
    }

    /// Asked as nobody in particular, since a connection of that role is open already.
    private boolean current(Database database) {
        return database.asActor(
                Actor.LOCAL,
                (_, connection) -> {
                    try (Statement statement = connection.createStatement()) {
                        return recorded(statement).equals(derived());
                    }
                });
    }

    private static String recorded(Statement statement) throws SQLException {
        try (ResultSet exists =
                statement.executeQuery("SELECT to_regclass('derived.version') IS NOT NULL")) {
            exists.next();
            if (!exists.getBoolean(1)) {
                return "";
            }
        }
        try (ResultSet rows = statement.executeQuery("SELECT version FROM derived.version")) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    private void make(Connection connection, String app) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Two programs that start at once make them one after the other.
            statement.execute("SELECT pg_advisory_xact_lock(0)");
            if (recorded(statement).equals(derived())) {
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
                    script(DerivedSchema.class, "derived.sql")
                            .replace("${app}", app)
                            .replace("${version}", derived()));
            for (StorePart part : parts) {
                statement.execute(script(part.getClass(), part.script()).replace("${app}", app));
            }
        }
    }

    private static String script(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("this program lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
