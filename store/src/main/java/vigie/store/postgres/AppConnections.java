package vigie.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import vigie.model.casefile.Actor;

/// Open connections of the app role, kept for the next who asks.
///
/// A connection may act for somebody until it is told otherwise: what is asked through it then
/// needs no word about who asks. What they may see, the database judges at every statement.
final class AppConnections implements AutoCloseable {
    /// As many as there may be users at one instant of a unit's server.
    private static final int KEPT = 8;

    /// A connection that rested longer is asked first whether it still lives.
    private static final long FRESH_NANOS = 5_000_000_000L;

    private final PGSimpleDataSource source;
    private final Deque<Resting> resting = new ArrayDeque<>();
    private boolean closed;

    private record Resting(Lent lent, long since) {}

    AppConnections(PGSimpleDataSource source) {
        this.source = source;
    }

    /// A connection that one thread has for itself until it gives it back.
    static final class Lent {
        private final Connection connection;
        private @Nullable Actor acting;

        private Lent(Connection connection) {
            this.connection = connection;
        }

        Connection connection() {
            return connection;
        }

        void close() throws SQLException {
            connection.close();
        }
    }

    /// A connection outside any transaction; whoever asks says in the transaction for whom.
    Lent take() throws SQLException {
        return take(null);
    }

    /// A connection outside any transaction that acts for somebody, each statement on its own.
    Lent acting(Actor actor) throws SQLException {
        Lent lent = take(actor);
        boolean sound = false;
        try {
            lent.connection.setAutoCommit(true);
            if (!actor.equals(lent.acting)) {
                lent.acting = null;
                try (PreparedStatement set =
                        lent.connection.prepareStatement(
                                "SELECT set_config('vigie.actor', ?, false)")) {
                    set.setString(1, actor.id());
                    set.execute();
                }
                lent.acting = actor;
            }
            sound = true;
            return lent;
        } finally {
            if (!sound) {
                lent.close();
            }
        }
    }

    /// Takes a connection back, outside any transaction, or closes it.
    void give(Lent lent) throws SQLException {
        synchronized (resting) {
            if (!closed && resting.size() < KEPT) {
                resting.push(new Resting(lent, System.nanoTime()));
                return;
            }
        }
        lent.close();
    }

    private Lent take(@Nullable Actor preferred) throws SQLException {
        for (Resting next = poll(preferred); next != null; next = poll(preferred)) {
            if (System.nanoTime() - next.since < FRESH_NANOS || next.lent.connection.isValid(2)) {
                return next.lent;
            }
            next.lent.close();
        }
        return new Lent(source.getConnection());
    }

    /// One that acts for the preferred already; else the one that rested longest, so that those of
    /// whoever asks often stay theirs.
    private @Nullable Resting poll(@Nullable Actor preferred) {
        synchronized (resting) {
            for (Iterator<Resting> each = resting.iterator(); each.hasNext(); ) {
                Resting next = each.next();
                if (preferred != null && preferred.equals(next.lent.acting)) {
                    each.remove();
                    return next;
                }
            }
            return resting.pollLast();
        }
    }

    @Override
    public void close() throws SQLException {
        synchronized (resting) {
            closed = true;
            for (Resting next : resting) {
                next.lent.close();
            }
            resting.clear();
        }
    }
}
