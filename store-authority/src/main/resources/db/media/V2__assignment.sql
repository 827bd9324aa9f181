-- Who is assigned to a case, how clearly each person chose to be shown things, and totals that are
-- nobody's own.

-- How clearly somebody is shown things: 0 the most blurred. Theirs, wherever they sign in.
CREATE TABLE looking (
    actor text PRIMARY KEY,
    clear smallint NOT NULL CHECK (clear BETWEEN 0 AND 2)
);

ALTER TABLE looking ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON looking FOR SELECT TO ${app}
    USING (actor = current_setting('vigie.actor', true));
CREATE POLICY chosen ON looking FOR INSERT TO ${app}
    WITH CHECK (actor = current_setting('vigie.actor', true)
        AND (SELECT acting_role()) <> 'none');
CREATE POLICY changed ON looking FOR UPDATE TO ${app}
    USING (actor = current_setting('vigie.actor', true))
    WITH CHECK (actor = current_setting('vigie.actor', true)
        AND (SELECT acting_role()) <> 'none');
GRANT SELECT, INSERT (actor, clear), UPDATE (clear) ON looking TO ${app};

-- The cases that the actor is assigned to: an investigator is on a case because a head of unit put
-- them there. A head leads the cases that they are on, and an operator holds the home.
CREATE FUNCTION assigned_cases() RETURNS integer[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = vigie, pg_temp AS $$
    SELECT CASE WHEN acting_role() = 'investigator' THEN member_cases() ELSE '{}' END
$$;

-- Books a reveal for the actor of the transaction: its number, or why it is refused as a negative
-- one: -1 not a case in which they decide about evidence, -2 beyond the day's limit, -3 a break is
-- due, -4 not assigned and no reason. Counted and booked under a lock, so that two pages at once
-- cannot pass the limit together.
DROP FUNCTION book_exposure(integer, bytea, text);
CREATE FUNCTION book_exposure(of_case integer, of_item bytea, for_purpose text, reasoned boolean)
    RETURNS bigint
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
    IF NOT coalesce(reasoned, false) AND NOT of_case = ANY (assigned_cases()) THEN
        RETURN -4;
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

-- What a team was shown, by day, for who leads one: no person, no item. Null where fewer than three
-- people looked: of one the number is theirs, of two each can tell the other's. Whole days that are
-- over: a number that grows while somebody watches says who looks.
CREATE OR REPLACE FUNCTION exposure_totals(of_case integer, days integer)
    RETURNS TABLE (day date, reveals bigint, people bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = vigie, pg_temp AS $$
    SELECT t.day, CASE WHEN t.people >= 3 THEN t.reveals END,
        CASE WHEN t.people >= 3 THEN t.people END
    FROM (SELECT (e.at AT TIME ZONE 'UTC')::date AS day, count(*) AS reveals,
            count(DISTINCT e.actor) AS people
        FROM exposure e
        WHERE e.case_id = of_case AND leads() AND of_case = ANY (member_cases())
        GROUP BY 1) t
    WHERE t.day < (now() AT TIME ZONE 'UTC')::date
      AND t.day >= (now() AT TIME ZONE 'UTC')::date - days
    ORDER BY 1 DESC
$$;

REVOKE ALL ON FUNCTION book_exposure(integer, bytea, text, boolean), assigned_cases() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION book_exposure(integer, bytea, text, boolean), assigned_cases() TO ${app};
