package vigie.media.sets.nsrl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Reads the digests of an RDSv3 database, whichever layout it has, in one pass.
public final class NsrlReader {
    private static final int MOST_TEXT = 64;

    private NsrlReader() {}

    /// Is told the digests of each file.
    @FunctionalInterface
    public interface Sink {
        /// The texts as the database has them, hexadecimal digits if it is sound.
        void digests(byte[] sha256, byte[] sha1, byte[] md5) throws IOException;
    }

    /// What a database is.
    ///
    /// @param layout  `minimal`, where FILE is a table, or `full`, where it is a view
    /// @param version as its VERSION table has it; empty where there is none
    public record Described(String layout, String version) {}

    /// What a database says it is.
    ///
    /// @throws IOException where it has no FILE with digests
    public static Described describe(Path file) throws IOException {
        try (Connection connection = Database.reading(file)) {
            String layout =
                    switch (one(connection, "SELECT type FROM sqlite_master WHERE name = 'FILE'")) {
                        case "table" -> "minimal";
                        case "view" -> "full";
                        case String none ->
                                throw new IOException(
                                        file + ": no database of NSRL: it has no FILE" + none);
                    };
            boolean dated =
                    !one(connection, "SELECT type FROM sqlite_master WHERE name = 'VERSION'")
                            .isEmpty();
            return new Described(
                    layout, dated ? one(connection, "SELECT max(version) FROM VERSION") : "");
        } catch (SQLException why) {
            throw Database.broken(file, why);
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            String text = rows.next() ? rows.getString(1) : null;
            return text == null
                    ? ""
                    : text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text;
        }
    }

    /// Reads it all. In the minimal layout the primary key gives the rows in their order, so that
    /// SQLite itself leaves out what repeats; in the full one the caller does.
    ///
    /// @throws IOException where the database is not sound, or the sink refuses
    public static void read(Path file, Sink sink) throws IOException {
        boolean minimal = describe(file).layout().equals("minimal");
        String sql = "SELECT " + (minimal ? "DISTINCT " : "") + "sha256, sha1, md5 FROM FILE";
        try (Connection connection = Database.reading(file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                sink.digests(text(rows, 1), text(rows, 2), text(rows, 3));
            }
        } catch (SQLException why) {
            throw Database.broken(file, why);
        }
    }

    private static byte[] text(ResultSet rows, int column) throws SQLException {
        String text = rows.getString(column);
        return text == null ? new byte[0] : text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
