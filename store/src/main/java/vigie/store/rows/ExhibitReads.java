package vigie.store.rows;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vigie.casework.operation.Reading;
import vigie.casework.overview.Exhibits;
import vigie.casework.overview.Page;
import vigie.casework.overview.Slice;
import vigie.model.material.Exhibit;
import vigie.model.material.ReaderVersion;
import vigie.model.material.Sha256;

/// Exhibits as screens list them.
final class ExhibitReads {
    private static final String COLUMNS =
            """
            SELECT e.number, e.acquisition, e.digest, e.size, e.path, e.parent, e.in_place,
                r.reader, r.reader_version, r.claims, r.claim_stream, r.messages, r.events,
                r.unsupported, r.unknown, r.repaired, r.skipped, r.absent, r.error, r.operator
            """;

    private static final String FROM =
            """
            FROM derived.exhibit e
            LEFT JOIN derived.reading r ON r.case_id = e.case_id AND r.exhibit = e.number
            WHERE e.case_id = ?\s""";

    private final JdbcClient client;
    private final int caseId;

    ExhibitReads(JdbcClient client, int caseId) {
        this.client = client;
        this.caseId = caseId;
    }

    Page<Exhibits.Line> page(Exhibits.Which which, Slice slice) {
        String where =
                FROM
                        + switch (which) {
                            case ALL -> "";
                            case READ -> "AND r.exhibit IS NOT NULL";
                            case PARTIAL -> "AND r.error IS NOT NULL";
                            case REMARKABLE ->
                                    "AND (r.error IS NOT NULL OR r.unsupported + r.unknown"
                                            + " + r.repaired + r.skipped + r.absent > 0)";
                            case UNREAD -> "AND r.exhibit IS NULL";
                        };
        long total =
                client.sql("SELECT count(*) " + where).param(caseId).query(Long.class).single();
        List<Exhibits.Line> lines =
                client.sql(COLUMNS + where + " ORDER BY e.number LIMIT ? OFFSET ?")
                        .param(caseId)
                        .param(slice.limit())
                        .param(slice.offset())
                        .query(ExhibitReads::line)
                        .list();
        return new Page<>(lines, total, slice);
    }

    Optional<Exhibits.Line> one(int number) {
        return client.sql(COLUMNS + FROM + "AND e.number = ?")
                .param(caseId)
                .param(number)
                .query(ExhibitReads::line)
                .optional();
    }

    List<Exhibits.Sum> sums() {
        return client.sql(
                        """
                        SELECT acquisition, count(*), sum(size)::bigint FROM derived.exhibit
                        WHERE case_id = ? GROUP BY acquisition ORDER BY acquisition""")
                .param(caseId)
                .query(
                        (rows, _) ->
                                new Exhibits.Sum(rows.getInt(1), rows.getLong(2), rows.getLong(3)))
                .list();
    }

    List<Exhibit> documents() {
        return client.sql(COLUMNS + FROM + "AND e.path ^@ 'basis-' ORDER BY e.number")
                .param(caseId)
                .query((rows, _) -> exhibit(rows))
                .list();
    }

    private static Exhibits.Line line(ResultSet rows, int index) throws SQLException {
        return new Exhibits.Line(exhibit(rows), reading(rows), rows.getInt(20));
    }

    private static Exhibit exhibit(ResultSet rows) throws SQLException {
        byte[] parent = rows.getBytes(6);
        return new Exhibit(
                rows.getInt(1),
                rows.getInt(2),
                Sha256.ofDigest(rows.getBytes(3)),
                rows.getLong(4),
                rows.getString(5),
                parent == null ? null : Sha256.ofDigest(parent),
                rows.getBoolean(7));
    }

    private static @Nullable Reading reading(ResultSet rows) throws SQLException {
        String reader = rows.getString(8);
        return reader == null
                ? null
                : new Reading(
                        rows.getInt(1),
                        new ReaderVersion(reader, rows.getInt(9)),
                        rows.getLong(10),
                        Sha256.ofDigest(rows.getBytes(11)),
                        rows.getLong(12),
                        rows.getLong(13),
                        rows.getLong(14),
                        rows.getLong(15),
                        rows.getLong(16),
                        rows.getLong(17),
                        rows.getLong(18),
                        rows.getString(19));
    }
}
