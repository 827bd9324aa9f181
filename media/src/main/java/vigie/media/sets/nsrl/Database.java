package vigie.media.sets.nsrl;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteOpenMode;

/// Opening a database that somebody else wrote.
final class Database {
    /// The longest statement and the longest text: a row of a delta is far shorter.
    static final int LONGEST = 1 << 20;

    private Database() {}

    /// A database that is only read.
    static Connection reading(Path file) throws SQLException {
        SQLiteConfig config = config();
        config.setReadOnly(true);
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        return open(file, config);
    }

    /// A copy of our own that a delta is applied to.
    static Connection changing(Path file) throws SQLException {
        SQLiteConfig config = config();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        return open(file, config);
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.enableLoadExtension(false);
        // Its views may call no function with an effect, and its schema may not be rewritten.
        config.setPragma(Pragma.MMAP_SIZE, "0");
        config.setPragma(Pragma.LIMIT_ATTACHED, "0");
        config.setPragma(Pragma.LIMIT_LENGTH, Integer.toString(LONGEST));
        config.setPragma(Pragma.LIMIT_SQL_LENGTH, Integer.toString(LONGEST));
        return config;
    }

    private static Connection open(Path file, SQLiteConfig config) throws SQLException {
        Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA trusted_schema=OFF");
            statement.execute("PRAGMA cell_size_check=ON");
            statement.execute("PRAGMA temp_store=MEMORY");
        } catch (SQLException failed) {
            try (connection) {
                throw failed;
            }
        }
        return connection;
    }

    static IOException broken(Path file, SQLException why) {
        return new IOException(file + ": not a sound database of NSRL: " + why.getMessage(), why);
    }
}
