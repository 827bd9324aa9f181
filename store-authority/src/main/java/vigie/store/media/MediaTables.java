package vigie.store.media;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import vigie.store.digest.RowSum;
import vigie.store.postgres.Migrated;
import vigie.store.rows.StorePart;

/// The tables of media: derived ones, and those of exposure, which are not.
public final class MediaTables implements StorePart {
    /// Raised by whatever changes a derived table, or what a row of one means.
    static final int VERSION = 2;

    /// The newest packaged migration.
    static final int NEWEST = 2;

    /// The section of the state digest.
    static final String SECTION = "match";

    private static final List<String> TABLES =
            List.of(
                    "media_item",
                    "media_view",
                    "media_frame",
                    "media_property",
                    "media_match",
                    "media_stack",
                    "media_appearance",
                    "media_decision",
                    "media_state");

    @Override
    public String name() {
        return "media";
    }

    @Override
    public Migrated migrated() {
        return new Migrated(name(), NEWEST);
    }

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public String script() {
        return "media.sql";
    }

    @Override
    public void forget(Connection connection, int caseId) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute("DELETE FROM derived." + table + " WHERE case_id = " + caseId);
            }
        }
    }

    @Override
    public SortedMap<String, RowSum> stored(Connection connection, int caseId) throws SQLException {
        RowSum sum = new RowSum();
        try (PreparedStatement ask =
                connection.prepareStatement(
                        "SELECT match_sum FROM derived.media_state WHERE case_id = ?")) {
            ask.setInt(1, caseId);
            try (ResultSet rows = ask.executeQuery()) {
                if (rows.next()) {
                    sum.add(rows.getBytes(1));
                }
            }
        }
        SortedMap<String, RowSum> sections = new TreeMap<>();
        sections.put(SECTION, sum);
        return sections;
    }

    @Override
    public SortedMap<String, RowSum> recomputed(Connection connection, int caseId)
            throws SQLException {
        SortedMap<String, RowSum> sections = new TreeMap<>();
        sections.put(SECTION, new MatchDigest(connection, caseId).sum());
        return sections;
    }
}
