package vigie.store.rows;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vigie.casework.overview.OwnLists;
import vigie.model.claim.Moment;

/// Times as rows hold them.
final class Times {
    private Times() {}

    static @Nullable Instant drawn(ResultSet rows, int column) throws SQLException {
        return OwnLists.drawn(MessageReads.time(rows, column));
    }

    static Moment moment(ResultSet rows, int unix) throws SQLException {
        return new Moment(MessageReads.time(rows, unix), MessageReads.time(rows, unix + 1));
    }

    static @Nullable Long nullable(ResultSet rows, int column) throws SQLException {
        long value = rows.getLong(column);
        return rows.wasNull() ? null : value;
    }
}
