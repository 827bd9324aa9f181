package vigie.store.review;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;
import vigie.model.casefile.Refusal;
import vigie.store.postgres.Database;

/// Work on a case whose messages the actor may read.
final class ContentCase {
    private ContentCase() {}

    /// Work on the case of a number.
    interface Work<T> {
        T run(Connection connection, int caseId) throws SQLException;
    }

    /// Runs it in one transaction; a case that the actor is not on, one that does not exist and one
    /// whose messages the actor may not read are refused alike.
    static <T> T with(Database database, CaseName name, Actor actor, Work<T> work) {
        return database.asActor(
                actor, (_, connection) -> work.run(connection, id(connection, name, actor)));
    }

    /// The same for work that only reads little, outside any transaction.
    static <T> T reading(Database database, CaseName name, Actor actor, Work<T> work) {
        return database.reading(
                actor, (_, connection) -> work.run(connection, id(connection, name, actor)));
    }

    private static int id(Connection connection, CaseName name, Actor actor) throws SQLException {
        try (PreparedStatement ask =
                connection.prepareStatement(
                        """
                        SELECT id FROM vigie.casefile
                        WHERE name = ? AND id = ANY ((SELECT vigie.content_cases())::integer[])""")) {
            ask.setString(1, name.value());
            try (ResultSet rows = ask.executeQuery()) {
                if (rows.next()) {
                    return rows.getInt(1);
                }
            }
        }
        throw new Refusal(
                Refusal.Kind.PERMISSION,
                "there is no case " + name + ", or " + actor + " does not read it");
    }

    /// The number of a case, asked by the loader.
    static int id(Connection connection, CaseName name) throws SQLException {
        try (PreparedStatement ask =
                connection.prepareStatement("SELECT id FROM vigie.casefile WHERE name = ?")) {
            ask.setString(1, name.value());
            try (ResultSet rows = ask.executeQuery()) {
                if (rows.next()) {
                    return rows.getInt(1);
                }
            }
        }
        throw new Refusal(Refusal.Kind.PERMISSION, "there is no case " + name);
    }
}
