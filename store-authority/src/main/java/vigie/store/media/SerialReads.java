package vigie.store.media;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import vigie.casework.media.SharedSerial;
import vigie.casework.overview.Slice;

/// Serial numbers that different files of a case share, the most shared first.
final class SerialReads {
    /// Of devices, not of lenses, which are lent. Zeros and signs alone are what devices write that
    /// have no number. The same number of two makers is two.
    private static final String SHARED =
            """
            SELECT coalesce(m.maker, '') AS maker, p.number, count(DISTINCT p.item) AS files,
                array_agg(DISTINCT p.item) AS items
            FROM (SELECT DISTINCT item, btrim(value) AS number FROM derived.media_property
                  WHERE case_id = :case AND name IN ('BodySerialNumber', 'SerialNumber',
                      'CameraSerialNumber', 'InternalSerialNumber')
                    AND value ~ '[1-9A-Za-z]') p
            LEFT JOIN (SELECT item, lower(btrim(min(value))) AS maker FROM derived.media_property
                  WHERE case_id = :case AND name = 'Make' GROUP BY item) m ON m.item = p.item
            GROUP BY 1, 2 HAVING count(DISTINCT p.item) > 1""";

    private final JdbcClient client;
    private final int caseId;

    SerialReads(JdbcClient client, int caseId) {
        this.client = client;
        this.caseId = caseId;
    }

    long count() {
        return client.sql("SELECT count(*) FROM (" + SHARED + ") s")
                .param("case", caseId)
                .query(Long.class)
                .single();
    }

    List<SharedSerial> shared(Slice slice) {
        return client.sql(SHARED + " ORDER BY files DESC, maker, number LIMIT :rows OFFSET :from")
                .param("case", caseId)
                .param("rows", slice.limit())
                .param("from", slice.offset())
                .query((rows, _) -> serial(rows))
                .list();
    }

    private static SharedSerial serial(ResultSet rows) throws SQLException {
        return new SharedSerial(
                rows.getString("maker"),
                rows.getString("number"),
                rows.getLong("files"),
                Arrays.stream((Integer[]) rows.getArray("items").getArray())
                        .limit(SharedSerial.ITEMS)
                        .toList());
    }
}
