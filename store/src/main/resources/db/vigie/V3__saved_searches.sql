-- Questions that people keep, alone or with the others on the case: not evidence, not decisions.

CREATE TABLE saved_search (
    number  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id integer NOT NULL REFERENCES casefile ON DELETE CASCADE,
    actor   text NOT NULL,
    name    text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    query   text NOT NULL CHECK (length(query) <= 20000),
    state   text NOT NULL DEFAULT 'any'
        CHECK (state IN ('any', 'undecided', 'relevant', 'not-relevant', 'later')),
    tag     text CHECK (length(tag) BETWEEN 1 AND 50),
    shared  boolean NOT NULL DEFAULT false,
    UNIQUE (case_id, actor, name)
);

ALTER TABLE saved_search ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON saved_search FOR SELECT TO ${app}
    USING (case_id = ANY ((SELECT content_cases())::integer[])
        AND (shared OR actor = current_setting('vigie.actor', true)));
CREATE POLICY made ON saved_search FOR INSERT TO ${app}
    WITH CHECK (case_id = ANY ((SELECT content_cases())::integer[])
        AND actor = current_setting('vigie.actor', true));
CREATE POLICY changed ON saved_search FOR UPDATE TO ${app}
    USING (case_id = ANY ((SELECT content_cases())::integer[])
        AND actor = current_setting('vigie.actor', true))
    WITH CHECK (case_id = ANY ((SELECT content_cases())::integer[])
        AND actor = current_setting('vigie.actor', true));
CREATE POLICY deleted ON saved_search FOR DELETE TO ${app}
    USING (case_id = ANY ((SELECT content_cases())::integer[])
        AND actor = current_setting('vigie.actor', true));

GRANT SELECT, INSERT, DELETE ON saved_search TO ${app};
GRANT UPDATE (name, query, state, tag, shared) ON saved_search TO ${app};
GRANT SELECT ON saved_search TO ${loader};

-- The functions that say who may decide about evidence are the loader's, who owns that table.
GRANT EXECUTE ON FUNCTION member_cases(), content_cases(), decision_cases() TO ${loader};
