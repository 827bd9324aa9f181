package vigie.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.postgresql.ds.PGSimpleDataSource;

/// Open connections of the app role, kept for the next who asks.
final class AppConnections implements AutoCloseable {
    /// As many as there may be users at one instant of a unit's server.
    private static final int KEPT = 8;

    /// A connection that rested longer is asked first whether it still lives.
    private static final long FRESH_NANOS = 5_000_000_000L;

    private final PGSimpleDataSource source;
    private final Deque<Resting> resting = new ArrayDeque<>();
    private boolean closed;

    private record Resting(Connection connection, long since) {}

    AppConnections(PGSimpleDataSource source) {
        this.source = source;
    }

    Connection take() throws SQLException {
        for (Resting next = poll(); next != null; next = poll()) {
            if (System.nanoTime() - next.since < FRESH_NANOS || next.connection.isValid(2)) {
                return next.connection;
            }
            next.connection.close();
        }
        Connection fresh = source.getConnection();
        fresh.setAutoCommit(false);
        return fresh;
    }

    /// Takes a connection back, outside any transaction, or closes it.
    void give(Connection connection) throws SQLException {
        synchronized (resting) {
            if (!closed && resting.size() < KEPT) {
                resting.push(new Resting(connection, System.nanoTime()));
                return;
            }
        }
        connection.close();
    }

    private @org.jspecify.annotations.Nullable Resting poll() {
        synchronized (resting) {
            return resting.poll();
        }
    }

    @Override
    public void close() throws SQLException {
        synchronized (resting) {
            closed = true;
            for (Resting next : resting) {
                next.connection.close();
            }
            resting.clear();
        }
    }
}
