-- What people were shown and for how long, and what the service allows. Not evidence: a duty of
-- care towards those who look. Cannot be derived again.

GRANT SELECT ON flyway_schema_history_media TO ${app}, ${loader};

-- What the service allows one person; one row. A reveal of a clip counts like one of a picture.
CREATE TABLE exposure_limit (
    one            boolean PRIMARY KEY DEFAULT true CHECK (one),
    reveals_a_day  integer NOT NULL DEFAULT 300 CHECK (reveals_a_day BETWEEN 0 AND 100000),
    -- After so many minutes with reveals, a break of so many minutes without one.
    stretch_minutes integer NOT NULL DEFAULT 45 CHECK (stretch_minutes BETWEEN 1 AND 1440),
    break_minutes   integer NOT NULL DEFAULT 10 CHECK (break_minutes BETWEEN 0 AND 1440)
);
INSERT INTO exposure_limit DEFAULT VALUES;

-- One reveal: theirs alone. `shown` is how long, as the page told afterwards.
CREATE TABLE exposure (
    number  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    actor   text NOT NULL,
    at      timestamptz NOT NULL DEFAULT now(),
    case_id integer REFERENCES casefile ON DELETE SET NULL,
    item    bytea NOT NULL,
    purpose text NOT NULL
        CHECK (purpose IN ('classification', 'victim-identification', 'court-request')),
    lift    bigint,
    shown   interval
);
CREATE INDEX ON exposure (actor, at);

-- That a supervisor lifted somebody's limit for a named urgency.
CREATE TABLE exposure_lift (
    number  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id integer NOT NULL REFERENCES casefile ON DELETE CASCADE,
    actor   text NOT NULL,
    by      text NOT NULL,
    at      timestamptz NOT NULL DEFAULT now(),
    until   timestamptz NOT NULL,
    urgency text NOT NULL CHECK (length(urgency) BETWEEN 1 AND 500),
    CHECK (actor <> by)
);

ALTER TABLE exposure_limit ENABLE ROW LEVEL SECURITY;
CREATE POLICY everybody ON exposure_limit FOR SELECT TO ${app}
    USING ((SELECT acting_role()) <> 'none');
CREATE POLICY service ON exposure_limit FOR UPDATE TO ${app}
    USING ((SELECT acting_role()) IN ('operator', 'head'))
    WITH CHECK ((SELECT acting_role()) IN ('operator', 'head'));
GRANT SELECT ON exposure_limit TO ${app};
GRANT UPDATE (reveals_a_day, stretch_minutes, break_minutes) ON exposure_limit TO ${app};

ALTER TABLE exposure ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON exposure FOR SELECT TO ${app}
    USING (actor = current_setting('vigie.actor', true));
CREATE POLICY own_time ON exposure FOR UPDATE TO ${app}
    USING (actor = current_setting('vigie.actor', true))
    WITH CHECK (actor = current_setting('vigie.actor', true));
GRANT SELECT ON exposure TO ${app};
GRANT UPDATE (shown) ON exposure TO ${app};

ALTER TABLE exposure_lift ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON exposure_lift FOR SELECT TO ${app}
    USING (case_id = ANY ((SELECT member_cases())::integer[]));
CREATE POLICY lifted ON exposure_lift FOR INSERT TO ${app}
    WITH CHECK (by = current_setting('vigie.actor', true)
        AND (SELECT acting_role()) IN ('operator', 'head')
        AND case_id = ANY ((SELECT member_cases())::integer[]));
GRANT SELECT ON exposure_lift TO ${app};
GRANT INSERT (case_id, actor, by, until, urgency) ON exposure_lift TO ${app};

-- Books a reveal for the actor of the transaction: its number, or why it is refused as a negative
-- one: -1 not a case in which they decide about evidence, -2 beyond the day's limit, -3 a break is due.
-- Counted and booked under a lock, so that two pages at once cannot pass the limit together.
CREATE FUNCTION book_exposure(of_case integer, of_item bytea, for_purpose text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = vigie, pg_temp AS $$
DECLARE
    who     text := nullif(current_setting('vigie.actor', true), '');
    allowed exposure_limit;
    lifted  bigint;
    done    bigint;
    since   timestamptz;
    booked  bigint;
BEGIN
    IF who IS NULL OR NOT of_case = ANY (decision_cases()) THEN
        RETURN -1;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('exposure ' || who, 0));
    SELECT * INTO allowed FROM exposure_limit;
    SELECT max(l.number) INTO lifted FROM exposure_lift l
    WHERE l.case_id = of_case AND l.actor = who AND now() < l.until;
    IF lifted IS NULL THEN
        SELECT count(*) INTO done FROM exposure e
        WHERE e.actor = who AND e.at > now() - interval '24 hours';
        IF done >= allowed.reveals_a_day THEN
            RETURN -2;
        END IF;
        -- The stretch goes back to the first reveal that no break came before.
        SELECT max(e.at) INTO since FROM (
            SELECT x.at, x.at - lag(x.at, 1, '-infinity') OVER (ORDER BY x.at) AS before
            FROM exposure x WHERE x.actor = who AND x.at > now() - interval '48 hours') e
        WHERE e.before >= make_interval(mins => allowed.break_minutes);
        IF since IS NOT NULL
            AND since <= now() - make_interval(mins => allowed.stretch_minutes)
            AND EXISTS (SELECT FROM exposure e WHERE e.actor = who
                AND e.at > now() - make_interval(mins => allowed.break_minutes)) THEN
            RETURN -3;
        END IF;
    END IF;
    INSERT INTO exposure (actor, case_id, item, purpose, lift)
    VALUES (who, of_case, of_item, for_purpose, lifted) RETURNING number INTO booked;
    RETURN booked;
END $$;

-- What a team was shown, by day, for who leads one: no person, no item.
CREATE FUNCTION exposure_totals(of_case integer, days integer)
    RETURNS TABLE (day date, reveals bigint, people bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = vigie, pg_temp AS $$
    SELECT (e.at AT TIME ZONE 'UTC')::date, count(*), count(DISTINCT e.actor)
    FROM exposure e
    WHERE e.case_id = of_case AND leads() AND of_case = ANY (member_cases())
      AND e.at > now() - make_interval(days => days)
    GROUP BY 1 ORDER BY 1 DESC
$$;

REVOKE ALL ON FUNCTION book_exposure(integer, bytea, text), exposure_totals(integer, integer)
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION book_exposure(integer, bytea, text), exposure_totals(integer, integer)
    TO ${app};
