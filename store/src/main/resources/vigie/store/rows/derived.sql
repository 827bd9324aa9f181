-- Rows that are derived from exhibits: dropped and derived again, never migrated. ${app} stands for
-- the role that answers users. A row number holds the exhibit's number above 40 bits of byte offset.

CREATE TABLE derived.version (version text NOT NULL);

CREATE TABLE derived.summary (
    case_id      integer PRIMARY KEY,
    exhibits     bigint NOT NULL DEFAULT 0,
    replayed     bigint NOT NULL DEFAULT 0,
    decided      bigint NOT NULL DEFAULT 0,
    exhibit_sum  bytea NOT NULL,
    settled      boolean NOT NULL DEFAULT true,
    accounts     bigint NOT NULL DEFAULT 0,
    conversations bigint NOT NULL DEFAULT 0,
    gaps         bigint NOT NULL DEFAULT 0,
    media_files  bigint NOT NULL DEFAULT 0,
    media_found  bigint NOT NULL DEFAULT 0,
    overlapping  bigint NOT NULL DEFAULT 0,
    one_sided    bigint NOT NULL DEFAULT 0,
    differing    bigint NOT NULL DEFAULT 0,
    -- Whether some conversation is held in copies that cannot be compared.
    at_least     boolean NOT NULL DEFAULT false,
    -- Another number after every change of rows that are shown.
    generation   bigint NOT NULL DEFAULT pg_current_xact_id()::text::bigint
);

CREATE TABLE derived.exhibit (
    case_id     integer NOT NULL,
    number      integer NOT NULL,
    acquisition integer NOT NULL,
    digest      bytea NOT NULL,
    size        bigint NOT NULL,
    path        text NOT NULL,
    parent      bytea,
    in_place    boolean NOT NULL,
    PRIMARY KEY (case_id, number)
);

CREATE TABLE derived.reading (
    case_id        integer NOT NULL,
    exhibit        integer NOT NULL,
    reader         text NOT NULL,
    reader_version integer NOT NULL,
    claims         bigint NOT NULL,
    claim_stream   bytea NOT NULL,
    messages       bigint NOT NULL,
    events         bigint NOT NULL,
    unsupported    bigint NOT NULL,
    unknown        bigint NOT NULL,
    repaired       bigint NOT NULL,
    skipped        bigint NOT NULL,
    absent         bigint NOT NULL,
    error          text,
    media          bigint NOT NULL,
    operator       integer NOT NULL,
    declared_owner text NOT NULL,
    owner_account  integer,
    material_sum   bytea NOT NULL,
    media_sum      bytea NOT NULL,
    known_exhibits integer NOT NULL,
    PRIMARY KEY (case_id, exhibit)
);

CREATE TABLE derived.conversation (
    case_id  integer NOT NULL,
    number   integer NOT NULL,
    key      text NOT NULL,
    platform text NOT NULL,
    type     text NOT NULL,
    id       text NOT NULL,
    scope    text,
    name     text,
    missing  numeric NOT NULL DEFAULT 0,
    -- From here on by the last settling. What several copies hold is counted once; where their ids
    -- cannot be compared, as often as the copy that holds most.
    messages   bigint NOT NULL DEFAULT 0,
    members    bigint NOT NULL DEFAULT 0,
    first_sent bigint,
    last_sent  bigint,
    exhibits   integer NOT NULL DEFAULT 0,
    comparable boolean NOT NULL DEFAULT true,
    one_sided  bigint NOT NULL DEFAULT 0,
    differing  bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (case_id, number)
);
CREATE INDEX ON derived.conversation (case_id, key text_pattern_ops);

CREATE TABLE derived.account (
    case_id integer NOT NULL,
    number  integer NOT NULL,
    key     text NOT NULL,
    PRIMARY KEY (case_id, number)
);
CREATE INDEX ON derived.account (case_id, key);

-- Accounts of investigators: their number in place of anything that would name them.
CREATE TABLE derived.pseudonym (
    case_id  integer NOT NULL,
    account  integer NOT NULL,
    operator integer NOT NULL,
    PRIMARY KEY (case_id, account)
);

-- In which roles an exhibit names an account: the sum of 1 author, 2 origin of a forward, 4 place
-- that something was saved from, 8 reactor, 16 contact, 32 owner, 64 mention.
CREATE TABLE derived.presence (
    case_id integer NOT NULL,
    exhibit integer NOT NULL,
    account integer NOT NULL,
    roles   integer NOT NULL,
    PRIMARY KEY (case_id, exhibit, account)
);

-- Names under which an exhibit shows authors, with the times of the first and last use there.
CREATE TABLE derived.alias (
    case_id    integer NOT NULL,
    exhibit    integer NOT NULL,
    number     integer NOT NULL,
    account    integer,
    name       text,
    first_sent bigint,
    last_sent  bigint,
    messages   bigint NOT NULL,
    PRIMARY KEY (case_id, exhibit, number)
);
CREATE INDEX ON derived.alias (case_id, account);

CREATE INDEX ON derived.alias (case_id, account);

-- What an exhibit holds of a conversation. Ids are counted where positive; gaps are missing ids
-- between the lowest and the highest, where the platform numbers the conversation.
CREATE TABLE derived.copy (
    case_id      integer NOT NULL,
    exhibit      integer NOT NULL,
    conversation integer NOT NULL,
    messages     bigint NOT NULL,
    ids          bigint NOT NULL,
    lowest       bigint,
    highest      bigint,
    gaps         bigint NOT NULL,
    first_sent   bigint,
    last_sent    bigint,
    settled      boolean NOT NULL,
    one_sided    bigint NOT NULL DEFAULT 0,
    differing    bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (case_id, exhibit, conversation)
);

-- Messages a day of a copy, days since 1970 in UTC or by the exporter's clock; -1 where the time is
-- absent, before 1970 or after 2099. Those with a positive id are `numbered`.
CREATE TABLE derived.day_count (
    case_id      integer NOT NULL,
    exhibit      integer NOT NULL,
    conversation integer NOT NULL,
    day          integer NOT NULL,
    messages     bigint NOT NULL,
    numbered     bigint NOT NULL,
    PRIMARY KEY (case_id, conversation, day, exhibit)
);

-- Messages a day of a conversation, and of the case under conversation 0; copies counted once.
CREATE TABLE derived.activity (
    case_id      integer NOT NULL,
    conversation integer NOT NULL,
    day          integer NOT NULL,
    messages     bigint NOT NULL,
    PRIMARY KEY (case_id, conversation, day)
);

-- Who writes or acts in a conversation: by copy and, under exhibit 0, over several copies. Those
-- rows that `counts` say it once.
CREATE TABLE derived.participation (
    case_id      integer NOT NULL,
    exhibit      integer NOT NULL,
    conversation integer NOT NULL,
    account      integer NOT NULL,
    messages     bigint NOT NULL,
    numbered     bigint NOT NULL,
    first_sent   bigint,
    last_sent    bigint,
    counts       boolean NOT NULL
);

CREATE INDEX ON derived.participation (case_id, conversation, messages DESC, account) WHERE counts;
CREATE INDEX ON derived.participation (case_id, account);

-- Accounts in all, an investigator's under the lowest of theirs. `search` holds the folded names
-- and the key, `sorting` the start of the folded name.
CREATE TABLE derived.account_total (
    case_id       integer NOT NULL,
    account       integer NOT NULL,
    operator      integer,
    name          text,
    names         integer NOT NULL,
    messages      bigint NOT NULL,
    first_sent    bigint,
    last_sent     bigint,
    conversations integer NOT NULL,
    sorting       text,
    search        text NOT NULL,
    PRIMARY KEY (case_id, account)
);

CREATE INDEX ON derived.account_total (case_id, messages DESC, account);

CREATE TABLE derived.message (
    row            bigint NOT NULL,
    message_id     bigint,
    reply_to       bigint,
    sent_unix      bigint,
    sent_local     bigint,
    edited_unix    bigint,
    edited_local   bigint,
    case_id        integer NOT NULL,
    length         integer NOT NULL,
    conversation   integer NOT NULL,
    author_account integer,
    alias          integer,
    kind           smallint NOT NULL,
    action         text,
    text           text NOT NULL,
    details        text
) PARTITION BY LIST (case_id);

CREATE TABLE derived.media_reference (
    row     bigint NOT NULL,
    case_id integer NOT NULL,
    item    integer NOT NULL,
    file    integer,
    role    text NOT NULL,
    path    text
) PARTITION BY LIST (case_id);

-- Facts about a message and another exhibit's copy of its conversation: kind 1, that copy lacks it;
-- kind 2, that copy says otherwise.
CREATE TABLE derived.misalignment (
    case_id      integer NOT NULL,
    row          bigint NOT NULL,
    exhibit      integer NOT NULL,
    kind         smallint NOT NULL,
    conversation integer NOT NULL,
    PRIMARY KEY (case_id, row, exhibit, kind)
);

CREATE TABLE derived.naming (
    case_id      integer NOT NULL,
    exhibit      integer NOT NULL,
    claim        bigint NOT NULL,
    start        bigint NOT NULL,
    length       bigint NOT NULL,
    conversation integer NOT NULL,
    type         text NOT NULL,
    name         text,
    is_left      boolean NOT NULL,
    PRIMARY KEY (case_id, exhibit, claim)
);

-- That a group was given another id: the numbers of its conversation under the id before and after.
CREATE TABLE derived.migration (
    case_id integer NOT NULL,
    exhibit integer NOT NULL,
    claim   bigint NOT NULL,
    start   bigint NOT NULL,
    length  bigint NOT NULL,
    before  integer NOT NULL,
    after   integer NOT NULL,
    PRIMARY KEY (case_id, exhibit, claim)
);

CREATE TABLE derived.own_profile (
    case_id    integer NOT NULL,
    exhibit    integer NOT NULL,
    claim      bigint NOT NULL,
    start      bigint NOT NULL,
    length     bigint NOT NULL,
    hidden     boolean NOT NULL,
    account    integer,
    first_name text,
    last_name  text,
    phone      text,
    username   text,
    bio        text,
    PRIMARY KEY (case_id, exhibit, claim)
);

CREATE TABLE derived.contact (
    case_id    integer NOT NULL,
    exhibit    integer NOT NULL,
    claim      bigint NOT NULL,
    start      bigint NOT NULL,
    length     bigint NOT NULL,
    list       text NOT NULL,
    account    integer,
    first_name text,
    last_name  text,
    phone      text,
    date_unix  bigint,
    date_local bigint,
    details    text,
    PRIMARY KEY (case_id, exhibit, claim)
);

CREATE TABLE derived.session (
    case_id       integer NOT NULL,
    exhibit       integer NOT NULL,
    claim         bigint NOT NULL,
    start         bigint NOT NULL,
    length        bigint NOT NULL,
    hidden        boolean NOT NULL,
    list          text NOT NULL,
    ip            text,
    country       text,
    created_unix  bigint,
    created_local bigint,
    active_unix   bigint,
    active_local  bigint,
    details       text,
    PRIMARY KEY (case_id, exhibit, claim)
);

CREATE TABLE derived.own_media (
    case_id     integer NOT NULL,
    exhibit     integer NOT NULL,
    claim       bigint NOT NULL,
    start       bigint NOT NULL,
    length      bigint NOT NULL,
    hidden      boolean NOT NULL,
    list        text NOT NULL,
    date_unix   bigint,
    date_local  bigint,
    attachments text,
    PRIMARY KEY (case_id, exhibit, claim)
);

CREATE TABLE derived.unknown_field (
    case_id integer NOT NULL,
    exhibit integer NOT NULL,
    claim   bigint NOT NULL,
    start   bigint NOT NULL,
    length  bigint NOT NULL,
    path    text NOT NULL,
    json    text NOT NULL,
    PRIMARY KEY (case_id, exhibit, claim)
);

-- What people decided about messages, a row for each message of a decision; the ledger's entry is
-- the decision. Kinds: 1 relevance (verdict 1 relevant, 2 not relevant, 3 later), 2 tag, 3 note,
-- 4 translation, 5 withdrawal of the decision of entry `target`. Nothing is changed or deleted.
-- `serial` counts in the order in which rows become visible within a case.
CREATE TABLE derived.decision (
    case_id  integer NOT NULL,
    entry    bigint NOT NULL,
    row      bigint NOT NULL,
    serial   bigint GENERATED ALWAYS AS IDENTITY,
    actor    text NOT NULL,
    at       timestamptz NOT NULL,
    kind     smallint NOT NULL CHECK (kind BETWEEN 1 AND 5),
    verdict  smallint CHECK (verdict BETWEEN 1 AND 3),
    language text,
    words    text,
    target   bigint,
    PRIMARY KEY (case_id, entry, row),
    CHECK ((verdict IS NOT NULL) = (kind = 1)),
    CHECK ((words IS NOT NULL) = (kind IN (2, 3, 4))),
    CHECK ((language IS NOT NULL) = (kind = 4)),
    CHECK ((target IS NOT NULL) = (kind = 5))
);
CREATE INDEX ON derived.decision (case_id, row);
CREATE INDEX ON derived.decision (case_id, serial);
CREATE INDEX ON derived.decision (case_id, at);

-- Whether a decision is a note or translation of the actor of the transaction.
CREATE OR REPLACE FUNCTION derived.own_statement(of_case integer, of_entry bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = derived, pg_temp AS $$
    SELECT coalesce(bool_and(d.kind IN (3, 4)
        AND d.actor = current_setting('vigie.actor', true)), false)
    FROM derived.decision d WHERE d.case_id = of_case AND d.entry = of_entry
$$;
REVOKE ALL ON FUNCTION derived.own_statement(integer, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION derived.own_statement(integer, bigint) TO ${app};

DO $$
DECLARE
    t text;
BEGIN
    FOR t IN
        SELECT c.relname FROM pg_class c
        WHERE c.relnamespace = 'derived'::regnamespace AND c.relkind IN ('r', 'p')
          AND c.relname <> 'version'
    LOOP
        EXECUTE format('ALTER TABLE derived.%I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE derived.%I FORCE ROW LEVEL SECURITY', t);
        -- Counts are for every member of a case, what people wrote only for those who may read it.
        EXECUTE format(
            'CREATE POLICY member ON derived.%I FOR SELECT TO ${app} '
            || 'USING (case_id = ANY ((SELECT vigie.%I())::integer[]))', t,
            CASE WHEN t IN ('summary', 'exhibit', 'reading', 'copy', 'activity') THEN 'member_cases'
                ELSE 'content_cases' END);
        EXECUTE format('GRANT SELECT ON derived.%I TO ${app}', t);
    END LOOP;
    FOREACH t IN ARRAY ARRAY['own_profile', 'session', 'own_media'] LOOP
        EXECUTE format(
            'CREATE POLICY shown ON derived.%I AS RESTRICTIVE FOR SELECT TO ${app} USING (NOT hidden)',
            t);
    END LOOP;
    FOREACH t IN ARRAY ARRAY['alias', 'contact', 'own_profile'] LOOP
        EXECUTE format(
            'CREATE POLICY no_pseudonym ON derived.%I AS RESTRICTIVE FOR SELECT TO ${app} '
            || 'USING (account IS NULL OR (case_id, account) NOT IN '
            || '(SELECT p.case_id, p.account FROM derived.pseudonym p))', t);
    END LOOP;
    -- The total of an investigator names nobody; it may be older than the pseudonym.
    CREATE POLICY no_pseudonym ON derived.account_total AS RESTRICTIVE FOR SELECT TO ${app}
        USING (operator IS NOT NULL OR (case_id, account) NOT IN
            (SELECT p.case_id, p.account FROM derived.pseudonym p));
    CREATE POLICY no_pseudonym ON derived.account AS RESTRICTIVE FOR SELECT TO ${app}
        USING ((case_id, number) NOT IN
            (SELECT p.case_id, p.account FROM derived.pseudonym p));
END $$;

-- Who decides about evidence decides anything; who reads it adds notes and translations, and takes
-- back their own. Nobody decides in another's name.
CREATE POLICY decides ON derived.decision FOR INSERT TO ${app}
    WITH CHECK (actor = current_setting('vigie.actor', true)
        AND (case_id = ANY ((SELECT vigie.decision_cases())::integer[])
            OR case_id = ANY ((SELECT vigie.content_cases())::integer[])
                AND (kind IN (3, 4)
                    OR kind = 5 AND derived.own_statement(case_id, target))));
GRANT INSERT (case_id, entry, row, actor, at, kind, verdict, language, words, target)
    ON derived.decision TO ${app};

GRANT SELECT ON derived.version TO ${app};
INSERT INTO derived.version VALUES ('${version}');
