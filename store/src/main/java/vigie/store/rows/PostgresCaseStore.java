package vigie.store.rows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import vigie.casework.operation.CaseCounts;
import vigie.casework.operation.CaseStore;
import vigie.casework.operation.Gathering;
import vigie.casework.operation.Labels;
import vigie.casework.operation.MessageLinks;
import vigie.casework.operation.Migrations;
import vigie.casework.operation.Misalignment;
import vigie.casework.operation.Neighbourhood;
import vigie.casework.operation.Reading;
import vigie.casework.operation.StateDigest;
import vigie.casework.operation.StoredMessage;
import vigie.casework.overview.OverviewStore;
import vigie.casework.review.ReviewStore;
import vigie.casework.review.Reviewing;
import vigie.casework.review.SavedSearches;
import vigie.evidence.ledger.Ledger;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;
import vigie.model.casefile.Refusal;
import vigie.model.material.Exhibit;
import vigie.model.material.ReaderVersion;
import vigie.store.postgres.Database;
import vigie.store.postgres.DatabaseAccess;
import vigie.store.postgres.Trouble;
import vigie.store.review.PostgresReviewStore;
import vigie.store.review.PostgresSavedSearches;

/// The rows of all cases in one PostgreSQL database. Safe for several threads.
public final class PostgresCaseStore implements CaseStore {
    private final Database database;
    private final List<StorePart> parts;
    private final PostgresReviewStore reviews;
    private final PostgresSavedSearches searches;
    private final Map<Integer, Masked> masks = new ConcurrentHashMap<>();

    private PostgresCaseStore(Database database, List<StorePart> parts) {
        this.database = database;
        this.parts = List.copyOf(parts);
        this.reviews = new PostgresReviewStore(database);
        this.searches = new PostgresSavedSearches(database);
    }

    /// Reaches the database and brings its schema to this program's version.
    ///
    /// @throws Refusal where the schema is of a newer version
    public static PostgresCaseStore open(DatabaseAccess access) {
        return open(access, List.of());
    }

    /// The same, with the tables that an edition adds.
    public static PostgresCaseStore open(DatabaseAccess access, List<StorePart> parts) {
        Database database = Database.open(access, parts.stream().map(StorePart::migrated).toList());
        try {
            new DerivedSchema(parts).ensure(database);
            return new PostgresCaseStore(database, parts);
        } catch (RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    /// The database, for the other stores over it; closed with this store.
    public Database database() {
        return database;
    }

    /// What screens read, from the same database.
    public OverviewStore overview() {
        return new PostgresOverviewStore(this);
    }

    /// The version of the tables that this program makes and reads: programs of different ones do
    /// not work in one database.
    ///
    /// @param parts what the edition adds
    public static String schema(List<StorePart> parts) {
        return new DerivedSchema(parts).version();
    }

    /// Work on one case in one transaction.
    public interface CaseWork<T> {
        /// Does it; whatever it throws rolls back.
        T run(JdbcClient client, Connection connection, int caseId) throws SQLException;
    }

    @Override
    public void create(CaseName name, Actor member) {
        boolean made =
                database.asActor(
                        member,
                        (client, _) ->
                                client.sql("SELECT vigie.create_case(?)")
                                        .param(name.value())
                                        .query(Boolean.class)
                                        .single());
        if (!made) {
            throw refusal(name, member);
        }
    }

    @Override
    public boolean mayCreate(Actor actor) {
        return database.asActor(
                actor,
                (client, _) -> client.sql("SELECT vigie.leads()").query(Boolean.class).single());
    }

    @Override
    public void admit(CaseName name, Actor by, Actor member, Entering entering) throws IOException {
        change("SELECT vigie.admit(?, ?)", name, by, member, entering);
    }

    @Override
    public void dismiss(CaseName name, Actor by, Actor member, Entering entering)
            throws IOException {
        change("SELECT vigie.dismiss(?, ?)", name, by, member, entering);
    }

    private void change(String sql, CaseName name, Actor by, Actor member, Entering entering)
            throws IOException {
        try {
            database.asActor(
                    by,
                    (client, _) -> {
                        String said =
                                client.sql(sql)
                                        .param(name.value())
                                        .param(member.id())
                                        .query(String.class)
                                        .single();
                        switch (said) {
                            case "done" -> enter(entering);
                            case "already" -> {
                                // It is as it was asked for.
                            }
                            case "last" ->
                                    throw new Refusal(
                                            Refusal.Kind.PERMISSION,
                                            "nobody would be left to say who is on the case "
                                                    + name);
                            default ->
                                    throw new Refusal(
                                            Refusal.Kind.PERMISSION,
                                            "%s does not say who is on the case %s, or %s can be on none"
                                                    .formatted(by, name, member));
                        }
                        return said;
                    });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /// What fails here rolls the transaction back.
    private static void enter(Entering entering) {
        try {
            entering.enter();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public List<Actor> members(CaseName name, Actor actor) {
        return read(
                name,
                actor,
                (client, _, caseId) ->
                        client.sql(
                                        "SELECT actor FROM vigie.membership WHERE case_id = ? ORDER BY actor")
                                .param(caseId)
                                .query((rows, _) -> new Actor(rows.getString(1)))
                                .list());
    }

    @Override
    public void follow(CaseName name, Following following) throws IOException {
        try {
            database.asLoader(
                    (_, connection) -> {
                        Memberships.follow(connection, name, following);
                        return name;
                    });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    @Override
    public List<CaseName> cases(Actor actor) {
        return database.reading(
                actor,
                (client, _) ->
                        client.sql("SELECT name FROM vigie.casefile ORDER BY name")
                                .query((rows, _) -> new CaseName(rows.getString(1)))
                                .list());
    }

    @Override
    public boolean member(CaseName name, Actor actor) {
        return cases(actor).contains(name);
    }

    @Override
    public boolean readsContent(CaseName name, Actor actor) {
        return database.reading(
                actor,
                (client, _) ->
                        client.sql(
                                        """
                                        SELECT EXISTS (SELECT FROM vigie.casefile
                                        WHERE name = ?
                                          AND id = ANY ((SELECT vigie.content_cases())::integer[]))""")
                                .param(name.value())
                                .query(Boolean.class)
                                .single());
    }

    @Override
    public void replayDecisions(CaseName name, Ledger ledger) throws IOException {
        Reviewing.replay(name, ledger, reviews);
    }

    /// What people decided about messages, in the same database.
    public ReviewStore reviews() {
        return reviews;
    }

    /// The searches that people keep, in the same database.
    public SavedSearches searches() {
        return searches;
    }

    @Override
    public void addExhibits(CaseName name, List<Exhibit> exhibits, long replayed) {
        asLoader(
                name,
                (_, connection, caseId) -> {
                    Exhibits.add(connection, caseId, exhibits, replayed);
                    return caseId;
                });
    }

    @Override
    public long replayed(CaseName name) {
        return asLoader(name, (_, connection, caseId) -> Exhibits.replayed(connection, caseId));
    }

    @Override
    public List<Exhibit> exhibits(CaseName name, Actor actor) {
        return read(name, actor, (_, connection, caseId) -> Exhibits.all(connection, caseId));
    }

    @Override
    public Gathering gather(
            CaseName name,
            Exhibit exhibit,
            ReaderVersion reader,
            int operator,
            String declaredOwner) {
        int caseId = asLoader(name, (_, _, found) -> found);
        try {
            return PostgresGathering.begin(
                    database.loader(), caseId, exhibit, reader, operator, declaredOwner);
        } catch (SQLException failed) {
            throw Trouble.of(failed);
        }
    }

    @Override
    public List<Reading> readings(CaseName name, Actor actor) {
        return read(
                name,
                actor,
                (_, connection, caseId) ->
                        Readings.stored(connection, caseId).stream()
                                .map(Readings.Stored::reading)
                                .toList());
    }

    @Override
    public void settle(CaseName name) {
        asLoader(
                name,
                (_, connection, caseId) -> {
                    new Settling(connection, caseId).run();
                    return caseId;
                });
    }

    @Override
    public CaseCounts counts(CaseName name, Actor actor) {
        return read(name, actor, (_, connection, caseId) -> Counting.of(connection, caseId));
    }

    @Override
    public StateDigest digest(CaseName name, Actor actor) {
        return asActor(
                name,
                actor,
                (client, connection, caseId) -> {
                    CaseState state = new CaseState();
                    client.sql("SELECT exhibit_sum FROM derived.summary WHERE case_id = ?")
                            .param(caseId)
                            .query((rows, _) -> rows.getBytes(1))
                            .optional()
                            .ifPresent(state.material()::add);
                    client.sql(
                                    "SELECT material_sum, media_sum FROM derived.reading WHERE case_id = ?")
                            .param(caseId)
                            .query(
                                    rows -> {
                                        state.material().add(rows.getBytes(1));
                                        state.media().add(rows.getBytes(2));
                                    });
                    for (StorePart part : parts) {
                        state.added().putAll(part.stored(connection, caseId));
                    }
                    return state.digest();
                });
    }

    @Override
    public StateDigest recomputeDigest(CaseName name, Actor actor) {
        int caseId = asActor(name, actor, (_, _, found) -> found);
        return database.asLoader(
                (_, connection) -> {
                    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                    CaseState state = new Recomputation(connection, caseId).run();
                    for (StorePart part : parts) {
                        state.added().putAll(part.recomputed(connection, caseId));
                    }
                    return state.digest();
                });
    }

    @Override
    public void forget(CaseName name) {
        asLoader(
                name,
                (_, connection, caseId) -> {
                    CaseLock.take(connection, caseId);
                    PostgresReviewStore.forget(connection, caseId);
                    for (StorePart part : parts) {
                        part.forget(connection, caseId);
                    }
                    BulkTable.drop(connection, caseId);
                    List<String> tables = new ArrayList<>(PostgresGathering.EXHIBIT_TABLES);
                    tables.addAll(
                            List.of(
                                    "account",
                                    "account_total",
                                    "activity",
                                    "conversation",
                                    "exhibit",
                                    "pseudonym",
                                    "summary"));
                    try (Statement statement = connection.createStatement()) {
                        for (String table : tables) {
                            statement.execute(
                                    "DELETE FROM derived." + table + " WHERE case_id = " + caseId);
                        }
                    }
                    return caseId;
                });
    }

    @Override
    public List<StoredMessage> messages(CaseName name, Actor actor, Collection<Long> rows) {
        return messages(name, actor, reads -> reads.rows(rows));
    }

    @Override
    public Optional<Neighbourhood> neighbourhood(
            CaseName name, Actor actor, long row, int before, int after, int most) {
        return messages(name, actor, reads -> reads.neighbourhood(row, before, after, most));
    }

    @Override
    public Map<Long, MessageLinks> links(CaseName name, Actor actor, Collection<Long> rows) {
        return messages(name, actor, reads -> reads.context().links(rows));
    }

    @Override
    public Labels labels(
            CaseName name,
            Actor actor,
            Collection<String> accounts,
            Collection<String> conversations) {
        return messages(name, actor, reads -> reads.context().labels(accounts, conversations));
    }

    private interface Reads<T> {
        T of(MessageReads reads) throws SQLException;
    }

    private <T> T messages(CaseName name, Actor actor, Reads<T> work) {
        return read(
                name,
                actor,
                (client, connection, caseId) ->
                        work.of(new MessageReads(connection, caseId, mask(client, caseId))));
    }

    @Override
    public void forEachMessage(
            CaseName name, Actor actor, int exhibit, Consumer<StoredMessage> each) {
        asActor(
                name,
                actor,
                (client, connection, caseId) -> {
                    new MessageReads(connection, caseId, mask(client, caseId))
                            .exhibit(exhibit, each);
                    return caseId;
                });
    }

    @Override
    public void forEachOperatorMessage(
            CaseName name, Actor actor, int operator, Consumer<StoredMessage> each) {
        asActor(
                name,
                actor,
                (client, connection, caseId) -> {
                    new MessageReads(connection, caseId, mask(client, caseId))
                            .operator(operator, each);
                    return caseId;
                });
    }

    @Override
    public List<Misalignment> misalignments(CaseName name, Actor actor, int limit) {
        return read(
                name,
                actor,
                (client, _, caseId) ->
                        client.sql(
                                        """
                                        SELECT row, exhibit, kind FROM derived.misalignment
                                        WHERE case_id = ? ORDER BY row, exhibit, kind LIMIT ?""")
                                .param(caseId)
                                .param(limit)
                                .query(
                                        (rows, _) ->
                                                new Misalignment(
                                                        rows.getLong(1),
                                                        rows.getInt(2),
                                                        rows.getInt(3) == 1
                                                                ? Misalignment.Kind.LACKING
                                                                : Misalignment.Kind.DIFFERING))
                                .list());
    }

    @Override
    public Migrations migrations(CaseName name, Actor actor, int limit) {
        return read(
                name,
                actor,
                (client, connection, caseId) ->
                        MigrationReads.of(connection, caseId, mask(client, caseId), limit));
    }

    @Override
    public Set<Integer> gathered(CaseName name, Actor actor) {
        return read(
                name,
                actor,
                (client, _, caseId) ->
                        new HashSet<>(
                                client.sql("SELECT exhibit FROM derived.reading WHERE case_id = ?")
                                        .param(caseId)
                                        .query(Integer.class)
                                        .list()));
    }

    @Override
    public void close() {
        database.close();
    }

    <T> T read(CaseName name, Actor actor, CaseWork<T> work) {
        return database.reading(
                actor,
                (client, connection) ->
                        work.run(client, connection, caseId(connection, name, actor)));
    }

    /// Runs a transaction in which the database shows of a case what the actor may see.
    ///
    /// @throws Refusal where the actor is not on such a case
    public <T> T asActor(CaseName name, Actor actor, CaseWork<T> work) {
        return database.asActor(
                actor,
                (client, connection) ->
                        work.run(client, connection, caseId(connection, name, actor)));
    }

    /// Runs a transaction of the loader, whom row-level security does not bind, about a case.
    public <T> T asLoader(CaseName name, CaseWork<T> work) {
        return database.asLoader(
                (client, connection) ->
                        work.run(client, connection, caseId(connection, name, Actor.LOCAL)));
    }

    /// A conversation's key as it may be shown: it may name an investigator as peer or as scope.
    public String shownConversation(JdbcClient client, int caseId, String key) {
        return mask(client, caseId).conversation(key);
    }

    /// What must not be shown of investigators; kept for as long as the case's rows stay the same.
    Mask mask(JdbcClient client, int caseId) {
        Long generation =
                client.sql(
                                """
                                SELECT s.generation FROM derived.summary s WHERE s.case_id = ?
                                AND EXISTS (SELECT FROM derived.pseudonym p
                                    WHERE p.case_id = s.case_id)""")
                        .param(caseId)
                        .query(Long.class)
                        .optional()
                        .orElse(null);
        if (generation == null) {
            return Mask.NONE;
        }
        Masked before = masks.get(caseId);
        if (before != null && before.generation == generation) {
            return before.mask;
        }
        Mask mask = database.asLoader((_, connection) -> Pseudonyms.mask(connection, caseId));
        masks.put(caseId, new Masked(generation, mask));
        return mask;
    }

    private record Masked(long generation, Mask mask) {}

    private static int caseId(Connection connection, CaseName name, Actor actor)
            throws SQLException {
        try (PreparedStatement ask =
                connection.prepareStatement("SELECT id FROM vigie.casefile WHERE name = ?")) {
            ask.setString(1, name.value());
            try (ResultSet rows = ask.executeQuery()) {
                if (rows.next()) {
                    return rows.getInt(1);
                }
            }
        }
        throw refusal(name, actor);
    }

    private static Refusal refusal(CaseName name, Actor actor) {
        return new Refusal(
                Refusal.Kind.PERMISSION,
                "there is no case " + name + ", or " + actor + " is not on it");
    }
}
