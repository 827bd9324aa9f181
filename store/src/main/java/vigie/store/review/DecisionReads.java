package vigie.store.review;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vigie.casework.review.Act;
import vigie.casework.review.ReviewState;
import vigie.casework.review.ReviewStore.Recent;
import vigie.model.casefile.Actor;

/// What was decided in one case, read under row-level security.
final class DecisionReads {
    private final Connection connection;
    private final int caseId;

    DecisionReads(Connection connection, int caseId) {
        this.connection = connection;
        this.caseId = caseId;
    }

    Map<Long, ReviewState> states(Collection<Long> wanted) throws SQLException {
        Map<Long, List<Act>> acts = new HashMap<>();
        try (PreparedStatement ask =
                connection.prepareStatement(
                        "SELECT "
                                + DecisionRow.COLUMNS
                                + " FROM derived.decision WHERE case_id = ? AND row = ANY (?)")) {
            ask.setInt(1, caseId);
            ask.setArray(2, connection.createArrayOf("bigint", wanted.toArray()));
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) {
                    Act act = DecisionRow.act(rows);
                    acts.computeIfAbsent(act.row(), _ -> new ArrayList<>()).add(act);
                }
            }
        }
        Map<Long, ReviewState> states = new HashMap<>();
        acts.forEach((row, of) -> states.put(row, ReviewState.of(of)));
        return states;
    }

    List<Long> decidedBy(long entry) throws SQLException {
        List<Long> found = new ArrayList<>();
        try (PreparedStatement ask =
                connection.prepareStatement(
                        "SELECT row FROM derived.decision"
                                + " WHERE case_id = ? AND entry = ? ORDER BY row")) {
            ask.setInt(1, caseId);
            ask.setLong(2, entry);
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
        }
        return found;
    }

    /// How many of these are messages of the case.
    int messages(Collection<Long> wanted) throws SQLException {
        try (PreparedStatement ask =
                connection.prepareStatement(
                        "SELECT count(*) FROM derived.message"
                                + " WHERE case_id = ? AND row = ANY (?)")) {
            ask.setInt(1, caseId);
            ask.setArray(2, connection.createArrayOf("bigint", wanted.toArray()));
            try (ResultSet rows = ask.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    Map<Actor, Long> since(Instant since) throws SQLException {
        Map<Actor, Long> counts = new HashMap<>();
        try (PreparedStatement ask =
                connection.prepareStatement(
                        """
                        SELECT actor, count(*) FROM (
                            SELECT DISTINCT entry, actor FROM derived.decision
                            WHERE case_id = ? AND at >= ?) d
                        GROUP BY actor""")) {
            ask.setInt(1, caseId);
            ask.setObject(2, since.atOffset(ZoneOffset.UTC));
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) {
                    counts.put(new Actor(rows.getString(1)), rows.getLong(2));
                }
            }
        }
        return counts;
    }

    List<Recent> recent(int limit) throws SQLException {
        List<Recent> recent = new ArrayList<>();
        try (PreparedStatement ask =
                connection.prepareStatement(
                        """
                        WITH RECURSIVE newest(entry, left_over) AS (
                            SELECT max(entry), ? FROM derived.decision WHERE case_id = ?
                            UNION ALL
                            SELECT (SELECT max(d.entry) FROM derived.decision d
                                    WHERE d.case_id = ? AND d.entry < n.entry), n.left_over - 1
                            FROM newest n WHERE n.entry IS NOT NULL AND n.left_over > 1)
                        SELECT d.entry, d.row, d.actor, d.at, d.kind, d.verdict, d.language,
                            d.words, d.target,
                            (SELECT count(*) FROM derived.decision c
                             WHERE c.case_id = ? AND c.entry = d.entry)
                        FROM newest n CROSS JOIN LATERAL (
                            SELECT * FROM derived.decision o
                            WHERE o.case_id = ? AND o.entry = n.entry ORDER BY o.row LIMIT 1) d
                        ORDER BY d.entry DESC""")) {
            ask.setInt(1, limit);
            for (int i = 2; i <= 5; i++) {
                ask.setInt(i, caseId);
            }
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) {
                    recent.add(new Recent(DecisionRow.act(rows), rows.getInt(10)));
                }
            }
        }
        return recent;
    }
}
