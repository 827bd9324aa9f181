package vigie.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import vigie.model.casefile.Refusal;

/// The schema that Flyway owns: users' memberships and what else cannot be derived again.
final class Migrations {
    /// The newest packaged migration. Where the database already has it, Flyway is not started:
    /// that alone takes longer than a verb may.
    static final int NEWEST = 3;

    /// Kept, since the logging library forgets the level of a logger that nobody holds.
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private Migrations() {}

    static void bringUp(Database database, Migrated tables) {
        int version = version(database, tables);
        if (version < tables.newest()) {
            migrate(database.access(), tables);
            version = version(database, tables);
        }
        if (version > tables.newest()) {
            throw new Refusal(
                    Refusal.Kind.VERSION,
                    "the database of this home is of schema version %d, this program knows %d: use a newer program"
                            .formatted(version, tables.newest()));
        }
        if (version == 0) {
            throw new IllegalStateException("the schema has no version after its migration");
        }
    }

    /// The version that the database records, or 0 where it records none that the app role may see.
    private static int version(Database database, Migrated tables) {
        return database.inApp(
                (_, connection) -> {
                    try (Statement statement = connection.createStatement();
                            var rows =
                                    statement.executeQuery(
                                            "SELECT max(version::integer) FROM vigie."
                                                    + tables.history()
                                                    + " WHERE success")) {
                        return rows.next() ? rows.getInt(1) : 0;
                    } catch (SQLException failed) {
                        String state = failed.getSQLState();
                        if (state != null && state.startsWith("42")) {
                            connection.rollback();
                            return 0;
                        }
                        throw failed;
                    }
                });
    }

    private static void migrate(DatabaseAccess access, Migrated tables) {
        FLYWAY.setLevel(Level.SEVERE);
        try (Connection loader = Database.source(access, access.loader()).getConnection();
                Statement statement = loader.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT rolbypassrls FROM pg_roles WHERE rolname = current_user")) {
            if (!rows.next() || !rows.getBoolean(1)) {
                throw new Refusal(
                        Refusal.Kind.PERMISSION,
                        "the database role " + access.loader() + " needs BYPASSRLS");
            }
        } catch (SQLException failed) {
            throw Trouble.of(failed);
        }
        try {
            Flyway.configure()
                    .dataSource(Database.source(access, access.owner()))
                    .schemas("vigie")
                    .table(tables.history())
                    .locations(tables.location())
                    // A part comes to a schema that has tables already; its own start from none.
                    .baselineOnMigrate(!tables.name().isEmpty())
                    .baselineVersion("0")
                    .placeholders(
                            Map.of(
                                    "app", access.app().user(),
                                    "loader", access.loader().user()))
                    .load()
                    .migrate();
        } catch (FlywayException failed) {
            throw Trouble.of(failed);
        }
    }
}
