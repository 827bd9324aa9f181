package vigie.store.review;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import vigie.casework.review.Act;
import vigie.casework.review.Decision;
import vigie.casework.review.Verdict;
import vigie.model.casefile.Actor;
import vigie.store.digest.Utf8;

/// Acts as rows of `derived.decision`.
final class DecisionRow {
    /// The columns that [#act] reads.
    static final String COLUMNS = "entry, row, actor, at, kind, verdict, language, words, target";

    static final int RELEVANCE = 1;
    static final int TAG = 2;
    static final int NOTE = 3;
    static final int TRANSLATION = 4;
    static final int WITHDRAWAL = 5;

    private static final String INSERT =
            """
            INSERT INTO derived.decision
                (case_id, entry, row, actor, at, kind, verdict, language, words, target)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private DecisionRow() {}

    /// Inserts acts.
    ///
    /// @param known whether some may be there already
    static void insert(Connection connection, int caseId, List<Act> acts, boolean known)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(known ? INSERT + " ON CONFLICT DO NOTHING" : INSERT)) {
            for (Act act : acts) {
                insert.setInt(1, caseId);
                insert.setLong(2, act.entry());
                insert.setLong(3, act.row());
                insert.setString(4, act.by().id());
                insert.setObject(5, act.at().atOffset(ZoneOffset.UTC));
                insert.setNull(7, Types.SMALLINT);
                insert.setNull(8, Types.VARCHAR);
                insert.setNull(9, Types.VARCHAR);
                insert.setNull(10, Types.BIGINT);
                decision(insert, act.decision());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void decision(PreparedStatement insert, Decision decision) throws SQLException {
        insert.setInt(6, kind(decision));
        switch (decision) {
            case Decision.Relevance(Verdict verdict) -> insert.setInt(7, number(verdict));
            case Decision.Tag(String word) -> insert.setString(9, Utf8.text(word));
            case Decision.Note(String text) -> insert.setString(9, Utf8.text(text));
            case Decision.Translation(String language, String text) -> {
                insert.setString(8, language);
                insert.setString(9, Utf8.text(text));
            }
            case Decision.Withdrawal(long entry) -> insert.setLong(10, entry);
        }
    }

    static int kind(Decision decision) {
        return switch (decision) {
            case Decision.Relevance _ -> RELEVANCE;
            case Decision.Tag _ -> TAG;
            case Decision.Note _ -> NOTE;
            case Decision.Translation _ -> TRANSLATION;
            case Decision.Withdrawal _ -> WITHDRAWAL;
        };
    }

    static int number(Verdict verdict) {
        return switch (verdict) {
            case RELEVANT -> 1;
            case NOT_RELEVANT -> 2;
            case LATER -> 3;
        };
    }

    static Verdict verdict(int number) {
        return switch (number) {
            case 1 -> Verdict.RELEVANT;
            case 2 -> Verdict.NOT_RELEVANT;
            case 3 -> Verdict.LATER;
            default -> throw new IllegalArgumentException("not a verdict: " + number);
        };
    }

    /// The act of a row, of which [#COLUMNS] were asked.
    static Act act(ResultSet rows) throws SQLException {
        Decision decision =
                switch (rows.getInt(5)) {
                    case RELEVANCE -> new Decision.Relevance(verdict(rows.getInt(6)));
                    case TAG -> new Decision.Tag(rows.getString(8));
                    case NOTE -> new Decision.Note(rows.getString(8));
                    case TRANSLATION ->
                            new Decision.Translation(rows.getString(7), rows.getString(8));
                    case WITHDRAWAL -> new Decision.Withdrawal(rows.getLong(9));
                    default -> throw new IllegalArgumentException("not a kind of decision");
                };
        Instant at = rows.getObject(4, OffsetDateTime.class).toInstant();
        return new Act(
                rows.getLong(1), rows.getLong(2), new Actor(rows.getString(3)), at, decision);
    }
}
