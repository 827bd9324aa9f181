package vigie.store.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.casework.operation.RowId;
import vigie.model.material.Sha256;
import vigie.store.digest.MaterialRows;
import vigie.store.digest.RowSum;

/// Connects references to the exhibits that are the files they mean.
///
/// A path is relative to the folder of the exhibit that refers, under each name under which its
/// bytes were taken. Of several files, one of the same acquisition goes first, then one relative to
/// this name of the exhibit, then the lowest digest, then the lowest number.
final class MediaSettling {
    private static final int BATCH = 5000;

    private static final String CHANGES =
            """
            SELECT b.row, b.item, b.role, b.path, b.number, b.digest, b.referring, o.digest
            FROM (SELECT DISTINCT ON (r.row, r.item)
                      r.row, r.item, r.role, r.path, r.file, e.number, e.digest,
                      x.digest AS referring
                  FROM derived.reading g
                  JOIN derived.exhibit x ON x.case_id = g.case_id AND x.number = g.exhibit
                  JOIN derived.exhibit y ON y.case_id = g.case_id AND y.digest = x.digest
                  JOIN derived.media_reference r ON r.case_id = g.case_id
                      AND (r.row >> 40)::integer = g.exhibit
                  JOIN derived.exhibit e ON e.case_id = g.case_id
                      AND e.path = regexp_replace(y.path, '[^/]*$', '') || r.path
                  WHERE g.case_id = ? AND r.case_id = ? AND g.media > 0
                    AND g.known_exhibits < (SELECT max(number) FROM derived.exhibit
                                            WHERE case_id = ?)
                  ORDER BY r.row, r.item, (e.acquisition = x.acquisition) DESC,
                      (y.number = x.number) DESC, e.digest, e.number) b
            LEFT JOIN derived.exhibit o ON o.case_id = ? AND o.number = b.file
            WHERE b.file IS DISTINCT FROM b.number""";

    private final Connection connection;
    private final int caseId;
    private final MaterialRows digests = new MaterialRows();
    private final Map<Integer, RowSum> sums = new HashMap<>();
    private final List<Long> rows = new ArrayList<>();
    private final List<Integer> items = new ArrayList<>();
    private final List<Integer> files = new ArrayList<>();

    MediaSettling(Connection connection, int caseId) {
        this.connection = connection;
        this.caseId = caseId;
    }

    void run() throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement(CHANGES)) {
            for (int i = 1; i <= 4; i++) {
                ask.setInt(i, caseId);
            }
            ask.setFetchSize(BATCH);
            try (ResultSet changes = ask.executeQuery()) {
                while (changes.next()) {
                    change(changes);
                    if (rows.size() == BATCH) {
                        write();
                    }
                }
            }
        }
        write();
        writeSums();
        try (PreparedStatement update =
                connection.prepareStatement(
                        """
                        UPDATE derived.reading SET known_exhibits = e.last
                        FROM (SELECT max(number) AS last FROM derived.exhibit WHERE case_id = ?) e
                        WHERE case_id = ? AND known_exhibits < e.last""")) {
            update.setInt(1, caseId);
            update.setInt(2, caseId);
            update.executeUpdate();
        }
    }

    private void change(ResultSet changes) throws SQLException {
        long row = changes.getLong(1);
        int item = changes.getInt(2);
        String role = changes.getString(3);
        String path = changes.getString(4);
        Sha256 referring = Sha256.ofDigest(changes.getBytes(7));
        rows.add(row);
        items.add(item);
        files.add(changes.getInt(5));
        RowSum sum = sum(RowId.exhibit(row));
        sum.subtract(
                digests.reference(
                        referring, RowId.offset(row), item, role, path, digest(changes, 8)));
        sum.add(
                digests.reference(
                        referring, RowId.offset(row), item, role, path, digest(changes, 6)));
    }

    private static @Nullable Sha256 digest(ResultSet changes, int column) throws SQLException {
        byte[] bytes = changes.getBytes(column);
        return bytes == null ? null : Sha256.ofDigest(bytes);
    }

    private RowSum sum(int exhibit) throws SQLException {
        RowSum sum = sums.get(exhibit);
        if (sum == null) {
            try (PreparedStatement ask =
                    connection.prepareStatement(
                            "SELECT media_sum FROM derived.reading WHERE case_id = ? AND exhibit = ?")) {
                ask.setInt(1, caseId);
                ask.setInt(2, exhibit);
                try (ResultSet found = ask.executeQuery()) {
                    found.next();
                    sum = RowSum.of(found.getBytes(1));
                }
            }
            sums.put(exhibit, sum);
        }
        return sum;
    }

    private void write() throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement update =
                connection.prepareStatement(
                        """
                        UPDATE derived.media_reference r SET file = v.file
                        FROM unnest(?::bigint[], ?::integer[], ?::integer[]) v(row, item, file)
                        WHERE r.case_id = ? AND r.row = v.row AND r.item = v.item""")) {
            update.setArray(1, connection.createArrayOf("bigint", rows.toArray()));
            update.setArray(2, connection.createArrayOf("integer", items.toArray()));
            update.setArray(3, connection.createArrayOf("integer", files.toArray()));
            update.setInt(4, caseId);
            update.executeUpdate();
        }
        rows.clear();
        items.clear();
        files.clear();
    }

    private void writeSums() throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "UPDATE derived.reading SET media_sum = ? WHERE case_id = ? AND exhibit = ?")) {
            for (Map.Entry<Integer, RowSum> entry : sums.entrySet()) {
                update.setBytes(1, entry.getValue().bytes());
                update.setInt(2, caseId);
                update.setInt(3, entry.getKey());
                update.addBatch();
            }
            update.executeBatch();
        }
    }
}
