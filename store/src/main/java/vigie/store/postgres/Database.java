package vigie.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vigie.model.casefile.Actor;
import vigie.store.postgres.DatabaseAccess.Login;

/// A database whose schema is of this program's version, and transactions in it. Safe for several
/// threads.
public final class Database implements AutoCloseable {
    /// The version of the schema that Flyway makes.
    public static final int SCHEMA = Migrations.NEWEST;

    private final DatabaseAccess access;
    private final AppConnections connections;

    private Database(DatabaseAccess access) {
        this.access = access;
        this.connections = new AppConnections(source(access, access.app()));
    }

    /// Work in one transaction.
    public interface Work<T> {
        /// Does it; whatever it throws rolls back.
        T run(JdbcClient client, Connection connection) throws SQLException;
    }

    /// Reaches the database and brings its schema to this program's version.
    ///
    /// @throws vigie.model.casefile.Refusal where the schema is of a newer version
    public static Database open(DatabaseAccess access) {
        return open(access, List.of());
    }

    /// The same, with what an edition adds.
    public static Database open(DatabaseAccess access, List<Migrated> added) {
        Database database = new Database(access);
        try {
            Migrations.bringUp(database, Migrated.HOUSE);
            added.forEach(tables -> Migrations.bringUp(database, tables));
            return database;
        } catch (RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    /// Names of the roles and the address.
    public DatabaseAccess access() {
        return access;
    }

    /// Runs a transaction in which the database shows what `actor` may see, and nothing else.
    public <T> T asActor(Actor actor, Work<T> work) {
        return inApp(
                (client, connection) -> {
                    try (PreparedStatement set =
                            connection.prepareStatement(
                                    "SELECT set_config('vigie.actor', ?, true)")) {
                        set.setString(1, actor.id());
                        set.execute();
                    }
                    return work.run(client, connection);
                });
    }

    /// Runs a transaction of the loader, whom row-level security does not bind.
    public <T> T asLoader(Work<T> work) {
        try (Connection connection = loader()) {
            return transaction(connection, work);
        } catch (SQLException | DataAccessException failed) {
            throw Trouble.of(failed);
        }
    }

    /// A fresh connection of the loader, in a transaction; the caller commits and closes.
    public Connection loader() throws SQLException {
        Connection connection = source(access, access.loader()).getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public void close() {
        try {
            connections.close();
        } catch (SQLException failed) {
            throw Trouble.of(failed);
        }
    }

    /// Runs a transaction of the app role for nobody: it sees no case.
    <T> T inApp(Work<T> work) {
        try {
            Connection connection = connections.take();
            boolean sound = false;
            try {
                T result = transaction(connection, work);
                sound = true;
                return result;
            } finally {
                if (sound) {
                    connections.give(connection);
                } else {
                    connection.close();
                }
            }
        } catch (SQLException | DataAccessException failed) {
            throw Trouble.of(failed);
        }
    }

    static PGSimpleDataSource source(DatabaseAccess access, Login login) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(access.url());
        source.setUser(login.user());
        source.setPassword(login.password());
        source.setApplicationName("vigie");
        return source;
    }

    private static <T> T transaction(Connection connection, Work<T> work) throws SQLException {
        T result =
                work.run(
                        JdbcClient.create(new SingleConnectionDataSource(connection, true)),
                        connection);
        connection.commit();
        return result;
    }
}
