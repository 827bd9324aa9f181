package vigie.store.review;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// The lock under which decisions of a case are made, one after the other, until the end of the
/// transaction: another than that of its other derived rows, so that nobody waits for a `take`.
final class DecisionLock {
    /// The first half of the lock's number; the case is the second.
    private static final int SPACE = 0x7264;

    private DecisionLock() {}

    /// Waits for whoever decides; a decision takes milliseconds, a replay seconds.
    static void take(Connection connection, int caseId) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL lock_timeout = '1min'");
            statement.execute("SELECT pg_advisory_xact_lock(" + SPACE + ", " + caseId + ")");
        }
    }
}
