package vigie.store.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// The lock under which a case's derived rows are written, until the end of the transaction.
public final class CaseLock {
    /// The first half of the lock's number; the case is the second.
    private static final int SPACE = 0x7669;

    private CaseLock() {}

    /// Waits for whoever writes to the case; a quarter of an hour is longer than the largest
    /// exhibit takes.
    public static void take(Connection connection, int caseId) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL lock_timeout = '15min'");
            statement.execute("SELECT pg_advisory_xact_lock(" + SPACE + ", " + caseId + ")");
        }
    }
}
