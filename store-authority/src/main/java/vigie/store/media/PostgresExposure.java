package vigie.store.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vigie.casework.media.Exposure;
import vigie.casework.media.Revealing.Purpose;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;
import vigie.model.casefile.Refusal;
import vigie.model.material.Sha256;
import vigie.store.postgres.Database;
import vigie.store.rows.PostgresCaseStore;

/// What people were shown, in PostgreSQL, whose policies keep it theirs. Safe for several threads.
public final class PostgresExposure implements Exposure {
    private final PostgresCaseStore store;
    private final Database database;

    public PostgresExposure(PostgresCaseStore store) {
        this.store = store;
        this.database = store.database();
    }

    @Override
    public boolean assigned(CaseName name, Actor actor) {
        return store.asActor(
                name,
                actor,
                (client, _, caseId) ->
                        client.sql("SELECT ? = ANY (vigie.assigned_cases())")
                                .param(caseId)
                                .query(Boolean.class)
                                .single());
    }

    @Override
    public int clearness(Actor actor) {
        return database.asActor(
                actor,
                (client, _) ->
                        client.sql("SELECT clear FROM vigie.looking WHERE actor = ?")
                                .param(actor.id())
                                .query(Integer.class)
                                .optional()
                                .orElse(0));
    }

    @Override
    public void prefer(Actor actor, int clear) {
        database.asActor(
                actor,
                (client, _) ->
                        client.sql(
                                        "INSERT INTO vigie.looking (actor, clear) VALUES (?, ?)"
                                                + " ON CONFLICT (actor) DO UPDATE SET clear ="
                                                + " excluded.clear")
                                .param(actor.id())
                                .param(clear)
                                .update());
    }

    @Override
    public Booking book(
            CaseName name, Actor actor, Sha256 item, Purpose purpose, boolean reasoned) {
        long booked =
                store.asActor(
                        name,
                        actor,
                        (client, _, caseId) ->
                                client.sql("SELECT vigie.book_exposure(?, ?, ?, ?)")
                                        .param(caseId)
                                        .param(PostgresMediaStore.bytes(item))
                                        .param(purpose.word())
                                        .param(reasoned)
                                        .query(Long.class)
                                        .single());
        if (booked > 0) {
            return new Booking.Booked(booked);
        }
        return switch ((int) booked) {
            case -2 -> new Booking.BeyondLimit();
            case -3 -> new Booking.BreakDue();
            case -4 -> new Booking.Unassigned();
            default -> new Booking.NotYours();
        };
    }

    @Override
    public void shown(Actor actor, long booking, Duration time) {
        long millis = Math.clamp(time.toMillis(), 0, Duration.ofHours(1).toMillis());
        database.asActor(
                actor,
                (client, _) ->
                        client.sql(
                                        """
                                        UPDATE vigie.exposure SET shown =
                                            coalesce(shown, '0') + ? * interval '1 millisecond'
                                        WHERE number = ?""")
                                .param(millis)
                                .param(booking)
                                .update());
    }

    @Override
    public Own own(Actor actor) {
        Limits limits = limits(actor);
        return database.asActor(
                actor,
                (client, _) ->
                        client.sql(
                                        """
                                        SELECT count(*),
                                            coalesce(sum(extract(epoch FROM e.shown)), 0)::bigint,
                                            (SELECT max(l.until) FROM vigie.exposure_lift l
                                             WHERE l.actor = ? AND l.until > now())
                                        FROM vigie.exposure e
                                        WHERE e.actor = ? AND e.at > now() - interval '24 hours'""")
                                .param(actor.id())
                                .param(actor.id())
                                .query(
                                        (rows, _) ->
                                                new Own(
                                                        rows.getLong(1),
                                                        Duration.ofSeconds(rows.getLong(2)),
                                                        limits,
                                                        Optional.ofNullable(rows.getTimestamp(3))
                                                                .map(Timestamp::toInstant)))
                                .single());
    }

    @Override
    public List<Total> totals(CaseName name, Actor actor, int days) {
        return store.asActor(
                name,
                actor,
                (client, _, caseId) ->
                        client.sql("SELECT day, reveals, people FROM vigie.exposure_totals(?, ?)")
                                .param(caseId)
                                .param(days)
                                .query(
                                        (rows, _) ->
                                                new Total(
                                                        rows.getDate(1).toLocalDate(),
                                                        rows.getObject(2) == null
                                                                ? Optional.empty()
                                                                : Optional.of(
                                                                        new Told(
                                                                                rows.getLong(2),
                                                                                rows.getLong(3)))))
                                .list());
    }

    @Override
    public Limits limits(Actor actor) {
        return database.asActor(
                        actor,
                        (client, _) ->
                                client.sql(
                                                "SELECT reveals_a_day, stretch_minutes,"
                                                        + " break_minutes FROM vigie.exposure_limit")
                                        .query(
                                                (rows, _) ->
                                                        new Limits(
                                                                rows.getInt(1),
                                                                Duration.ofMinutes(rows.getInt(2)),
                                                                Duration.ofMinutes(rows.getInt(3))))
                                        .optional())
                .orElseThrow(() -> new Refusal(Refusal.Kind.PERMISSION, actor + " is nobody here"));
    }

    @Override
    public void limit(Actor actor, Limits limits, Entering entering) throws IOException {
        try {
            database.asActor(
                    actor,
                    (client, _) -> {
                        int changed =
                                client.sql(
                                                "UPDATE vigie.exposure_limit SET reveals_a_day = ?,"
                                                        + " stretch_minutes = ?, break_minutes = ?")
                                        .param(limits.revealsADay())
                                        .param(limits.stretch().toMinutes())
                                        .param(limits.pause().toMinutes())
                                        .update();
                        if (changed == 0) {
                            throw new Refusal(
                                    Refusal.Kind.PERMISSION,
                                    "a head of unit sets the limits, not " + actor);
                        }
                        enter(entering);
                        return changed;
                    });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    @Override
    public void lift(
            CaseName name, Actor by, Actor whom, Instant until, String urgency, Entering entering)
            throws IOException {
        if (by.equals(whom)) {
            throw new Refusal(Refusal.Kind.FOUR_EYES, "nobody lifts their own limit");
        }
        try {
            store.asActor(
                    name,
                    by,
                    (client, _, caseId) -> {
                        if (!client.sql("SELECT vigie.leads()").query(Boolean.class).single()) {
                            throw new Refusal(
                                    Refusal.Kind.PERMISSION,
                                    "a head of unit lifts limits, not " + by);
                        }
                        client.sql(
                                        "INSERT INTO vigie.exposure_lift"
                                                + " (case_id, actor, by, until, urgency)"
                                                + " VALUES (?, ?, ?, ?, ?)")
                                .param(caseId)
                                .param(whom.id())
                                .param(by.id())
                                .param(Timestamp.from(until))
                                .param(urgency)
                                .update();
                        enter(entering);
                        return caseId;
                    });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static void enter(Entering entering) {
        try {
            entering.enter();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
