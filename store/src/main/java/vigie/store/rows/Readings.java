package vigie.store.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import vigie.casework.operation.Reading;
import vigie.model.material.ReaderVersion;
import vigie.model.material.Sha256;

/// The rows of `reading`.
final class Readings {
    private Readings() {}

    /// A reading with what the basis said of the exporter.
    record Stored(Reading reading, int operator, String declaredOwner) {}

    static List<Stored> stored(Connection connection, int caseId) throws SQLException {
        List<Stored> readings = new ArrayList<>();
        try (PreparedStatement ask =
                connection.prepareStatement(
                        """
                        SELECT exhibit, reader, reader_version, claims, claim_stream, messages,
                            events, unsupported, unknown, repaired, skipped, absent, error,
                            operator, declared_owner
                        FROM derived.reading WHERE case_id = ? ORDER BY exhibit""")) {
            ask.setInt(1, caseId);
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) {
                    readings.add(
                            new Stored(
                                    new Reading(
                                            rows.getInt(1),
                                            new ReaderVersion(rows.getString(2), rows.getInt(3)),
                                            rows.getLong(4),
                                            Sha256.ofDigest(rows.getBytes(5)),
                                            rows.getLong(6),
                                            rows.getLong(7),
                                            rows.getLong(8),
                                            rows.getLong(9),
                                            rows.getLong(10),
                                            rows.getLong(11),
                                            rows.getLong(12),
                                            rows.getString(13)),
                                    rows.getInt(14),
                                    rows.getString(15)));
                }
            }
        }
        return readings;
    }
}
