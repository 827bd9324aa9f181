package vigie.media.sets.nsrl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.evidence.MalformedInput;
import vigie.media.sets.ImportOrder;
import vigie.media.sets.SetInfo;
import vigie.media.sets.SetKind;
import vigie.media.sets.SetLibrary;
import vigie.media.sets.segment.DigestKind;
import vigie.model.casefile.Refusal;

class NsrlTest {
    @TempDir Path folder = Path.of("");

    private static String row(int n) {
        return "'%064X','%040X','%032X','00000000','f%d.jpg',1,1".formatted(n, n, n, n);
    }

    private Path minimal(int rows) throws SQLException {
        Path file = folder.resolve("minimal.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE FILE (sha256 VARCHAR NOT NULL, sha1 VARCHAR NOT NULL, md5 VARCHAR"
                            + " NOT NULL, crc32 VARCHAR NOT NULL, file_name VARCHAR NOT NULL,"
                            + " file_size INTEGER NOT NULL, package_id INTEGER NOT NULL, PRIMARY KEY"
                            + " (sha256, sha1, md5, crc32, file_name, file_size, package_id))");
            statement.execute("CREATE TABLE VERSION (version VARCHAR)");
            statement.execute("INSERT INTO VERSION VALUES ('2026.09.1')");
            for (int i = 0; i < rows; i++) {
                statement.execute("INSERT INTO FILE VALUES (" + row(i) + ")");
                // The same file in another package.
                statement.execute(
                        "INSERT INTO FILE VALUES (" + row(i).replace(",1,1", ",1,2") + ")");
            }
        }
        return file;
    }

    private Path full() throws SQLException {
        Path file = folder.resolve("full.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE METADATA (metadata_id INTEGER, object_id INTEGER, key_hash VARCHAR,"
                            + " path VARCHAR, file_name VARCHAR, extension VARCHAR, bytes INTEGER,"
                            + " crc32 VARCHAR, md5 VARCHAR, sha1 VARCHAR, sha256 VARCHAR)");
            statement.execute(
                    "CREATE VIEW FILE AS SELECT sha256, sha1, md5, crc32, file_name, bytes AS"
                            + " file_size, object_id AS package_id FROM METADATA");
            for (int i : new int[] {1, 2, 2, 1}) {
                statement.execute(
                        "INSERT INTO METADATA VALUES (%d,1,'','','a','',1,'','%032X','%040X','%064X')"
                                .formatted(i, i, i, i));
            }
        }
        return file;
    }

    private SetInfo add(ImportOrder.Mode mode, boolean keep, Path... files) throws IOException {
        return SetLibrary.open(folder.resolve("sets"), Clock.systemUTC())
                .run(
                        new ImportOrder(
                                SetInfo.Label.of("nsrl", SetKind.KNOWN),
                                List.of(files),
                                mode,
                                false,
                                keep),
                        _ -> {})
                .set();
    }

    private static Map<DigestKind, Long> rows(long each) {
        return Map.of(DigestKind.SHA256, each, DigestKind.SHA1, each, DigestKind.MD5, each);
    }

    @Test
    void each_file_of_the_minimal_layout_comes_once() throws SQLException, IOException {
        List<String> seen = new ArrayList<>();
        NsrlReader.read(
                minimal(3), (a, _, _) -> seen.add(new String(a, StandardCharsets.US_ASCII)));
        assertEquals(3, seen.size());
        SetInfo set = add(ImportOrder.Mode.NEW, false, folder.resolve("minimal.db"));
        assertEquals(rows(3), set.rows());
        assertEquals("nsrl-minimal", set.files().getFirst().format());
    }

    @Test
    void each_file_of_the_full_layout_is_kept_once() throws SQLException, IOException {
        SetInfo set = add(ImportOrder.Mode.NEW, false, full());
        assertEquals(rows(2), set.rows());
        assertEquals("nsrl-full", set.files().getFirst().format());
    }

    @Test
    void deltas_change_the_base_that_was_kept_one_after_the_other()
            throws SQLException, IOException {
        add(ImportOrder.Mode.NEW, true, minimal(3));
        Path first =
                Files.writeString(
                        folder.resolve("first.sql"),
                        "-- a delta\nBEGIN TRANSACTION;\nINSERT INTO FILE VALUES ("
                                + row(10).replace("f10.jpg", "it''s; a.jpg")
                                + ");\nDELETE FROM FILE WHERE package_id = 2;\nUPDATE VERSION SET"
                                + " version = '2026.12.1';\nCOMMIT;\n");
        assertEquals(rows(4), add(ImportOrder.Mode.ADD, false, first).rows());
        Path second =
                Files.writeString(
                        folder.resolve("second.sql"),
                        "DELETE FROM FILE WHERE md5 = '%032X';".formatted(10));
        SetInfo last = add(ImportOrder.Mode.ADD, false, second);
        assertEquals(rows(3), last.rows());
        assertEquals(3, last.files().size());
    }

    @Test
    void a_delta_without_its_base_is_refused() throws SQLException, IOException {
        add(ImportOrder.Mode.NEW, false, minimal(1));
        Path delta = Files.writeString(folder.resolve("d.sql"), "DELETE FROM FILE;");
        assertThrows(Refusal.class, () -> add(ImportOrder.Mode.ADD, false, delta));
    }

    @Test
    void a_delta_that_breaks_or_does_anything_else_changes_nothing()
            throws SQLException, IOException {
        SetInfo before = add(ImportOrder.Mode.NEW, true, minimal(2));
        for (String bad :
                List.of(
                        "ATTACH DATABASE '/tmp/x.db' AS x;",
                        "DROP TABLE FILE;",
                        "PRAGMA writable_schema=1;",
                        "UPDATE sqlite_master SET sql = '';",
                        "INSERT INTO FILE VALUES (1);",
                        "INSERT INTO FILE VALUES ('never ends",
                        "VACUUM INTO '/tmp/x.db';")) {
            Path delta =
                    Files.writeString(folder.resolve("bad.sql"), "DELETE FROM FILE;\n\n" + bad);
            MalformedInput why =
                    assertThrows(
                            MalformedInput.class,
                            () -> add(ImportOrder.Mode.ADD, false, delta),
                            bad);
            assertTrue(why.reason().contains("line 3"), why.reason());
        }
        Path sound =
                Files.writeString(
                        folder.resolve("d.sql"),
                        "DELETE FROM PKG;".replace("PKG", "FILE WHERE 1 = 0"));
        assertEquals(before.rows(), add(ImportOrder.Mode.ADD, false, sound).rows());
    }

    @Test
    void a_cut_or_damaged_database_is_refused_or_read_and_nothing_else()
            throws SQLException, IOException {
        byte[] sound = Files.readAllBytes(minimal(200));
        Random random = new Random(4);
        Path file = folder.resolve("damaged.db");
        int refused = 0;
        for (int i = 0; i < 60; i++) {
            byte[] bytes =
                    i < 20
                            ? Arrays.copyOf(sound, 100 + random.nextInt(sound.length - 100))
                            : sound.clone();
            for (int n = 0; n < (i < 20 ? 0 : 50); n++) {
                bytes[100 + random.nextInt(bytes.length - 100)] = (byte) random.nextInt(256);
            }
            Files.write(file, bytes);
            try {
                NsrlReader.read(file, (_, _, _) -> {});
            } catch (IOException why) {
                refused++;
                assertTrue(String.valueOf(why.getMessage()).contains("damaged.db"));
            }
        }
        assertTrue(refused > 10, "" + refused);
    }

    @Test
    void a_database_of_something_else_is_refused() throws SQLException {
        Path file = folder.resolve("other.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE plants (name VARCHAR)");
        } catch (SQLException why) {
            throw new AssertionError(why);
        }
        assertThrows(IOException.class, () -> add(ImportOrder.Mode.NEW, false, file));
    }

    @Test
    void the_public_sample_is_read() throws IOException {
        Path file =
                Path.of(
                        System.getProperty("vigie.shared", "../shared"),
                        "data/nsrl/RDS_test_modern_minimal.db");
        Assumptions.assumeTrue(Files.exists(file), "no " + file);
        SetInfo set = add(ImportOrder.Mode.NEW, false, file);
        assertTrue(set.rows().getOrDefault(DigestKind.SHA256, 0L) > 0);
    }
}
