package vigie.store.review;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vigie.casework.review.Act;
import vigie.casework.review.Decided;
import vigie.casework.review.Proposal;
import vigie.casework.review.ReviewSets;
import vigie.casework.review.ReviewState;
import vigie.casework.review.ReviewStore;
import vigie.evidence.ledger.Entry;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;
import vigie.model.casefile.Refusal;
import vigie.store.postgres.Database;

/// Decisions in PostgreSQL. Safe for several threads.
public final class PostgresReviewStore implements ReviewStore {
    /// What the database says where a policy forbids a row.
    private static final String FORBIDDEN = "42501";

    private final Database database;
    private final Map<Integer, SetCache> caches = new ConcurrentHashMap<>();

    /// Decisions in a database whose schema is of this program's version.
    public PostgresReviewStore(Database database) {
        this.database = database;
    }

    private interface CaseWork<T> {
        T run(Connection connection, int caseId) throws SQLException;
    }

    @Override
    public Map<Long, ReviewState> of(CaseName name, Actor actor, Collection<Long> rows) {
        return reading(
                name,
                actor,
                (connection, caseId) -> new DecisionReads(connection, caseId).states(rows));
    }

    @Override
    public List<Long> decidedBy(CaseName name, Actor actor, long entry) {
        return reading(
                name,
                actor,
                (connection, caseId) -> new DecisionReads(connection, caseId).decidedBy(entry));
    }

    @Override
    public Decided decide(CaseName name, Actor actor, Proposal proposal, Entering entering)
            throws IOException {
        try {
            return asReader(
                    name,
                    actor,
                    (connection, caseId) -> decide(connection, caseId, actor, proposal, entering));
        } catch (NotEntered failed) {
            throw failed.why;
        }
    }

    private static Decided decide(
            Connection connection, int caseId, Actor actor, Proposal proposal, Entering entering)
            throws SQLException {
        DecisionLock.take(connection, caseId);
        DecisionReads reads = new DecisionReads(connection, caseId);
        requirePermission(connection, caseId, actor, proposal);
        if (reads.messages(proposal.rows()) < proposal.rows().size()) {
            throw new Refusal(Refusal.Kind.PERMISSION, "the case has no such message");
        }
        Map<Long, ReviewState> now = reads.states(proposal.rows());
        Optional<Decided> obstacle = proposal.obstacle(now, actor);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        List<Long> rows = proposal.changed(now, actor);
        Entry entry;
        try {
            entry = entering.enter(rows);
        } catch (IOException why) {
            throw new NotEntered(why);
        }
        List<Act> acts =
                rows.stream()
                        .map(
                                row ->
                                        new Act(
                                                entry.seq(),
                                                row,
                                                actor,
                                                entry.at(),
                                                proposal.decision()))
                        .toList();
        DecisionRow.insert(connection, caseId, acts, false);
        return new Decided.Entered(entry.seq(), entry.at(), rows);
    }

    /// Has the policy of the table judge a row like those to come, and takes it back: what is not
    /// allowed must not reach the ledger.
    private static void requirePermission(
            Connection connection, int caseId, Actor actor, Proposal proposal) throws SQLException {
        Savepoint before = connection.setSavepoint();
        Act trial =
                new Act(
                        Long.MAX_VALUE,
                        proposal.rows().getFirst(),
                        actor,
                        Instant.EPOCH,
                        proposal.decision());
        try {
            DecisionRow.insert(connection, caseId, List.of(trial), false);
        } catch (SQLException refused) {
            if (FORBIDDEN.equals(refused.getSQLState())) {
                throw new Refusal(
                        Refusal.Kind.PERMISSION, actor + " may not decide so in this case");
            }
            throw refused;
        }
        connection.rollback(before);
        connection.releaseSavepoint(before);
    }

    /// That the ledger did not take a decision.
    private static final class NotEntered extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient IOException why;

        NotEntered(IOException why) {
            super(why);
            this.why = why;
        }
    }

    @Override
    public ReviewSets sets(CaseName name, Actor actor) {
        return reading(name, actor, (connection, caseId) -> cache(caseId).now(connection, caseId))
                .orElseGet(
                        () ->
                                asReader(
                                        name,
                                        actor,
                                        (connection, caseId) ->
                                                cache(caseId).sets(connection, caseId)));
    }

    private SetCache cache(int caseId) {
        return caches.computeIfAbsent(caseId, _ -> new SetCache());
    }

    @Override
    public Map<Actor, Long> decisionsSince(CaseName name, Actor actor, Instant since) {
        return reading(
                name,
                actor,
                (connection, caseId) -> new DecisionReads(connection, caseId).since(since));
    }

    @Override
    public List<Recent> recent(CaseName name, Actor actor, int limit) {
        return reading(
                name,
                actor,
                (connection, caseId) -> new DecisionReads(connection, caseId).recent(limit));
    }

    @Override
    public long replayed(CaseName name) {
        return asLoader(
                name,
                (connection, caseId) -> {
                    try (PreparedStatement ask =
                            connection.prepareStatement(
                                    "SELECT decided FROM derived.summary WHERE case_id = ?")) {
                        ask.setInt(1, caseId);
                        try (ResultSet rows = ask.executeQuery()) {
                            return rows.next() ? rows.getLong(1) : 0L;
                        }
                    }
                });
    }

    @Override
    public void replay(CaseName name, List<Act> acts, long entries) {
        asLoader(
                name,
                (connection, caseId) -> {
                    DecisionLock.take(connection, caseId);
                    DecisionRow.insert(connection, caseId, acts, true);
                    try (PreparedStatement update =
                            connection.prepareStatement(
                                    """
                                    UPDATE derived.summary SET decided = greatest(decided, ?)
                                    WHERE case_id = ?""")) {
                        update.setLong(1, entries);
                        update.setInt(2, caseId);
                        return update.executeUpdate();
                    }
                });
    }

    /// Drops the decisions of a case in the transaction that drops its other derived rows.
    public static void forget(Connection connection, int caseId) throws SQLException {
        DecisionLock.take(connection, caseId);
        try (Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM derived.decision WHERE case_id = " + caseId);
        }
    }

    private <T> T reading(CaseName name, Actor actor, CaseWork<T> work) {
        return ContentCase.reading(database, name, actor, work::run);
    }

    private <T> T asReader(CaseName name, Actor actor, CaseWork<T> work) {
        return ContentCase.with(database, name, actor, work::run);
    }

    private <T> T asLoader(CaseName name, CaseWork<T> work) {
        return database.asLoader(
                (_, connection) -> work.run(connection, ContentCase.id(connection, name)));
    }
}
