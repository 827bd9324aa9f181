package vigie.store.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vigie.casework.review.ReviewFilter;
import vigie.casework.review.SavedSearch;
import vigie.casework.review.SavedSearches;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;
import vigie.model.casefile.Refusal;
import vigie.store.digest.Utf8;
import vigie.store.postgres.Database;

/// Saved searches in PostgreSQL. Safe for several threads.
public final class PostgresSavedSearches implements SavedSearches {
    private static final String COLUMNS = "number, actor, name, query, state, tag, shared";

    private static final String CASE =
            "(SELECT id FROM vigie.casefile WHERE name = :case"
                    + " AND id = ANY ((SELECT vigie.content_cases())::integer[]))";

    private final Database database;

    /// Saved searches in a database whose schema is of this program's version.
    public PostgresSavedSearches(Database database) {
        this.database = database;
    }

    @Override
    public List<SavedSearch> all(CaseName name, Actor actor) {
        return database.reading(
                actor,
                (client, _) ->
                        client.sql(
                                        "SELECT "
                                                + COLUMNS
                                                + " FROM vigie.saved_search WHERE case_id = "
                                                + CASE
                                                + " ORDER BY actor <> :actor, lower(name), number")
                                .param("case", name.value())
                                .param("actor", actor.id())
                                .query((rows, _) -> search(rows))
                                .list());
    }

    @Override
    public Optional<SavedSearch> one(CaseName name, Actor actor, long number) {
        return all(name, actor).stream().filter(search -> search.number() == number).findFirst();
    }

    @Override
    public SavedSearch save(
            CaseName name, Actor actor, String called, String query, ReviewFilter filter) {
        SavedSearch wanted = new SavedSearch(0, actor, called, query, filter, false);
        Optional<SavedSearch> saved =
                database.asActor(
                        actor,
                        (client, _) ->
                                client.sql(
                                                "INSERT INTO vigie.saved_search"
                                                        + " (case_id, actor, name, query, state, tag)"
                                                        + " SELECT c.id, :actor, :name, :query, :state, :tag"
                                                        + " FROM (SELECT "
                                                        + CASE
                                                        + " AS id) c WHERE c.id IS NOT NULL"
                                                        + " ON CONFLICT (case_id, actor, name) DO UPDATE"
                                                        + " SET query = excluded.query,"
                                                        + " state = excluded.state, tag = excluded.tag"
                                                        + " RETURNING "
                                                        + COLUMNS)
                                        .param("case", name.value())
                                        .param("actor", actor.id())
                                        .param("name", Utf8.text(wanted.name()))
                                        .param("query", Utf8.text(wanted.query()))
                                        .param("state", filter.state().word())
                                        .param("tag", filter.tag(), java.sql.Types.VARCHAR)
                                        .query((rows, _) -> search(rows))
                                        .optional());
        return saved.orElseThrow(
                () ->
                        new Refusal(
                                Refusal.Kind.PERMISSION,
                                "there is no case "
                                        + name
                                        + ", or "
                                        + actor
                                        + " does not read it"));
    }

    @Override
    public boolean rename(CaseName name, Actor actor, long number, String called) {
        SavedSearch wanted = new SavedSearch(number, actor, called, "", ReviewFilter.NONE, false);
        try {
            return changed(
                    name,
                    actor,
                    number,
                    "UPDATE vigie.saved_search SET name = :name",
                    client -> client.param("name", Utf8.text(wanted.name())));
        } catch (IllegalStateException taken) {
            if (taken.getCause() instanceof DuplicateKeyException) {
                return false;
            }
            throw taken;
        }
    }

    @Override
    public boolean share(CaseName name, Actor actor, long number, boolean shared) {
        return changed(
                name,
                actor,
                number,
                "UPDATE vigie.saved_search SET shared = :shared",
                client -> client.param("shared", shared));
    }

    @Override
    public boolean delete(CaseName name, Actor actor, long number) {
        return changed(name, actor, number, "DELETE FROM vigie.saved_search", client -> client);
    }

    private boolean changed(
            CaseName name,
            Actor actor,
            long number,
            String change,
            java.util.function.UnaryOperator<JdbcClient.StatementSpec> parameters) {
        return database.asActor(
                actor,
                (client, _) ->
                        parameters
                                        .apply(
                                                client.sql(
                                                        change
                                                                + " WHERE number = :number AND actor = :actor"
                                                                + " AND case_id = "
                                                                + CASE))
                                        .param("number", number)
                                        .param("actor", actor.id())
                                        .param("case", name.value())
                                        .update()
                                == 1);
    }

    private static SavedSearch search(ResultSet rows) throws SQLException {
        return new SavedSearch(
                rows.getLong(1),
                new Actor(rows.getString(2)),
                rows.getString(3),
                rows.getString(4),
                new ReviewFilter(ReviewFilter.State.of(rows.getString(5)), rows.getString(6)),
                rows.getBoolean(7));
    }
}
