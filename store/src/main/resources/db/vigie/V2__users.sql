-- Who works here, in which role, and how they prove who they are. An actor without a row here acts
-- from the command line only, where whoever holds the home's key may act.

-- Role, name and whether somebody is still here follow the home's register, a ledger: what is lost
-- here is made again from there. `epoch` counts what ends the sessions of a user.
CREATE TABLE app_user (
    actor    text PRIMARY KEY,
    name     text NOT NULL,
    role     text NOT NULL
        CHECK (role IN ('investigator', 'head', 'translator', 'officer', 'administrator')),
    active   boolean NOT NULL DEFAULT true,
    epoch    bigint NOT NULL DEFAULT 0,
    language text NOT NULL DEFAULT 'en',
    settings text NOT NULL DEFAULT ''
);

-- How many entries of the home's register the table of users follows.
CREATE TABLE register_state (
    one   boolean PRIMARY KEY DEFAULT true CHECK (one),
    known bigint NOT NULL DEFAULT 0
);
INSERT INTO register_state DEFAULT VALUES;

-- How many entries of its ledger the memberships of a case follow.
ALTER TABLE casefile ADD COLUMN followed bigint NOT NULL DEFAULT 0;

-- Neither this table nor the next is for the app role, by no query and by no function: a password
-- is compared outside the database, so whoever may ask for one could read all. The loader asks.
-- Password and second factor are sealed under a key of the home besides.
CREATE TABLE credential (
    actor        text PRIMARY KEY REFERENCES app_user ON DELETE CASCADE,
    password     bytea NOT NULL,
    totp         bytea NOT NULL,
    last_step    bigint NOT NULL DEFAULT 0,
    recovery     text[] NOT NULL DEFAULT '{}',
    failures     integer NOT NULL DEFAULT 0,
    locked_until timestamptz
);

-- A link that works once: to become the first user, to set password and second factor, or, in a
-- sample, to sign in. Its token is not here, only the token's digest.
CREATE TABLE one_time_link (
    digest  bytea PRIMARY KEY,
    actor   text REFERENCES app_user ON DELETE CASCADE,
    kind    text NOT NULL CHECK (kind IN ('first', 'enrol', 'sign-in')),
    expires timestamptz NOT NULL,
    used    timestamptz,
    CHECK ((actor IS NULL) = (kind = 'first'))
);

-- What the actor of the transaction is: a role, `operator` for an actor of the command line, `none`
-- for somebody who was put out or for nobody.
CREATE FUNCTION acting_role() RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = vigie, pg_temp AS $$
    SELECT CASE
        WHEN coalesce(s.actor, '') = '' THEN 'none'
        WHEN u.actor IS NULL THEN 'operator'
        WHEN NOT u.active THEN 'none'
        ELSE u.role END
    FROM (SELECT current_setting('vigie.actor', true) AS actor) s
    LEFT JOIN app_user u ON u.actor = s.actor
$$;

-- The cases that the actor of the transaction is on.
CREATE FUNCTION member_cases() RETURNS integer[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = vigie, pg_temp AS $$
    SELECT coalesce(array_agg(m.case_id), '{}') FROM membership m
    WHERE m.actor = current_setting('vigie.actor', true)
      AND acting_role() NOT IN ('none', 'administrator')
$$;

-- The cases whose evidence the actor may read: the data protection officer sees counts, bases and
-- the ledger of theirs, and nothing that people wrote.
CREATE FUNCTION content_cases() RETURNS integer[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = vigie, pg_temp AS $$
    SELECT CASE WHEN acting_role() IN ('operator', 'investigator', 'head', 'translator')
        THEN member_cases() ELSE '{}' END
$$;

-- The cases in which the actor may decide about evidence.
CREATE FUNCTION decision_cases() RETURNS integer[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = vigie, pg_temp AS $$
    SELECT CASE WHEN acting_role() IN ('operator', 'investigator', 'head')
        THEN member_cases() ELSE '{}' END
$$;

DROP POLICY own ON membership;
CREATE POLICY colleagues ON membership FOR SELECT TO ${app}
    USING (case_id = ANY ((SELECT member_cases())::integer[]));
DROP POLICY member ON casefile;
CREATE POLICY member ON casefile FOR SELECT TO ${app}
    USING (id = ANY ((SELECT member_cases())::integer[]));

-- Names and roles are for everybody who works here; an administrator keeps them.
ALTER TABLE app_user ENABLE ROW LEVEL SECURITY;
CREATE POLICY everybody ON app_user FOR SELECT TO ${app}
    USING ((SELECT acting_role()) <> 'none');

ALTER TABLE register_state ENABLE ROW LEVEL SECURITY;
CREATE POLICY everybody ON register_state FOR SELECT TO ${app} USING (true);

ALTER TABLE credential ENABLE ROW LEVEL SECURITY;
ALTER TABLE one_time_link ENABLE ROW LEVEL SECURITY;

-- Whether the actor may make a case: who makes one says who is on it.
CREATE FUNCTION leads() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = vigie, pg_temp AS $$
    SELECT acting_role() IN ('operator', 'head')
$$;

CREATE OR REPLACE FUNCTION create_case(wanted text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = vigie, pg_temp AS $$
DECLARE
    who  text := nullif(current_setting('vigie.actor', true), '');
    made integer;
BEGIN
    IF NOT leads() THEN
        RETURN false;
    END IF;
    INSERT INTO casefile (name) VALUES (wanted) ON CONFLICT DO NOTHING RETURNING id INTO made;
    IF made IS NOT NULL THEN
        INSERT INTO membership (actor, case_id) VALUES (who, made);
        RETURN true;
    END IF;
    RETURN EXISTS (
        SELECT FROM casefile f JOIN membership m ON m.case_id = f.id
        WHERE f.name = wanted AND m.actor = who);
END $$;

-- The case of that name if the actor is on it and says who else is; locked until the transaction
-- ends, since the ledger enters the change before it is committed.
CREATE FUNCTION led_case(wanted text) RETURNS integer
    LANGUAGE sql SECURITY DEFINER SET search_path = vigie, pg_temp AS $$
    SELECT f.id FROM casefile f
    WHERE f.name = wanted AND leads() AND f.id = ANY (member_cases())
    FOR UPDATE
$$;

-- Puts another on a case that the actor is on: 'done', 'already', or 'refused' where the actor does
-- not say who is on it. Nobody puts there an administrator or somebody who left.
DROP FUNCTION admit(text, text);
CREATE FUNCTION admit(wanted text, other text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = vigie, pg_temp AS $$
DECLARE
    known integer := led_case(wanted);
BEGIN
    IF known IS NULL OR EXISTS (
        SELECT FROM app_user u
        WHERE u.actor = other AND (u.role = 'administrator' OR NOT u.active)) THEN
        RETURN 'refused';
    END IF;
    INSERT INTO membership (actor, case_id) VALUES (other, known) ON CONFLICT DO NOTHING;
    RETURN CASE WHEN FOUND THEN 'done' ELSE 'already' END;
END $$;

-- Takes somebody off a case that the actor is on: 'done', 'already', 'refused', or 'last' for the
-- last one who says who is on it.
CREATE FUNCTION dismiss(wanted text, other text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = vigie, pg_temp AS $$
DECLARE
    known integer := led_case(wanted);
BEGIN
    IF known IS NULL THEN
        RETURN 'refused';
    END IF;
    IF NOT EXISTS (
        SELECT FROM membership m LEFT JOIN app_user u ON u.actor = m.actor
        WHERE m.case_id = known AND m.actor <> other
          AND (u.actor IS NULL OR u.active AND u.role = 'head')) THEN
        RETURN 'last';
    END IF;
    DELETE FROM membership WHERE actor = other AND case_id = known;
    RETURN CASE WHEN FOUND THEN 'done' ELSE 'already' END;
END $$;

REVOKE ALL ON FUNCTION acting_role(), member_cases(), content_cases(), decision_cases(), leads(),
    led_case(text), admit(text, text), dismiss(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION acting_role(), member_cases(), content_cases(), decision_cases(), leads(),
    admit(text, text), dismiss(text, text) TO ${app};
GRANT SELECT ON app_user, register_state TO ${app}, ${loader};
-- A user is never deleted: an actor without a row is the operator of the command line.
GRANT INSERT, UPDATE ON app_user TO ${loader};
GRANT INSERT, UPDATE, DELETE ON credential, one_time_link TO ${loader};
GRANT SELECT ON credential, one_time_link TO ${loader};
GRANT UPDATE ON register_state TO ${loader};
GRANT INSERT, UPDATE ON casefile TO ${loader};
GRANT INSERT, DELETE ON membership TO ${loader};
