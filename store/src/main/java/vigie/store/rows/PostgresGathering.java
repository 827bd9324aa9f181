package vigie.store.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.casework.operation.Gathering;
import vigie.casework.operation.Reading;
import vigie.casework.operation.RowId;
import vigie.model.claim.Claim;
import vigie.model.material.Exhibit;
import vigie.model.material.ReaderVersion;
import vigie.model.subject.AccountId;
import vigie.store.digest.RowSum;
import vigie.store.digest.Utf8;
import vigie.store.postgres.Trouble;

/// The gathering of one exhibit in one transaction of the loader, which also holds the case's lock:
/// gatherings of one case follow each other.
final class PostgresGathering implements Gathering {
    /// The tables that hold an exhibit's rows beside the bulk tables.
    static final List<String> EXHIBIT_TABLES =
            List.of(
                    "reading",
                    "presence",
                    "alias",
                    "copy",
                    "day_count",
                    "participation",
                    "misalignment",
                    "naming",
                    "migration",
                    "own_profile",
                    "contact",
                    "session",
                    "own_media",
                    "unknown_field");

    private final Connection connection;
    private final int caseId;
    private final Exhibit exhibit;
    private final ReaderVersion reader;
    private final int operator;
    private final String declaredOwner;
    private final CaseNumbers numbers;
    private final Tally tally;
    private final CopyStream copy;
    private final BulkTable messages;
    private final BulkTable references;
    private final ClaimRows rows;
    private State state = State.OPEN;

    private enum State {
        OPEN,
        FINISHED,
        COMMITTED,
        BROKEN,
        CLOSED
    }

    private PostgresGathering(
            Connection connection,
            int caseId,
            Exhibit exhibit,
            ReaderVersion reader,
            int operator,
            String declaredOwner)
            throws SQLException {
        this.connection = connection;
        this.caseId = caseId;
        this.exhibit = exhibit;
        this.reader = reader;
        this.operator = operator;
        this.declaredOwner = declaredOwner;
        CaseLock.take(connection, caseId);
        checkExhibit();
        replace();
        this.numbers = CaseNumbers.load(connection, caseId);
        this.tally = new Tally(caseId, exhibit.number(), numbers);
        this.messages =
                BulkTable.prepare(connection, BulkTable.Definition.MESSAGE, caseId, exhibit);
        this.references =
                BulkTable.prepare(connection, BulkTable.Definition.MEDIA, caseId, exhibit);
        this.copy = new CopyStream(connection);
        this.rows =
                new ClaimRows(
                        caseId,
                        exhibit,
                        reader,
                        operator > 0,
                        numbers,
                        tally,
                        copy,
                        messages.buffer(),
                        references.buffer());
    }

    /// Starts a gathering that closes the connection at its end.
    static PostgresGathering begin(
            Connection connection,
            int caseId,
            Exhibit exhibit,
            ReaderVersion reader,
            int operator,
            String declaredOwner)
            throws SQLException {
        try {
            return new PostgresGathering(
                    connection, caseId, exhibit, reader, operator, declaredOwner);
        } catch (SQLException | RuntimeException failed) {
            connection.close();
            throw failed;
        }
    }

    @Override
    public void add(List<Claim> batch) {
        expect(State.OPEN);
        state = State.BROKEN;
        try {
            for (Claim claim : batch) {
                rows.add(claim);
            }
            numbers.offer(copy);
        } catch (SQLException failed) {
            throw Trouble.of(failed);
        }
        state = State.OPEN;
    }

    @Override
    public Reading finish(long repaired, long skipped, @Nullable String error) {
        expect(State.OPEN);
        state = State.BROKEN;
        try {
            rows.send();
            countDistinctIds();
            tally.send(copy);
            copy.end();
            messages.finish(connection);
            references.finish(connection);
            Reading reading =
                    new Reading(
                            exhibit.number(),
                            reader,
                            rows.claims().count(),
                            rows.claims().streamDigest(),
                            rows.messages(),
                            rows.events(),
                            rows.unsupported(),
                            rows.unknown(),
                            repaired,
                            skipped,
                            rows.absent(),
                            error);
            RowSum material = rows.claims().sum();
            material.add(
                    new vigie.store.digest.MaterialRows()
                            .reading(reading, exhibit.digest(), operator, declaredOwner));
            insert(reading, owner(), material);
            Pseudonyms.derive(connection, caseId);
            nameConversations();
            unsettle(connection, caseId);
            state = State.FINISHED;
            return reading;
        } catch (SQLException failed) {
            throw Trouble.of(failed);
        }
    }

    @Override
    public void commit() {
        expect(State.FINISHED);
        state = State.BROKEN;
        try {
            connection.commit();
        } catch (SQLException failed) {
            throw Trouble.of(failed);
        }
        state = State.COMMITTED;
    }

    @Override
    public void close() {
        if (state == State.CLOSED) {
            return;
        }
        boolean committed = state == State.COMMITTED;
        state = State.CLOSED;
        try (Connection closing = connection) {
            if (!committed) {
                copy.abandon();
                closing.rollback();
            }
        } catch (SQLException gone) {
            // A lost connection rolls back by itself, and what lost it has been reported.
            if (committed) {
                throw Trouble.of(gone);
            }
        }
    }

    /// Notes that rows of the case changed after it was last settled.
    static void unsettle(Connection connection, int caseId) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "UPDATE derived.summary SET settled = false,"
                                + " generation = pg_current_xact_id()::text::bigint"
                                + " WHERE case_id = ?")) {
            update.setInt(1, caseId);
            update.executeUpdate();
        }
    }

    private void expect(State expected) {
        if (state != expected) {
            throw new IllegalStateException("a gathering that is " + state);
        }
    }

    private void checkExhibit() throws SQLException {
        try (PreparedStatement ask =
                connection.prepareStatement(
                        """
                        SELECT FROM derived.exhibit
                        WHERE case_id = ? AND number = ? AND digest = ? AND path = ?""")) {
            ask.setInt(1, caseId);
            ask.setInt(2, exhibit.number());
            ask.setBytes(3, exhibit.digest().bytes());
            ask.setString(4, Utf8.text(exhibit.path()));
            try (ResultSet found = ask.executeQuery()) {
                if (!found.next()) {
                    throw new IllegalArgumentException(
                            "the case does not hold exhibit " + exhibit.number());
                }
            }
        }
    }

    /// Deletes what an earlier reading of the exhibit left, the bulk tables apart; copies beside it
    /// are to be compared again.
    private void replace() throws SQLException {
        long first = RowId.of(exhibit.number(), 0);
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    UPDATE derived.copy SET settled = false
                    WHERE case_id = %1$d AND conversation IN (
                        SELECT conversation FROM derived.copy WHERE case_id = %1$d AND exhibit = %2$d)"""
                            .formatted(caseId, exhibit.number()));
            for (String table : EXHIBIT_TABLES) {
                statement.execute(
                        "DELETE FROM derived.%s WHERE case_id = %d AND exhibit = %d"
                                .formatted(table, caseId, exhibit.number()));
            }
            statement.execute(
                    "DELETE FROM derived.misalignment WHERE case_id = %d AND row >= %d AND row < %d"
                            .formatted(caseId, first, first + (1L << 40)));
        }
    }

    private void countDistinctIds() throws SQLException {
        Map<Integer, Tally.Copy> unordered = new HashMap<>();
        for (Tally.Copy held : tally.unordered()) {
            unordered.put(held.conversation, held);
        }
        if (unordered.isEmpty()) {
            return;
        }
        long first = RowId.of(exhibit.number(), 0);
        try (PreparedStatement ask =
                connection.prepareStatement(
                        "SELECT conversation, count(DISTINCT message_id) FROM "
                                + messages.name()
                                + " WHERE row >= ? AND row < ? AND message_id > 0"
                                + " AND conversation = ANY (?) GROUP BY conversation")) {
            ask.setLong(1, first);
            ask.setLong(2, first + (1L << 40));
            ask.setArray(3, connection.createArrayOf("integer", unordered.keySet().toArray()));
            try (ResultSet found = ask.executeQuery()) {
                while (found.next()) {
                    Tally.Copy held = unordered.get(found.getInt(1));
                    if (held != null) {
                        held.distinctIds(found.getLong(2));
                    }
                }
            }
        }
    }

    /// The account whose export this is: the one that the export states, else the one that the
    /// basis states, else 0.
    private int owner() throws SQLException {
        if (rows.owner() != 0 || declaredOwner.isEmpty()) {
            return rows.owner();
        }
        return numbers.account(AccountId.parse(declaredOwner));
    }

    private void insert(Reading reading, int owner, RowSum material) throws SQLException {
        numbers.send(copy);
        copy.end();
        try (PreparedStatement insert =
                connection.prepareStatement(
                        """
                        INSERT INTO derived.reading (case_id, exhibit, reader, reader_version,
                            claims, claim_stream, messages, events, unsupported, unknown, repaired,
                            skipped, absent, error, media, operator, declared_owner, owner_account,
                            material_sum, media_sum, known_exhibits)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)""")) {
            int i = 0;
            insert.setInt(++i, caseId);
            insert.setInt(++i, exhibit.number());
            insert.setString(++i, reader.name());
            insert.setInt(++i, reader.version());
            insert.setLong(++i, reading.claims());
            insert.setBytes(++i, reading.claimStream().bytes());
            insert.setLong(++i, reading.messages());
            insert.setLong(++i, reading.events());
            insert.setLong(++i, reading.unsupported());
            insert.setLong(++i, reading.unknown());
            insert.setLong(++i, reading.repaired());
            insert.setLong(++i, reading.skipped());
            insert.setLong(++i, reading.absent());
            insert.setString(++i, reading.error() == null ? null : Utf8.text(reading.error()));
            insert.setLong(++i, rows.media());
            insert.setInt(++i, operator);
            insert.setString(++i, declaredOwner);
            insert.setObject(++i, owner == 0 ? null : owner, java.sql.Types.INTEGER);
            insert.setBytes(++i, material.bytes());
            insert.setBytes(++i, rows.mediaSum().bytes());
            insert.executeUpdate();
        }
    }

    /// Gives each conversation that the exhibit holds the name that the copy with the latest
    /// message has.
    private void nameConversations() throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        """
                        UPDATE derived.conversation c SET name = latest.name
                        FROM (SELECT DISTINCT ON (n.conversation) n.conversation, n.name
                              FROM derived.naming n
                              JOIN derived.copy k USING (case_id, exhibit, conversation)
                              WHERE n.case_id = ? AND n.name IS NOT NULL
                                AND n.conversation IN (SELECT conversation FROM derived.naming
                                                       WHERE case_id = ? AND exhibit = ?)
                              ORDER BY n.conversation, k.last_sent DESC NULLS LAST,
                                  n.exhibit DESC, n.claim DESC) latest
                        WHERE c.case_id = ? AND c.number = latest.conversation
                          AND c.name IS DISTINCT FROM latest.name""")) {
            update.setInt(1, caseId);
            update.setInt(2, caseId);
            update.setInt(3, exhibit.number());
            update.setInt(4, caseId);
            update.executeUpdate();
        }
    }
}
