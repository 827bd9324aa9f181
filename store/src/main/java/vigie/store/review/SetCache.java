package vigie.store.review;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import vigie.casework.operation.RowSet;
import vigie.casework.review.Decision;
import vigie.casework.review.ReviewSets;
import vigie.casework.review.ReviewState;
import vigie.casework.review.Verdict;

/// The sets of one case, kept in memory and brought up to date by the rows that became visible
/// since: their serials rise in that order, since the case's decisions are made one after the
/// other.
final class SetCache {
    /// Where more messages were decided about since, all are read anew: that is faster then.
    private static final int MOST = 20_000;

    private static final int FETCHED = 10_000;

    private static final String RELEVANCE =
            """
            SELECT DISTINCT ON (d.row) d.row, d.verdict FROM derived.decision d
            WHERE d.case_id = ? AND d.kind = 1 AND NOT EXISTS (
                SELECT FROM derived.decision w
                WHERE w.case_id = ? AND w.kind = 5 AND w.target = d.entry AND w.row = d.row)
            ORDER BY d.row, d.entry DESC""";

    private static final String TAGS =
            """
            SELECT DISTINCT d.row, d.words FROM derived.decision d
            WHERE d.case_id = ? AND d.kind = 2 AND NOT EXISTS (
                SELECT FROM derived.decision w
                WHERE w.case_id = ? AND w.kind = 5 AND w.target = d.entry AND w.row = d.row)
            ORDER BY d.row""";

    private ReviewSets sets = ReviewSets.NONE;
    private long seen;

    /// The sets, where nothing was decided since they were read; none where something was.
    Optional<ReviewSets> now(Connection connection, int caseId) throws SQLException {
        long newest = newest(connection, caseId);
        synchronized (this) {
            return newest == seen ? Optional.of(sets) : Optional.empty();
        }
    }

    /// The sets as the transaction sees them.
    synchronized ReviewSets sets(Connection connection, int caseId) throws SQLException {
        long newest = newest(connection, caseId);
        if (newest == seen) {
            return sets;
        }
        List<Long> touched = newest < seen ? List.of() : touched(connection, caseId);
        if (touched.isEmpty() || touched.size() > MOST || seen == 0) {
            sets = all(connection, caseId);
        } else {
            sets = updated(touched, new DecisionReads(connection, caseId).states(touched));
        }
        seen = newest;
        return sets;
    }

    private static long newest(Connection connection, int caseId) throws SQLException {
        try (PreparedStatement ask =
                connection.prepareStatement(
                        "SELECT coalesce(max(serial), 0) FROM derived.decision"
                                + " WHERE case_id = ?")) {
            ask.setInt(1, caseId);
            try (ResultSet rows = ask.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private List<Long> touched(Connection connection, int caseId) throws SQLException {
        List<Long> touched = new ArrayList<>();
        try (PreparedStatement ask =
                connection.prepareStatement(
                        "SELECT DISTINCT row FROM derived.decision"
                                + " WHERE case_id = ? AND serial > ? LIMIT ?")) {
            ask.setInt(1, caseId);
            ask.setLong(2, seen);
            ask.setInt(3, MOST + 1);
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) {
                    touched.add(rows.getLong(1));
                }
            }
        }
        return touched;
    }

    private ReviewSets updated(List<Long> touched, Map<Long, ReviewState> states) {
        Map<Verdict, Set<Long>> verdicts = new EnumMap<>(Verdict.class);
        Map<String, Set<Long>> tagged = new HashMap<>();
        states.forEach(
                (row, state) -> {
                    state.verdict()
                            .ifPresent(
                                    verdict ->
                                            verdicts.computeIfAbsent(verdict, _ -> new HashSet<>())
                                                    .add(row));
                    state.tags()
                            .forEach(
                                    act -> {
                                        if (act.decision() instanceof Decision.Tag(String word)) {
                                            tagged.computeIfAbsent(word, _ -> new HashSet<>())
                                                    .add(row);
                                        }
                                    });
                });
        Set<Long> looked = Set.copyOf(touched);
        Map<Verdict, RowSet> newVerdicts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            newVerdicts.put(
                    verdict,
                    changed(sets.of(verdict), looked, verdicts.getOrDefault(verdict, Set.of())));
        }
        Set<String> words = new HashSet<>(sets.tags().keySet());
        words.addAll(tagged.keySet());
        SortedMap<String, RowSet> newTags = new TreeMap<>();
        for (String word : words) {
            RowSet rows = changed(sets.tagged(word), looked, tagged.getOrDefault(word, Set.of()));
            if (rows.size() > 0) {
                newTags.put(word, rows);
            }
        }
        return new ReviewSets(newVerdicts, newTags);
    }

    /// The same set where nothing changed, so that what was computed for it serves on.
    private static RowSet changed(RowSet set, Set<Long> looked, Set<Long> kept) {
        for (long row : looked) {
            if (set.contains(row) != kept.contains(row)) {
                return set.with(looked, kept);
            }
        }
        return set;
    }

    private static ReviewSets all(Connection connection, int caseId) throws SQLException {
        Map<Verdict, Rows> verdicts = new EnumMap<>(Verdict.class);
        Map<String, Rows> tags = new HashMap<>();
        try (PreparedStatement ask = connection.prepareStatement(RELEVANCE)) {
            ask.setFetchSize(FETCHED);
            ask.setInt(1, caseId);
            ask.setInt(2, caseId);
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) {
                    verdicts.computeIfAbsent(DecisionRow.verdict(rows.getInt(2)), _ -> new Rows())
                            .add(rows.getLong(1));
                }
            }
        }
        try (PreparedStatement ask = connection.prepareStatement(TAGS)) {
            ask.setFetchSize(FETCHED);
            ask.setInt(1, caseId);
            ask.setInt(2, caseId);
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) {
                    tags.computeIfAbsent(rows.getString(2), _ -> new Rows()).add(rows.getLong(1));
                }
            }
        }
        Map<Verdict, RowSet> byVerdict = new EnumMap<>(Verdict.class);
        verdicts.forEach((verdict, rows) -> byVerdict.put(verdict, rows.set()));
        SortedMap<String, RowSet> byTag = new TreeMap<>();
        tags.forEach((tag, rows) -> byTag.put(tag, rows.set()));
        return new ReviewSets(byVerdict, byTag);
    }

    /// Rows that are being read.
    private static final class Rows {
        private long[] rows = new long[64];
        private int size;

        void add(long row) {
            if (size == rows.length) {
                rows = java.util.Arrays.copyOf(rows, 2 * size);
            }
            rows[size++] = row;
        }

        RowSet set() {
            return RowSet.of(java.util.Arrays.copyOf(rows, size));
        }
    }
}
