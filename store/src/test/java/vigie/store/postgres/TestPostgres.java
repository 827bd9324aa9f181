package vigie.store.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import vigie.evidence.disk.Folders;
import vigie.model.casefile.CaseName;

/// One embedded PostgreSQL for all tests of this JVM, in a temporary folder.
public final class TestPostgres {
    private TestPostgres() {}

    private static final class Holder {
        static final Home HOME = home();
        static final EmbeddedPostgres SERVER = startForever();

        private static Home home() {
            try {
                return new Home();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private static EmbeddedPostgres startForever() {
            try {
                EmbeddedPostgres server = HOME.start();
                Runtime.getRuntime()
                        .addShutdownHook(
                                new Thread(
                                        () -> {
                                            server.close();
                                            HOME.close();
                                        }));
                return server;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    static EmbeddedPostgres server() {
        return Holder.SERVER;
    }

    static Home home() {
        return Holder.HOME;
    }

    /// How to reach it.
    public static DatabaseAccess access() {
        return Holder.SERVER.access();
    }

    /// Deletes all users, as only the owner of the tables can, and what their rows know of a
    /// register.
    public static void forgetUsers() {
        asOwner("TRUNCATE vigie.app_user CASCADE; UPDATE vigie.register_state SET known = 0");
    }

    /// Deletes a case and who is on it, as only the owner of the tables can.
    public static void forgetCase(CaseName name) {
        asOwner("DELETE FROM vigie.casefile WHERE name = '" + name + "'");
    }

    private static void asOwner(String sql) {
        DatabaseAccess access = access();
        Database.open(access).close();
        try (Connection owner = Database.source(access, access.owner()).getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /// A home of its own in a temporary folder, deleted with its data wherever they went.
    public static final class Home implements AutoCloseable {
        private final Path folder;
        private final String id = "test-" + UUID.randomUUID();

        /// A new, empty home.
        public Home() throws IOException {
            this.folder = Files.createTempDirectory("vigie-home-");
        }

        /// Its folder.
        public Path folder() {
            return folder;
        }

        /// Its id.
        public String id() {
            return id;
        }

        /// Starts its server.
        public EmbeddedPostgres start() throws IOException {
            return EmbeddedPostgres.start(new EmbeddedPostgres.Place(folder, id, null), _ -> {});
        }

        @Override
        public void close() {
            try {
                Folders.delete(folder);
                Folders.delete(DataDirectory.OUTSIDE.resolve(id));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
