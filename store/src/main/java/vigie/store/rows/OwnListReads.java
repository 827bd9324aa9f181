package vigie.store.rows;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import vigie.casework.overview.OwnLists;
import vigie.casework.overview.Page;
import vigie.casework.overview.Slice;
import vigie.model.material.Span;

/// What exports say beside conversations, as screens list it.
final class OwnListReads {
    private final JdbcClient client;
    private final int caseId;
    private final Mask mask;

    OwnListReads(JdbcClient client, int caseId, Mask mask) {
        this.client = client;
        this.caseId = caseId;
        this.mask = mask;
    }

    Page<OwnLists.Contact> contacts(Slice slice) {
        return page(
                """
                SELECT o.exhibit, o.start, o.length, o.list, a.key, o.first_name, o.last_name,
                    o.phone, o.date_unix, o.date_local, o.details
                FROM derived.contact o
                LEFT JOIN derived.account a ON a.case_id = o.case_id AND a.number = o.account
                WHERE o.case_id = ? ORDER BY o.exhibit, o.claim""",
                "contact",
                slice,
                (rows, _) ->
                        new OwnLists.Contact(
                                rows.getInt(1),
                                span(rows),
                                rows.getString(4),
                                rows.getString(5),
                                mask.value(rows.getString(6)),
                                mask.value(rows.getString(7)),
                                mask.value(rows.getString(8)),
                                Times.moment(rows, 9),
                                mask.json(rows.getString(11))));
    }

    Page<OwnLists.Session> sessions(Slice slice) {
        return page(
                """
                SELECT exhibit, start, length, list, ip, country, created_unix, created_local,
                    active_unix, active_local, details
                FROM derived.session WHERE case_id = ? ORDER BY exhibit, claim""",
                "session",
                slice,
                (rows, _) ->
                        new OwnLists.Session(
                                rows.getInt(1),
                                span(rows),
                                rows.getString(4),
                                rows.getString(5),
                                rows.getString(6),
                                Times.moment(rows, 7),
                                Times.moment(rows, 9),
                                mask.json(rows.getString(11))));
    }

    Page<OwnLists.Media> media(Slice slice) {
        return page(
                """
                SELECT exhibit, start, length, list, date_unix, date_local, attachments
                FROM derived.own_media WHERE case_id = ? ORDER BY exhibit, claim""",
                "own_media",
                slice,
                (rows, _) ->
                        new OwnLists.Media(
                                rows.getInt(1),
                                span(rows),
                                rows.getString(4),
                                Times.moment(rows, 5),
                                mask.json(rows.getString(7))));
    }

    private <T> Page<T> page(String sql, String table, Slice slice, RowMapper<T> row) {
        long total =
                client.sql("SELECT count(*) FROM derived." + table + " WHERE case_id = ?")
                        .param(caseId)
                        .query(Long.class)
                        .single();
        List<T> rows =
                client.sql(sql + " LIMIT ? OFFSET ?")
                        .param(caseId)
                        .param(slice.limit())
                        .param(slice.offset())
                        .query(row)
                        .list();
        return new Page<>(rows, total, slice);
    }

    Page<OwnLists.UnknownPath> unknownPaths(Slice slice) {
        long total =
                client.sql(
                                "SELECT count(DISTINCT path) FROM derived.unknown_field"
                                        + " WHERE case_id = ?")
                        .param(caseId)
                        .query(Long.class)
                        .single();
        return new Page<>(
                client.sql(
                                """
                                SELECT path, count(*), min(exhibit) FROM derived.unknown_field
                                WHERE case_id = ? GROUP BY path ORDER BY count(*) DESC, path
                                LIMIT ? OFFSET ?""")
                        .param(caseId)
                        .param(slice.limit())
                        .param(slice.offset())
                        .query(
                                (rows, _) ->
                                        new OwnLists.UnknownPath(
                                                rows.getString(1), rows.getLong(2), rows.getInt(3)))
                        .list(),
                total,
                slice);
    }

    Page<OwnLists.Unknown> unknown(String path, Slice slice) {
        long total =
                client.sql(
                                "SELECT count(*) FROM derived.unknown_field"
                                        + " WHERE case_id = ? AND path = ?")
                        .param(caseId)
                        .param(path)
                        .query(Long.class)
                        .single();
        return new Page<>(
                client.sql(
                                """
                                SELECT u.exhibit, u.start, u.length,
                                    CASE WHEN r.operator > 0 THEN NULL ELSE u.json END
                                FROM derived.unknown_field u
                                JOIN derived.reading r
                                    ON r.case_id = u.case_id AND r.exhibit = u.exhibit
                                WHERE u.case_id = ? AND u.path = ? ORDER BY u.exhibit, u.claim
                                LIMIT ? OFFSET ?""")
                        .param(caseId)
                        .param(path)
                        .param(slice.limit())
                        .param(slice.offset())
                        .query(
                                (rows, _) ->
                                        new OwnLists.Unknown(
                                                rows.getInt(1),
                                                span(rows),
                                                path,
                                                mask.whole(rows.getString(4))))
                        .list(),
                total,
                slice);
    }

    private static Span span(ResultSet rows) throws SQLException {
        return new Span(rows.getLong(2), rows.getLong(3));
    }
}
