package vigie.store.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vigie.evidence.disk.Folders;
import vigie.store.postgres.DatabaseAccess.Login;

class EmbeddedPostgresTest {
    @Test
    void settings_that_keep_evidence_are_on() throws SQLException {
        for (String[] expected :
                new String[][] {
                    {"fsync", "on"},
                    {"full_page_writes", "on"},
                    {"synchronous_commit", "on"},
                    {"data_checksums", "on"},
                    {"listen_addresses", "127.0.0.1"},
                    {"password_encryption", "scram-sha-256"},
                    {"wal_level", "minimal"},
                    {"max_wal_senders", "0"},
                    {"jit", "off"},
                    {"log_min_error_statement", "panic"},
                    {"log_error_verbosity", "terse"},
                    {"log_statement", "none"},
                }) {
            assertEquals(expected[1], ask("SHOW " + expected[0]), expected[0]);
        }
        assertEquals(
                "b C.UTF-8",
                ask(
                        "SELECT concat_ws(' ', datlocprovider, datlocale) FROM pg_database"
                                + " WHERE datname = current_database()"));
    }

    @Test
    void the_three_roles_have_only_what_they_need() throws SQLException {
        assertEquals(
                "vigie_app f f,vigie_loader t f,vigie_owner f f",
                ask(
                        "SELECT string_agg(concat_ws(' ', rolname, rolbypassrls, rolsuper"
                                + " OR rolcreaterole OR rolcreatedb OR rolreplication), ',' ORDER BY rolname)"
                                + " FROM pg_roles WHERE rolname LIKE 'vigie%'"));
    }

    @Test
    void a_wrong_password_is_refused() {
        DatabaseAccess access = TestPostgres.access();
        DatabaseAccess wrong =
                new DatabaseAccess(
                        access.url(),
                        access.owner(),
                        access.loader(),
                        new Login(access.app().user(), "wrong"));

        var failure = assertThrows(java.io.UncheckedIOException.class, () -> Database.open(wrong));

        assertEquals(
                "the database does not accept the password", String.valueOf(failure.getMessage()));
    }

    @Test
    void the_server_runs_as_nobody_where_this_program_is_root() throws IOException {
        Path process = Path.of("/proc", Long.toString(TestPostgres.server().pid()));
        Object own = Files.getAttribute(Path.of("/proc/self"), "unix:uid");

        assertEquals(ChildProcess.root() ? 65534 : own, Files.getAttribute(process, "unix:uid"));
        if (ChildProcess.root()) {
            assertTrue(Files.readString(process.resolve("status")).contains("NoNewPrivs:\t1"));
        }
    }

    @Test
    void passwords_are_in_a_file_that_only_its_owner_reads_and_not_in_the_log() throws IOException {
        Path home = TestPostgres.home().folder();
        DatabaseAccess access = TestPostgres.access();

        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(home.resolve("pg.properties"))));
        assertFalse(Files.readString(home.resolve("pg.log")).contains(access.app().password()));
        assertFalse(access.toString().contains(access.app().password()));
    }

    @Test
    void data_goes_outside_a_home_that_the_database_cannot_reach_and_that_is_said()
            throws IOException {
        if (!ChildProcess.root()) {
            return;
        }
        try (TestPostgres.Home closed = new TestPostgres.Home()) {
            List<String> said = new ArrayList<>();
            try (EmbeddedPostgres server =
                    EmbeddedPostgres.start(
                            new EmbeddedPostgres.Place(closed.folder(), closed.id(), null),
                            said::add)) {
                assertEquals(DataDirectory.OUTSIDE.resolve(closed.id()), server.folder());
            }
            assertEquals(1, said.size());
            try (EmbeddedPostgres server = closed.start()) {
                assertEquals(DataDirectory.OUTSIDE.resolve(closed.id()), server.folder());
            }
        }
        try (TestPostgres.Home open = new TestPostgres.Home()) {
            Files.setPosixFilePermissions(
                    open.folder(), PosixFilePermissions.fromString("rwx--x--x"));
            List<String> said = new ArrayList<>();
            try (EmbeddedPostgres server =
                    EmbeddedPostgres.start(
                            new EmbeddedPostgres.Place(open.folder(), open.id(), null),
                            said::add)) {
                assertEquals(open.folder().resolve("pg"), server.folder());
            }
            assertEquals(List.of(), said);
        }
    }

    @Test
    void a_recorded_folder_that_is_gone_is_not_quietly_made_anew() throws IOException {
        try (TestPostgres.Home home = new TestPostgres.Home()) {
            Path folder;
            try (EmbeddedPostgres server = home.start()) {
                folder = server.folder();
            }
            Folders.delete(folder);

            assertThrows(IOException.class, home::start);
            assertThrows(
                    IOException.class,
                    () ->
                            EmbeddedPostgres.start(
                                    new EmbeddedPostgres.Place(home.folder(), home.id(), folder),
                                    _ -> {}));
        }
    }

    @Test
    void killing_the_server_loses_nothing_that_was_committed() throws Exception {
        try (TestPostgres.Home home = new TestPostgres.Home()) {
            try (EmbeddedPostgres server = home.start();
                    Connection connection = connect(server.access())) {
                connection
                        .createStatement()
                        .execute(
                                "CREATE SCHEMA vigie_kept; CREATE TABLE vigie_kept.kept (a integer)");
                connection.createStatement().execute("INSERT INTO vigie_kept.kept VALUES (1)");
                kill(server.pid());
            }
            try (EmbeddedPostgres server = home.start();
                    Connection connection = connect(server.access());
                    var rows =
                            connection
                                    .createStatement()
                                    .executeQuery("SELECT count(*) FROM vigie_kept.kept")) {
                rows.next();
                assertEquals(1, rows.getInt(1));
            }
        }
    }

    @Test
    void a_stale_pid_file_does_not_stop_the_next_start() throws IOException {
        try (TestPostgres.Home home = new TestPostgres.Home()) {
            Path data;
            try (EmbeddedPostgres server = home.start()) {
                data = server.folder().resolve("18");
            }
            for (long pid : new long[] {ProcessHandle.current().pid(), 4_194_303}) {
                Path file = data.resolve("postmaster.pid");
                Files.writeString(
                        file, pid + "\n" + data + "\n1\n5432\n\n127.0.0.1\n 1 2\nready   \n");
                try (EmbeddedPostgres server = home.start()) {
                    assertTrue(server.pid() > 0);
                }
            }
        }
    }

    @Test
    void a_server_that_outlived_its_program_is_stopped_by_the_next() throws IOException {
        try (TestPostgres.Home home = new TestPostgres.Home();
                EmbeddedPostgres first = home.start();
                EmbeddedPostgres second = home.start()) {
            assertFalse(ProcessHandle.of(first.pid()).map(ProcessHandle::isAlive).orElse(false));
            assertTrue(ProcessHandle.of(second.pid()).map(ProcessHandle::isAlive).orElse(false));
        }
    }

    @Test
    void killing_this_program_leaves_a_cleanly_stopped_database() throws Exception {
        try (TestPostgres.Home home = new TestPostgres.Home()) {
            Process program =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    ServerProgram.class.getName(),
                                    home.folder().toString(),
                                    home.id())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            long server;
            try (var reader = program.inputReader()) {
                server = Long.parseLong(reader.readLine());
                kill(program.pid());
            }
            program.waitFor();
            ProcessHandle.of(server)
                    .ifPresent(handle -> handle.onExit().orTimeout(20, TimeUnit.SECONDS).join());

            String log = Files.readString(home.folder().resolve("pg.log"));
            assertTrue(log.contains("database system is shut down"), log);
            Path data =
                    Files.isDirectory(home.folder().resolve("pg"))
                            ? home.folder().resolve("pg/18")
                            : DataDirectory.OUTSIDE.resolve(home.id()).resolve("18");
            assertFalse(Files.exists(data.resolve("postmaster.pid")));
        }
    }

    @Test
    void a_lost_server_is_one_clear_sentence() throws Exception {
        try (TestPostgres.Home home = new TestPostgres.Home();
                EmbeddedPostgres server = home.start();
                Database database = Database.open(server.access())) {
            kill(server.pid());
            var failure =
                    assertThrows(
                            java.io.UncheckedIOException.class,
                            () -> {
                                for (int i = 0; i < 50; i++) {
                                    database.asActor(
                                            vigie.model.casefile.Actor.LOCAL,
                                            (client, _) ->
                                                    client.sql("SELECT 1")
                                                            .query(Integer.class)
                                                            .single());
                                    Thread.sleep(100);
                                }
                            });
            assertTrue(
                    String.valueOf(failure.getMessage())
                            .startsWith("the connection to the database"),
                    String.valueOf(failure.getMessage()));
        }
    }

    @Test
    void a_database_of_a_newer_program_is_refused() throws Exception {
        try (TestPostgres.Home home = new TestPostgres.Home();
                EmbeddedPostgres server = home.start()) {
            Database.open(server.access()).close();
            try (Connection connection = connect(server.access())) {
                connection
                        .createStatement()
                        .execute(
                                "INSERT INTO vigie.flyway_schema_history SELECT installed_rank + 1,"
                                        + " '999', description, type, script, checksum, installed_by,"
                                        + " installed_on, execution_time, success"
                                        + " FROM vigie.flyway_schema_history ORDER BY installed_rank DESC LIMIT 1");
            }
            var refusal =
                    assertThrows(
                            vigie.model.casefile.Refusal.class,
                            () -> Database.open(server.access()));

            assertEquals(vigie.model.casefile.Refusal.Kind.VERSION, refusal.kind());
        }
    }

    @Test
    void the_newest_packaged_migration_is_the_one_that_starts_look_for() throws IOException {
        Path folder =
                Path.of(
                        System.getProperty("vigie.root", ".."),
                        "store/src/main/resources/db/vigie");
        try (var files = Files.list(folder)) {
            int newest =
                    files.map(file -> String.valueOf(file.getFileName()))
                            .mapToInt(
                                    name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                            .max()
                            .orElse(0);
            assertEquals(Migrations.NEWEST, newest);
        }
    }

    private static void kill(long pid) throws IOException {
        ChildProcess.signal("KILL", pid);
    }

    private static Connection connect(DatabaseAccess access) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", access.owner().user());
        login.setProperty("password", access.owner().password());
        Connection connection = DriverManager.getConnection(access.url(), login);
        connection.createStatement().execute("SET synchronous_commit = on");
        return connection;
    }

    private static String ask(String sql) throws SQLException {
        try (Connection connection = connect(TestPostgres.access());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
