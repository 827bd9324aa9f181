package vigie.store.postgres;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vigie.store.postgres.DatabaseAccess.Login;

/// A PostgreSQL of our own for one home, listening on this machine alone while this program runs.
///
/// Whoever starts it must hold the home's lock: one program owns a home. When this program ends in
/// whatever way, the server is interrupted and stops cleanly; what it had committed is on disk.
public final class EmbeddedPostgres implements AutoCloseable {
    private static final String DATABASE = "vigie";

    private final Postmaster postmaster;
    private final Path folder;
    private final DatabaseAccess access;

    private EmbeddedPostgres(Postmaster postmaster, Path folder, DatabaseAccess access) {
        this.postmaster = postmaster;
        this.folder = folder;
        this.access = access;
    }

    /// Where a home keeps its database.
    ///
    /// @param home     the home's folder
    /// @param id       the home's id, which names its folder where data cannot lie in the home
    /// @param recorded the folder that an earlier start returned, if any
    public record Place(Path home, String id, @Nullable Path recorded) {
        public Place {
            if (!id.matches("[A-Za-z0-9][A-Za-z0-9-]{0,63}")) {
                throw new IllegalArgumentException("not the id of a home: " + id);
            }
            home = home.toAbsolutePath().normalize();
        }
    }

    /// Starts the home's server, making it first where there is none.
    ///
    /// @param says takes each sentence that a person should read
    public static EmbeddedPostgres start(Place place, Consumer<String> says) throws IOException {
        Path binaries = PostgresBinaries.unpacked(cache(place.home()));
        Path folder = DataDirectory.choose(place.home(), place.id(), place.recorded(), says);
        Secrets secrets = Secrets.of(place.home());
        Path data = DataDirectory.data(folder, binaries, secrets);
        Postmaster postmaster =
                Postmaster.start(binaries, data, place.home().resolve("pg.log"), says);
        try {
            if (!secrets.prepared()) {
                prepare(postmaster.port(), secrets);
                secrets = secrets.nowPrepared(place.home());
            }
            return new EmbeddedPostgres(
                    postmaster,
                    folder,
                    new DatabaseAccess(
                            url(postmaster.port(), DATABASE),
                            secrets.owner(),
                            secrets.loader(),
                            secrets.app()));
        } catch (IOException | RuntimeException failed) {
            postmaster.close();
            throw failed;
        }
    }

    /// The folder that holds the data directory, to be recorded with the home.
    public Path folder() {
        return folder;
    }

    /// How this program, and those that join it, reach the server.
    public DatabaseAccess access() {
        return access;
    }

    /// The process id of the server.
    public long pid() {
        return postmaster.pid();
    }

    /// Stops the server: open transactions are rolled back, what was committed is on disk.
    @Override
    public void close() {
        postmaster.close();
    }

    /// Names the database and makes the three roles; may be repeated.
    private static void prepare(int port, Secrets secrets) throws IOException {
        Properties login = new Properties();
        login.setProperty("user", secrets.superuser().user());
        login.setProperty("password", secrets.superuser().password());
        try (Connection connection = DriverManager.getConnection(url(port, "template1"), login);
                Statement statement = connection.createStatement()) {
            role(statement, secrets.owner(), "NOBYPASSRLS");
            role(statement, secrets.loader(), "BYPASSRLS");
            role(statement, secrets.app(), "NOBYPASSRLS");
            statement.execute(
                    """
                    DO $$ BEGIN
                      IF NOT EXISTS (SELECT FROM pg_database WHERE datname = 'vigie') THEN
                        ALTER DATABASE postgres RENAME TO vigie;
                      END IF;
                    END $$""");
            statement.execute("ALTER DATABASE vigie OWNER TO " + secrets.owner().user());
            statement.execute("REVOKE ALL ON DATABASE vigie FROM PUBLIC");
            statement.execute(
                    "GRANT CONNECT, TEMPORARY ON DATABASE vigie TO " + secrets.loader().user());
            statement.execute("GRANT CONNECT ON DATABASE vigie TO " + secrets.app().user());
        } catch (SQLException failed) {
            throw new IOException(
                    "the new database could not be prepared: " + failed.getMessage(), failed);
        }
    }

    private static void role(Statement statement, Login login, String rls) throws SQLException {
        statement.execute(
                """
                DO $$ BEGIN
                  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN
                    CREATE ROLE %1$s;
                  END IF;
                END $$"""
                        .formatted(login.user()));
        statement.execute(
                "ALTER ROLE %s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION %s PASSWORD '%s'"
                        .formatted(login.user(), rls, login.password()));
    }

    /// Neither encryption is negotiated: the connection does not leave this machine.
    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable&gssEncMode=disable&tcpKeepAlive=true"
                .formatted(port, database);
    }

    /// Where programs are unpacked: outside any home, since every home shares them, but where the
    /// user has no folder to write in.
    private static Path cache(Path home) throws IOException {
        if (ChildProcess.root()) {
            Path shared = Path.of("/var/cache/vigie");
            Files.createDirectories(shared);
            return shared;
        }
        Map<String, String> environment = System.getenv();
        List<Path> wanted = new ArrayList<>();
        folder(environment.get("XDG_CACHE_HOME"), "vigie").ifPresent(wanted::add);
        folder(environment.get("HOME"), ".cache/vigie").ifPresent(wanted::add);
        folder(System.getProperty("user.home"), ".cache/vigie").ifPresent(wanted::add);
        for (Path cache : wanted) {
            if (writable(cache)) {
                return cache;
            }
        }
        return home.resolve("programs");
    }

    private static boolean writable(Path folder) throws IOException {
        try {
            return Files.isWritable(Files.createDirectories(folder));
        } catch (FileSystemException closed) {
            return false;
        }
    }

    private static Optional<Path> folder(@Nullable String stated, String within) {
        return stated == null || !stated.startsWith("/")
                ? Optional.empty()
                : Optional.of(Path.of(stated, within));
    }
}
