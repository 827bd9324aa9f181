package vigie.store.rows;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/// The COPY in progress on a connection, one at a time: the next table's ends it.
final class CopyStream {
    /// A buffer that reaches this is sent. Large enough that a change of table, about a
    /// millisecond, does not show.
    static final int LARGE = 1 << 18;

    private static final byte[] HEADER =
            "PGCOPY\n\u00ff\r\n\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] TRAILER = {-1, -1};

    private final CopyManager manager;
    private @Nullable CopyIn active;
    private @Nullable CopyBuffer target;

    CopyStream(Connection connection) throws SQLException {
        this.manager = connection.unwrap(PGConnection.class).getCopyAPI();
    }

    /// Sends the buffer's rows if they are many.
    void offer(CopyBuffer buffer) throws SQLException {
        if (buffer.length() >= LARGE) {
            send(buffer);
        }
    }

    /// Sends the buffer's rows.
    void send(CopyBuffer buffer) throws SQLException {
        if (buffer.length() == 0) {
            return;
        }
        CopyIn copy = active;
        if (copy == null || target != buffer) {
            end();
            copy = manager.copyIn(buffer.command());
            active = copy;
            target = buffer;
            copy.writeToCopy(HEADER, 0, HEADER.length);
        }
        copy.writeToCopy(buffer.bytes(), 0, buffer.length());
        buffer.clear();
    }

    /// Ends the COPY in progress, if any: the connection is free for other statements.
    void end() throws SQLException {
        CopyIn copy = active;
        if (copy != null) {
            active = null;
            target = null;
            copy.writeToCopy(TRAILER, 0, TRAILER.length);
            copy.endCopy();
        }
    }

    /// Gives the COPY in progress up, so that the transaction can be rolled back.
    void abandon() throws SQLException {
        CopyIn copy = active;
        if (copy != null) {
            active = null;
            target = null;
            copy.cancelCopy();
        }
    }
}
