package vigie.store.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vigie.model.material.Exhibit;
import vigie.model.material.Sha256;
import vigie.store.digest.MaterialRows;
import vigie.store.digest.RowSum;
import vigie.store.digest.Utf8;

/// The rows of `exhibit`.
final class Exhibits {
    private static final String INSERT =
            """
            INSERT INTO derived.exhibit
                (case_id, number, acquisition, digest, size, path, parent, in_place)
            SELECT ?, number, acquisition, decode(digest, 'hex'), size, path,
                decode(parent, 'hex'), in_place
            FROM unnest(?::integer[], ?::integer[], ?::text[], ?::bigint[], ?::text[], ?::text[],
                ?::boolean[]) v(number, acquisition, digest, size, path, parent, in_place)
            ON CONFLICT DO NOTHING RETURNING number""";

    private static final int BATCH = 5000;

    private Exhibits() {}

    static List<Exhibit> all(Connection connection, int caseId) throws SQLException {
        List<Exhibit> exhibits = new ArrayList<>();
        try (PreparedStatement ask =
                connection.prepareStatement(
                        """
                        SELECT number, acquisition, digest, size, path, parent, in_place
                        FROM derived.exhibit WHERE case_id = ? ORDER BY number""")) {
            ask.setInt(1, caseId);
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) {
                    byte[] parent = rows.getBytes(6);
                    exhibits.add(
                            new Exhibit(
                                    rows.getInt(1),
                                    rows.getInt(2),
                                    Sha256.ofDigest(rows.getBytes(3)),
                                    rows.getLong(4),
                                    rows.getString(5),
                                    parent == null ? null : Sha256.ofDigest(parent),
                                    rows.getBoolean(7)));
                }
            }
        }
        return exhibits;
    }

    /// How many entries of the ledger the rows know of.
    static long replayed(Connection connection, int caseId) throws SQLException {
        try (PreparedStatement ask =
                connection.prepareStatement(
                        "SELECT replayed FROM derived.summary WHERE case_id = ?")) {
            ask.setInt(1, caseId);
            try (ResultSet rows = ask.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    /// Adds those that are not there, and their digests to the case's sum.
    ///
    /// @param replayed how many entries of the ledger say so
    static void add(Connection connection, int caseId, List<Exhibit> exhibits, long replayed)
            throws SQLException {
        CaseLock.take(connection, caseId);
        summary(connection, caseId);
        BulkTable.make(connection, caseId);
        RowSum sum = new RowSum();
        MaterialRows digests = new MaterialRows();
        long added = 0;
        for (int from = 0; from < exhibits.size(); from += BATCH) {
            List<Exhibit> batch = exhibits.subList(from, Math.min(exhibits.size(), from + BATCH));
            Map<Integer, Exhibit> byNumber = new HashMap<>();
            batch.forEach(exhibit -> byNumber.put(exhibit.number(), exhibit));
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                fill(connection, insert, caseId, batch);
                try (ResultSet rows = insert.executeQuery()) {
                    while (rows.next()) {
                        Exhibit exhibit = byNumber.get(rows.getInt(1));
                        if (exhibit != null) {
                            sum.add(digests.exhibit(exhibit));
                            added++;
                        }
                    }
                }
            }
        }
        count(connection, caseId, added, replayed, sum);
    }

    /// Makes the case's summary where there is none.
    private static void summary(Connection connection, int caseId) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        """
                        INSERT INTO derived.summary (case_id, exhibit_sum) VALUES (?, ?)
                        ON CONFLICT DO NOTHING""")) {
            insert.setInt(1, caseId);
            insert.setBytes(2, new RowSum().bytes());
            insert.executeUpdate();
        }
    }

    private static void fill(
            Connection connection, PreparedStatement insert, int caseId, List<Exhibit> batch)
            throws SQLException {
        insert.setInt(1, caseId);
        insert.setArray(2, array(connection, "integer", batch, Exhibit::number));
        insert.setArray(3, array(connection, "integer", batch, Exhibit::acquisition));
        insert.setArray(4, array(connection, "text", batch, e -> e.digest().hex()));
        insert.setArray(5, array(connection, "bigint", batch, Exhibit::size));
        insert.setArray(6, array(connection, "text", batch, e -> Utf8.text(e.path())));
        insert.setArray(
                7,
                array(
                        connection,
                        "text",
                        batch,
                        e -> e.parent() == null ? null : e.parent().hex()));
        insert.setArray(8, array(connection, "boolean", batch, Exhibit::inPlace));
    }

    private static java.sql.Array array(
            Connection connection,
            String type,
            List<Exhibit> batch,
            java.util.function.Function<Exhibit, @org.jspecify.annotations.Nullable Object> part)
            throws SQLException {
        return connection.createArrayOf(type, batch.stream().map(part).toArray());
    }

    private static void count(
            Connection connection, int caseId, long added, long replayed, RowSum sum)
            throws SQLException {
        try (PreparedStatement ask =
                        connection.prepareStatement(
                                "SELECT exhibit_sum FROM derived.summary WHERE case_id = ?");
                PreparedStatement update =
                        connection.prepareStatement(
                                """
                                UPDATE derived.summary SET exhibits = exhibits + ?, exhibit_sum = ?,
                                    settled = settled AND ? = 0,
                                    replayed = greatest(replayed, ?)
                                WHERE case_id = ?""")) {
            ask.setInt(1, caseId);
            try (ResultSet rows = ask.executeQuery()) {
                rows.next();
                sum.add(rows.getBytes(1));
            }
            update.setLong(1, added);
            update.setBytes(2, sum.bytes());
            update.setLong(3, added);
            update.setLong(4, replayed);
            update.setInt(5, caseId);
            update.executeUpdate();
        }
    }
}
