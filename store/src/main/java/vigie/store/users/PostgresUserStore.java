package vigie.store.users;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import vigie.casework.user.Acting;
import vigie.casework.user.Role;
import vigie.casework.user.Standing;
import vigie.casework.user.User;
import vigie.casework.user.UserStore;
import vigie.model.casefile.Actor;
import vigie.store.postgres.Database;

/// The rows of users in one PostgreSQL database. Safe for several threads.
public final class PostgresUserStore implements UserStore {
    private static final int SETTINGS = 2_000;

    private final Database database;

    /// @param database which the caller closes
    public PostgresUserStore(Database database) {
        this.database = database;
    }

    @Override
    public Acting acting(Actor actor) {
        String role =
                database.reading(
                        actor,
                        (client, _) ->
                                client.sql("SELECT vigie.acting_role()")
                                        .query(String.class)
                                        .single());
        return switch (role) {
            case "operator" -> new Acting.Operator();
            case "none" -> new Acting.Nobody();
            default -> new Acting.As(role(role));
        };
    }

    @Override
    public Optional<Standing> standing(Actor actor) {
        return database.reading(
                actor,
                (client, _) ->
                        client.sql(
                                        """
                                        SELECT actor, name, role, active, language, epoch, settings
                                        FROM vigie.app_user WHERE actor = ?""")
                                .param(actor.id())
                                .query(
                                        (rows, _) ->
                                                new Standing(
                                                        user(rows),
                                                        rows.getLong("epoch"),
                                                        rows.getString("settings")))
                                .optional());
    }

    @Override
    public List<User> all(Actor by) {
        return database.reading(
                by,
                (client, _) ->
                        client.sql(
                                        """
                                        SELECT actor, name, role, active, language
                                        FROM vigie.app_user ORDER BY actor""")
                                .query((rows, _) -> user(rows))
                                .list());
    }

    @Override
    public boolean any() {
        return database.asLoader(
                (client, _) ->
                        client.sql("SELECT EXISTS (SELECT FROM vigie.app_user)")
                                .query(Boolean.class)
                                .single());
    }

    @Override
    public void prefer(Actor actor, String language, String settings) {
        if (!language.matches("fr|en|ar") || settings.length() > SETTINGS) {
            throw new IllegalArgumentException("not what a user can choose");
        }
        database.asLoader(
                (client, _) ->
                        client.sql(
                                        """
                                        UPDATE vigie.app_user SET language = ?, settings = ?
                                        WHERE actor = ?""")
                                .params(language, settings, actor.id())
                                .update());
    }

    @Override
    public long known() {
        return database.reading(
                Actor.LOCAL,
                (client, _) ->
                        client.sql("SELECT known FROM vigie.register_state")
                                .query(Long.class)
                                .single());
    }

    @Override
    public void follow(Following following) throws IOException {
        try {
            database.asLoader(
                    (client, _) -> {
                        long known =
                                client.sql("SELECT known FROM vigie.register_state FOR UPDATE")
                                        .query(Long.class)
                                        .single();
                        Changes changes = since(following, known);
                        changes.each().forEach(change -> apply(client, change));
                        return client.sql("UPDATE vigie.register_state SET known = ?")
                                .param(changes.known())
                                .update();
                    });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static Changes since(Following following, long known) {
        try {
            return following.since(known);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void apply(JdbcClient client, Change change) {
        switch (change) {
            case Change.Came(Actor actor, String name, Role role) ->
                    client.sql(
                                    """
                                    INSERT INTO vigie.app_user (actor, name, role) VALUES (?, ?, ?)
                                    ON CONFLICT DO NOTHING""")
                            .params(actor.id(), name, role.word())
                            .update();
            case Change.Took(Actor actor, Role role) ->
                    client.sql(
                                    """
                                    UPDATE vigie.app_user SET role = ?, epoch = epoch + 1
                                    WHERE actor = ?""")
                            .params(role.word(), actor.id())
                            .update();
            case Change.Stays(Actor actor, boolean active) ->
                    client.sql(
                                    """
                                    UPDATE vigie.app_user SET active = ?, epoch = epoch + 1
                                    WHERE actor = ?""")
                            .params(active, actor.id())
                            .update();
        }
    }

    private static User user(ResultSet rows) throws SQLException {
        return new User(
                new Actor(rows.getString("actor")),
                rows.getString("name"),
                role(rows.getString("role")),
                rows.getBoolean("active"),
                rows.getString("language"));
    }

    private static Role role(String word) {
        return Role.of(word)
                .orElseThrow(() -> new IllegalStateException("not a role of a user: " + word));
    }
}
