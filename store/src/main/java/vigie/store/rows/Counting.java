package vigie.store.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import vigie.casework.operation.CaseCounts;

/// Counts over a case, from what readings and the last settling stored.
final class Counting {
    private static final String SQL =
            """
            SELECT s.exhibits, r.read, r.repaired, r.skipped, r.unsupported, r.unknown, r.partial,
                r.absent, s.gaps, s.accounts, s.conversations, r.messages, r.events, s.media_files,
                r.media, r.media - s.media_found, s.overlapping, s.one_sided
            FROM (SELECT coalesce(sum(messages + events + unsupported), 0)::bigint AS read,
                      coalesce(sum(repaired), 0)::bigint AS repaired,
                      coalesce(sum(skipped), 0)::bigint AS skipped,
                      coalesce(sum(unsupported), 0)::bigint AS unsupported,
                      coalesce(sum(unknown), 0)::bigint AS unknown,
                      count(error) AS partial,
                      coalesce(sum(absent), 0)::bigint AS absent,
                      coalesce(sum(messages), 0)::bigint AS messages,
                      coalesce(sum(events), 0)::bigint AS events,
                      coalesce(sum(media), 0)::bigint AS media
                  FROM derived.reading WHERE case_id = ?) r
            CROSS JOIN derived.summary s WHERE s.case_id = ?""";

    private Counting() {}

    static CaseCounts of(Connection connection, int caseId) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement(SQL)) {
            ask.setInt(1, caseId);
            ask.setInt(2, caseId);
            try (ResultSet rows = ask.executeQuery()) {
                if (!rows.next()) {
                    return new CaseCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
                }
                return new CaseCounts(
                        rows.getLong(1),
                        rows.getLong(2),
                        rows.getLong(3),
                        rows.getLong(4),
                        rows.getLong(5),
                        rows.getLong(6),
                        rows.getLong(7),
                        rows.getLong(8),
                        rows.getLong(9),
                        rows.getLong(10),
                        rows.getLong(11),
                        rows.getLong(12),
                        rows.getLong(13),
                        rows.getLong(14),
                        rows.getLong(15),
                        rows.getLong(16),
                        rows.getLong(17),
                        rows.getLong(18));
            }
        }
    }
}
