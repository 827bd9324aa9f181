package vigie.store.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.casework.operation.Migrations;
import vigie.model.material.Span;

/// Links between conversations as they may be shown, read under row-level security.
final class MigrationReads {
    private static final String SELECT =
            """
            SELECT b.key, b.name, a.key, a.name, p.first[1], p.first[2], p.first[3], p.exhibits,
                count(*) OVER (PARTITION BY p.before) > 1
                    OR count(*) OVER (PARTITION BY p.after) > 1,
                count(*) OVER ()
            FROM (SELECT before, after, count(DISTINCT exhibit) AS exhibits,
                      min(ARRAY[exhibit, start, length]) AS first
                  FROM derived.migration WHERE case_id = ? GROUP BY before, after) p
            JOIN derived.conversation b ON b.case_id = ? AND b.number = p.before
            JOIN derived.conversation a ON a.case_id = ? AND a.number = p.after
            ORDER BY p.first, b.key, a.key LIMIT ?""";

    private MigrationReads() {}

    static Migrations of(Connection connection, int caseId, Mask mask, int limit)
            throws SQLException {
        List<Migrations.Link> links = new ArrayList<>();
        long count = 0;
        try (PreparedStatement ask = connection.prepareStatement(SELECT)) {
            ask.setInt(1, caseId);
            ask.setInt(2, caseId);
            ask.setInt(3, caseId);
            ask.setInt(4, limit);
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) {
                    String from = mask.conversation(rows.getString(1));
                    String to = mask.conversation(rows.getString(3));
                    links.add(
                            new Migrations.Link(
                                    from,
                                    name(mask, from, rows.getString(2)),
                                    to,
                                    name(mask, to, rows.getString(4)),
                                    rows.getInt(5),
                                    new Span(rows.getLong(6), rows.getLong(7)),
                                    rows.getLong(8),
                                    rows.getBoolean(9)));
                    count = rows.getLong(10);
                }
            }
        }
        return new Migrations(count, links);
    }

    private static @Nullable String name(Mask mask, String shown, @Nullable String name) {
        return Mask.aboutOperator(shown) ? mask.value(name) : name;
    }
}
