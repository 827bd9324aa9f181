-- What was found in the pictures and clips of a case, what it matched, and how it is stacked:
-- dropped and derived again, never migrated. An item is a file by its bytes, whatever its names:
-- its number is that of the first exhibit that has them.

-- How far a case is: up to which exhibit it is known what is media, with which sets and by which
-- version of the rules items were compared, how many entries of the ledger were searched for
-- decisions, and how stacks are decided.
CREATE TABLE derived.media_state (
    case_id   integer PRIMARY KEY,
    seen      integer NOT NULL DEFAULT 0,
    compared  text NOT NULL DEFAULT '',
    sets      text NOT NULL DEFAULT '',
    -- That what decodes here is not what did before, a line for each decoder.
    warnings  text NOT NULL DEFAULT '',
    -- Serial numbers that different files share: counted when compared.
    serials   bigint NOT NULL DEFAULT 0,
    rules     integer NOT NULL DEFAULT 0,
    match_sum bytea NOT NULL DEFAULT decode(repeat('00', 32), 'hex'),
    decided   bigint NOT NULL DEFAULT 0,
    scheme    text NOT NULL DEFAULT 'baseline/1',
    opinions  smallint NOT NULL DEFAULT 1 CHECK (opinions BETWEEN 1 AND 2)
);

-- State: 1 picture, 2 clip, 3 unreadable; absent before it was examined. Finding, in the order of
-- looking: 1 unseen, 2 conflict, 3 similar, 4 alert, 5 known; absent before the first comparison.
CREATE TABLE derived.media_item (
    case_id     integer NOT NULL,
    item        integer NOT NULL,
    digest      bytea NOT NULL,
    md5         bytea,
    sha1        bytea,
    size        bigint NOT NULL,
    copies      integer NOT NULL DEFAULT 1,
    state       smallint CHECK (state BETWEEN 1 AND 3),
    format      text,
    width       integer,
    height      integer,
    orientation smallint,
    millis      bigint,
    decoder     text,
    reason      text,
    why         text,
    finding     smallint CHECK (finding BETWEEN 1 AND 5),
    stack       integer,
    PRIMARY KEY (case_id, item)
);
CREATE UNIQUE INDEX ON derived.media_item (case_id, digest);
CREATE INDEX ON derived.media_item (case_id, stack);

-- A way to see a picture, hashed. Kind: 1 as stored, 2 oriented, 3 trimmed, 4 cropped. `turned` are
-- the hashes of the seven other dihedral variants, one after the other.
CREATE TABLE derived.media_view (
    case_id integer NOT NULL,
    item    integer NOT NULL,
    number  smallint NOT NULL,
    kind    smallint NOT NULL,
    pdq     bytea NOT NULL,
    quality smallint NOT NULL,
    turned  bytea NOT NULL,
    PRIMARY KEY (case_id, item, number)
);

CREATE TABLE derived.media_frame (
    case_id integer NOT NULL,
    item    integer NOT NULL,
    number  integer NOT NULL,
    millis  bigint NOT NULL,
    pdq     bytea NOT NULL,
    quality smallint NOT NULL,
    PRIMARY KEY (case_id, item, number)
);

-- What a file says about itself: claims of whoever wrote it.
CREATE TABLE derived.media_property (
    case_id integer NOT NULL,
    item    integer NOT NULL,
    number  integer NOT NULL,
    family  text NOT NULL,
    name    text NOT NULL,
    value   text NOT NULL,
    PRIMARY KEY (case_id, item, number)
);

-- That an item is in a set, or like something in one. By: `sha256`, `sha1`, `md5`, `pdq`, `vpdq` (a
-- clip and a listed video share frames, in percent of each), `frame` (no more than a frame of it).
CREATE TABLE derived.media_match (
    case_id  integer NOT NULL,
    item     integer NOT NULL,
    number   integer NOT NULL,
    set_name text NOT NULL,
    set_version text NOT NULL,
    alert    boolean NOT NULL,
    by       text NOT NULL,
    distance smallint NOT NULL,
    category text,
    details  text,
    of_file   smallint,
    of_listed smallint,
    PRIMARY KEY (case_id, item, number)
);

-- Items that are one thing to look at. `place` orders: the lowest is looked at first.
CREATE TABLE derived.media_stack (
    case_id        integer NOT NULL,
    stack          integer NOT NULL,
    representative integer NOT NULL,
    finding        smallint NOT NULL,
    clip           boolean NOT NULL,
    items          bigint NOT NULL,
    copies         bigint NOT NULL,
    near           bigint NOT NULL,
    posts          bigint NOT NULL,
    accounts       bigint NOT NULL,
    conversations  bigint NOT NULL,
    first_row      bigint,
    first_sent     bigint,
    place          bigint NOT NULL,
    PRIMARY KEY (case_id, stack)
);
CREATE INDEX ON derived.media_stack (case_id, place);

-- Where a message carries or names an item. By: 1 the file that its path means, 2 an absent file of
-- the same name and size: a claim of the source, weaker than bytes.
CREATE TABLE derived.media_appearance (
    case_id      integer NOT NULL,
    stack        integer NOT NULL,
    row          bigint NOT NULL,
    attachment   integer NOT NULL,
    item         integer NOT NULL,
    by           smallint NOT NULL CHECK (by BETWEEN 1 AND 2),
    sent         bigint,
    account      integer,
    conversation integer NOT NULL,
    message_id   bigint,
    PRIMARY KEY (case_id, row, attachment)
);
CREATE INDEX ON derived.media_appearance (case_id, stack, sent, row);

-- What people decided about stacks; the ledger's entry is the decision. Kinds: 1 category, 2 note,
-- 3 withdrawal of the decision of entry `target`. A decision holds for the items that were in the
-- stack when it was made, whatever stack they are in later. Nothing is changed or deleted.
CREATE TABLE derived.media_decision (
    case_id  integer NOT NULL,
    entry    bigint NOT NULL,
    item     bytea NOT NULL,
    actor    text NOT NULL,
    at       timestamptz NOT NULL,
    kind     smallint NOT NULL CHECK (kind BETWEEN 1 AND 3),
    scheme   text,
    category text,
    words    text,
    target   bigint,
    PRIMARY KEY (case_id, entry, item),
    CHECK ((category IS NOT NULL) = (kind = 1)),
    CHECK ((words IS NOT NULL) = (kind = 2)),
    CHECK ((target IS NOT NULL) = (kind = 3))
);
CREATE INDEX ON derived.media_decision (case_id, item);

DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['media_state', 'media_item', 'media_view', 'media_frame',
        'media_property', 'media_match', 'media_stack', 'media_appearance', 'media_decision']
    LOOP
        EXECUTE format('ALTER TABLE derived.%I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE derived.%I FORCE ROW LEVEL SECURITY', t);
        -- How far a case is, is for every member; what is in it, for those who may read it.
        EXECUTE format(
            'CREATE POLICY member ON derived.%I FOR SELECT TO ${app} '
            || 'USING (case_id = ANY ((SELECT vigie.%I())::integer[]))', t,
            CASE WHEN t = 'media_state' THEN 'member_cases' ELSE 'content_cases' END);
        EXECUTE format('GRANT SELECT ON derived.%I TO ${app}', t);
    END LOOP;
END $$;

-- Who decides about evidence decides about stacks, in nobody else's name.
CREATE POLICY decides ON derived.media_decision FOR INSERT TO ${app}
    WITH CHECK (actor = current_setting('vigie.actor', true)
        AND case_id = ANY ((SELECT vigie.decision_cases())::integer[]));
GRANT INSERT ON derived.media_decision TO ${app};
