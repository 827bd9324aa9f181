-- What cannot be derived again: cases and who is on them. Everything else about a case is in the
-- schema `derived`, which the loader owns, drops and makes again.

CREATE TABLE casefile (
    id   integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL UNIQUE
);

CREATE TABLE membership (
    actor   text NOT NULL,
    case_id integer NOT NULL REFERENCES casefile ON DELETE CASCADE,
    PRIMARY KEY (actor, case_id)
);

ALTER TABLE membership ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON membership FOR SELECT TO ${app}
    USING (actor = current_setting('vigie.actor', true));

ALTER TABLE casefile ENABLE ROW LEVEL SECURITY;
CREATE POLICY member ON casefile FOR SELECT TO ${app}
    USING (id = ANY (ARRAY(
        SELECT m.case_id FROM membership m WHERE m.actor = current_setting('vigie.actor', true))));

-- Makes a case for the actor of the transaction; false where a case has that name and the actor is
-- not on it.
CREATE FUNCTION create_case(wanted text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = vigie, pg_temp AS $$
DECLARE
    who  text := nullif(current_setting('vigie.actor', true), '');
    made integer;
BEGIN
    IF who IS NULL THEN
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

-- Puts another on a case that the actor of the transaction is on; false where the actor is not.
CREATE FUNCTION admit(wanted text, other text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = vigie, pg_temp AS $$
DECLARE
    known integer;
BEGIN
    SELECT f.id INTO known FROM casefile f JOIN membership m ON m.case_id = f.id
    WHERE f.name = wanted AND m.actor = nullif(current_setting('vigie.actor', true), '');
    IF known IS NULL THEN
        RETURN false;
    END IF;
    INSERT INTO membership (actor, case_id) VALUES (other, known) ON CONFLICT DO NOTHING;
    RETURN true;
END $$;

REVOKE ALL ON FUNCTION create_case(text), admit(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION create_case(text), admit(text, text) TO ${app};
GRANT USAGE ON SCHEMA vigie TO ${app}, ${loader};
GRANT SELECT ON casefile, membership TO ${app}, ${loader};
GRANT SELECT ON flyway_schema_history TO ${app}, ${loader};

CREATE SCHEMA derived;
REVOKE ALL ON SCHEMA derived FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA derived TO ${loader};
GRANT USAGE ON SCHEMA derived TO ${app};
