package vigie.store.users;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vigie.casework.user.CredentialStore;
import vigie.casework.user.LinkKind;
import vigie.model.casefile.Actor;
import vigie.model.material.Sha256;
import vigie.store.postgres.Database;

/// What users prove themselves with, in one PostgreSQL database. Safe for several threads.
public final class PostgresCredentialStore implements CredentialStore {
    /// The failure is counted first: of a hundred attempts sent at once, five are looked at.
    private static final String ATTEMPT =
            """
            UPDATE vigie.credential c SET failures = c.failures + 1,
                locked_until = CASE WHEN c.failures + 1 > :forgiven THEN :now + interval '1 second'
                    * least(:longest, :first * 2 ^ least(c.failures - :forgiven, 30)) END
            FROM vigie.app_user u
            WHERE c.actor = :actor AND u.actor = c.actor AND u.active
              AND (c.locked_until IS NULL OR c.locked_until <= :now)
            RETURNING c.password, c.totp, c.last_step, c.recovery, c.failures, c.locked_until""";

    /// Sets what a user proves themselves with; failures and lock are forgotten.
    private static final String SET =
            """
            INSERT INTO vigie.credential (actor, password, totp, last_step, recovery)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (actor) DO UPDATE SET password = excluded.password, totp = excluded.totp,
                last_step = excluded.last_step, recovery = excluded.recovery, failures = 0,
                locked_until = NULL""";

    private static final String OPEN =
            " digest = :digest AND kind = :kind AND used IS NULL AND expires > :now"
                    + " AND (kind <> 'first' OR NOT EXISTS (SELECT FROM vigie.app_user))"
                    + " AND (kind <> 'sign-in' OR NOT EXISTS ("
                    + "SELECT FROM vigie.credential c WHERE c.actor = one_time_link.actor))";

    private final Database database;

    /// @param database which the caller closes
    public PostgresCredentialStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Attempt> attempt(Actor actor, Instant now) {
        return database.asLoader(
                (client, _) ->
                        client.sql(ATTEMPT)
                                .param("forgiven", FORGIVEN)
                                .param("first", FIRST_LOCK_SECONDS)
                                .param("longest", LONGEST_LOCK_SECONDS)
                                .param("now", at(now))
                                .param("actor", actor.id())
                                .query((rows, _) -> attempt(rows))
                                .optional());
    }

    private static Attempt attempt(ResultSet rows) throws SQLException {
        OffsetDateTime locked = rows.getObject("locked_until", OffsetDateTime.class);
        return new Attempt(
                new Credential(
                        rows.getBytes("password"),
                        rows.getBytes("totp"),
                        rows.getLong("last_step"),
                        List.of((String[]) rows.getArray("recovery").getArray())),
                rows.getInt("failures"),
                locked == null ? null : locked.toInstant());
    }

    @Override
    public boolean succeed(Actor actor, long step) {
        return changed(
                """
                UPDATE vigie.credential SET last_step = ?, failures = 0, locked_until = NULL
                WHERE actor = ? AND last_step < ?""",
                step,
                actor.id(),
                step);
    }

    @Override
    public boolean succeed(Actor actor, String recovery) {
        return changed(
                """
                UPDATE vigie.credential SET recovery = array_remove(recovery, ?), failures = 0,
                    locked_until = NULL
                WHERE actor = ? AND ? = ANY (recovery)""",
                recovery,
                actor.id(),
                recovery);
    }

    @Override
    public void unlock(Actor actor) {
        changed(
                "UPDATE vigie.credential SET failures = 0, locked_until = NULL WHERE actor = ?",
                actor.id());
    }

    @Override
    public boolean make(Sha256 link, LinkKind kind, @Nullable Actor actor, Instant expires) {
        return database.asLoader(
                (client, _) -> {
                    if (kind == LinkKind.FIRST) {
                        client.sql("DELETE FROM vigie.one_time_link WHERE kind = 'first'").update();
                    }
                    return client.sql(
                                            """
                                            INSERT INTO vigie.one_time_link (digest, actor, kind, expires)
                                            SELECT :digest, :actor::text, :kind::text, :expires
                                            WHERE CASE :kind
                                                WHEN 'first' THEN
                                                    NOT EXISTS (SELECT FROM vigie.app_user)
                                                WHEN 'sign-in' THEN
                                                    EXISTS (SELECT FROM vigie.app_user u
                                                        WHERE u.actor = :actor::text AND u.active)
                                                    AND NOT EXISTS (SELECT FROM vigie.credential c
                                                        WHERE c.actor = :actor::text)
                                                ELSE EXISTS (SELECT FROM vigie.app_user u
                                                        WHERE u.actor = :actor::text)
                                                END""")
                                    .param("digest", link.bytes())
                                    .param("actor", actor == null ? null : actor.id())
                                    .param("kind", kind.word())
                                    .param("expires", at(expires))
                                    .update()
                            == 1;
                });
    }

    @Override
    public Optional<Optional<Actor>> look(Sha256 link, LinkKind kind, Instant now) {
        return found("SELECT actor FROM vigie.one_time_link WHERE" + OPEN, link, kind, now);
    }

    @Override
    public Optional<Optional<Actor>> use(Sha256 link, LinkKind kind, Instant now) {
        return found(
                "UPDATE vigie.one_time_link SET used = :now WHERE" + OPEN + " RETURNING actor",
                link,
                kind,
                now);
    }

    private Optional<Optional<Actor>> found(String sql, Sha256 link, LinkKind kind, Instant now) {
        return database.asLoader((client, _) -> found(client, sql, link, kind, now));
    }

    private static Optional<Optional<Actor>> found(
            JdbcClient client, String sql, Sha256 link, LinkKind kind, Instant now) {
        return client.sql(sql)
                .param("digest", link.bytes())
                .param("kind", kind.word())
                .param("now", at(now))
                .query((rows, _) -> Optional.ofNullable(rows.getString(1)).map(Actor::new))
                .optional();
    }

    @Override
    public boolean enrol(Sha256 link, Actor actor, Credential fresh, Instant now) {
        return database.asLoader(
                (client, connection) -> {
                    Optional<Optional<Actor>> used =
                            found(
                                    client,
                                    "UPDATE vigie.one_time_link SET used = :now WHERE"
                                            + OPEN
                                            + " RETURNING actor",
                                    link,
                                    LinkKind.ENROL,
                                    now);
                    if (!used.equals(Optional.of(Optional.of(actor)))) {
                        connection.rollback();
                        return false;
                    }
                    set(client, connection, actor, fresh);
                    return true;
                });
    }

    @Override
    public void set(Actor actor, Credential fresh) {
        database.asLoader(
                (client, connection) -> {
                    set(client, connection, actor, fresh);
                    return actor;
                });
    }

    private static void set(JdbcClient client, Connection connection, Actor actor, Credential fresh)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SET)) {
            statement.setString(1, actor.id());
            statement.setBytes(2, fresh.password());
            statement.setBytes(3, fresh.secret());
            statement.setLong(4, fresh.lastStep());
            statement.setArray(5, connection.createArrayOf("text", fresh.recovery().toArray()));
            statement.executeUpdate();
        }
        endSessions(client, actor);
    }

    @Override
    public void forget(Actor actor) {
        database.asLoader(
                (client, _) -> {
                    client.sql("DELETE FROM vigie.credential WHERE actor = ?")
                            .param(actor.id())
                            .update();
                    client.sql("DELETE FROM vigie.one_time_link WHERE actor = ?")
                            .param(actor.id())
                            .update();
                    endSessions(client, actor);
                    return actor;
                });
    }

    @Override
    public OptionalInt recoveryLeft(Actor actor) {
        return database.asLoader(
                (client, _) ->
                        client.sql(
                                        "SELECT cardinality(recovery) FROM vigie.credential WHERE actor = ?")
                                .param(actor.id())
                                .query(Integer.class)
                                .optional()
                                .map(OptionalInt::of)
                                .orElseGet(OptionalInt::empty));
    }

    @Override
    public boolean replace(Actor actor, Replacement by) {
        return database.asLoader(
                (client, connection) -> {
                    boolean replaced = replaced(connection, actor, by);
                    if (replaced) {
                        endSessions(client, actor);
                    }
                    return replaced;
                });
    }

    private static boolean replaced(Connection connection, Actor actor, Replacement by)
            throws SQLException {
        String column =
                switch (by) {
                    case Replacement.Password _ -> "password = ?";
                    case Replacement.Factor _ -> "totp = ?, last_step = ?";
                    case Replacement.Recovery _ -> "recovery = ?";
                };
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "UPDATE vigie.credential SET " + column + " WHERE actor = ?")) {
            int last =
                    switch (by) {
                        case Replacement.Password(byte[] sealed) -> {
                            statement.setBytes(1, sealed);
                            yield 2;
                        }
                        case Replacement.Factor(byte[] sealed, long step) -> {
                            statement.setBytes(1, sealed);
                            statement.setLong(2, step);
                            yield 3;
                        }
                        case Replacement.Recovery(List<String> stored) -> {
                            statement.setArray(
                                    1, connection.createArrayOf("text", stored.toArray()));
                            yield 2;
                        }
                    };
            statement.setString(last, actor.id());
            return statement.executeUpdate() == 1;
        }
    }

    private static void endSessions(JdbcClient client, Actor actor) {
        client.sql("UPDATE vigie.app_user SET epoch = epoch + 1 WHERE actor = ?")
                .param(actor.id())
                .update();
    }

    private boolean changed(String sql, Object... values) {
        return database.asLoader((client, _) -> client.sql(sql).params(values).update()) == 1;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
