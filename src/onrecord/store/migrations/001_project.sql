-- One report, whatever its versions. report_id is the first 16 hex digits of a SHA-256 over its address, or over its
-- document's id where it has no address: the same report gets the same id in every project file.
CREATE TABLE reports (
    report_id   TEXT PRIMARY KEY,
    document_id TEXT NOT NULL,           -- as the input gave it, latest version
    url         TEXT,
    version     INTEGER NOT NULL         -- the latest one
) WITHOUT ROWID;

-- A report as its publisher gave it at one time. An edited report is a new version; old ones stay.
CREATE TABLE versions (
    version_id  INTEGER PRIMARY KEY,     -- inside this file only
    report_id   TEXT NOT NULL REFERENCES reports,
    version     INTEGER NOT NULL,        -- 1, 2, … in the order in which they came in
    content_id  TEXT NOT NULL,           -- SHA-256 over text, title, publisher and date: tells an edit from a repetition
    document_id TEXT NOT NULL,
    title       TEXT,
    publisher   TEXT,
    url         TEXT,
    published   TEXT,                    -- ISO date or date-time
    language    TEXT NOT NULL,
    sha256      TEXT NOT NULL,           -- of the text alone
    chars       INTEGER NOT NULL,
    text        TEXT NOT NULL,           -- untouched: every start and end in this file counts its code points from 0
    UNIQUE (report_id, version),
    UNIQUE (report_id, content_id)       -- nothing twice, whoever writes
);
CREATE INDEX versions_by_text ON versions (sha256);

-- Words of the latest versions, for MATCH; titles count too.
CREATE VIRTUAL TABLE texts USING fts5 (
    title, text, content = 'versions', content_rowid = 'version_id', tokenize = 'unicode61 remove_diacritics 2'
);

-- Readings whole, never changed: JSON (docs/reading.schema.json) packed with zlib. A version read again by a newer
-- onrecord has several; the one with is_current = 1 is spelt out in the tables below.
CREATE TABLE readings (
    reading_id INTEGER PRIMARY KEY,
    version_id INTEGER NOT NULL REFERENCES versions,
    onrecord   TEXT NOT NULL,
    model      TEXT NOT NULL,
    lexicon    TEXT NOT NULL,
    is_current INTEGER NOT NULL,
    json       BLOB NOT NULL,
    UNIQUE (version_id, onrecord, model, lexicon)
);
CREATE UNIQUE INDEX readings_current ON readings (version_id) WHERE is_current;

-- From here on: the current reading of the latest version of each report, as rows. Ids (E1, T3, …) hold inside a report.

CREATE TABLE sentences (
    report_id TEXT NOT NULL,
    n         INTEGER NOT NULL,
    "start"   INTEGER NOT NULL,
    "end"     INTEGER NOT NULL,
    PRIMARY KEY (report_id, n)
) WITHOUT ROWID;

CREATE TABLE entities (
    report_id TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    name      TEXT NOT NULL,
    type      TEXT NOT NULL,
    named     INTEGER NOT NULL,
    count     INTEGER,
    country   TEXT,
    sectors   TEXT NOT NULL,             -- JSON array
    actor     TEXT,                      -- key in the actor base
    role      TEXT,
    member_of TEXT NOT NULL,             -- JSON array of entity ids
    mentions  INTEGER NOT NULL,          -- how many; they stand in the whole reading
    PRIMARY KEY (report_id, entity_id)
) WITHOUT ROWID;

CREATE TABLE places (
    report_id  TEXT NOT NULL,
    place_id   TEXT NOT NULL,
    name       TEXT NOT NULL,
    geonameid  TEXT,
    lat        REAL,
    lon        REAL,
    country    TEXT,
    admin1     TEXT,
    feature    TEXT,
    "precision"  TEXT,
    confidence REAL,
    PRIMARY KEY (report_id, place_id)
) WITHOUT ROWID;

CREATE TABLE times (
    report_id TEXT NOT NULL,
    time_id   TEXT NOT NULL,
    "start"   INTEGER NOT NULL,
    "end"     INTEGER NOT NULL,
    text      TEXT NOT NULL,
    type      TEXT NOT NULL,
    value     TEXT NOT NULL,             -- TIMEX3
    mod       TEXT,
    first_day TEXT,                      -- of the value, where it names days on the calendar
    last_day  TEXT,
    PRIMARY KEY (report_id, time_id)
) WITHOUT ROWID;

CREATE TABLE attributions (
    report_id      TEXT NOT NULL,
    attribution_id TEXT NOT NULL,
    source_text    TEXT,                 -- null: nobody is named ("it was reported")
    source_entity  TEXT,
    cue            TEXT,
    manner         TEXT NOT NULL,
    via            TEXT NOT NULL,        -- JSON array of entity ids, nearest first
    within         TEXT,
    told_by        TEXT NOT NULL,        -- the whole chain, nearest first: "an official → AFP"
    content        TEXT NOT NULL,        -- pieces joined by " … "
    PRIMARY KEY (report_id, attribution_id)
) WITHOUT ROWID;

CREATE TABLE events (
    report_id      TEXT NOT NULL,
    event_id       TEXT NOT NULL,
    type           TEXT NOT NULL,
    mode           TEXT,
    contexts       TEXT NOT NULL,        -- JSON array
    cameo          TEXT,
    quad           INTEGER NOT NULL,
    score          REAL NOT NULL,
    trigger_text   TEXT NOT NULL,
    trigger_start  INTEGER NOT NULL,
    trigger_end    INTEGER NOT NULL,
    sentence       INTEGER,              -- n of the sentence that holds the trigger
    status         TEXT NOT NULL,
    polarity       TEXT NOT NULL,
    certainty      TEXT NOT NULL,
    place_id       TEXT,
    time_id        TEXT,
    attribution_id TEXT,                 -- null: the reporter asserts it
    same_as        TEXT,                 -- an earlier mention in this report
    rule           TEXT NOT NULL,
    geonameid      TEXT,                 -- of its place, repeated here so that one index finds it
    sort_day       TEXT,                 -- first day of its time, else day of publication: to sort by, not to quote
    PRIMARY KEY (report_id, event_id)
) WITHOUT ROWID;

CREATE TABLE event_parties (
    report_id TEXT NOT NULL,
    event_id  TEXT NOT NULL,
    side      TEXT NOT NULL CHECK (side IN ('actor', 'recipient')),
    n         INTEGER NOT NULL,
    text      TEXT NOT NULL,
    name      TEXT NOT NULL,             -- the entity's name, or the words where no entity stands behind them
    entity_id TEXT,
    actor     TEXT,                      -- key in the actor base, repeated here so that one index finds it
    country   TEXT,
    sort_day  TEXT,                      -- of the event, likewise
    PRIMARY KEY (report_id, event_id, side, n)
) WITHOUT ROWID;

CREATE TABLE event_numbers (
    report_id TEXT NOT NULL,
    event_id  TEXT NOT NULL,
    kind      TEXT NOT NULL,             -- killed, injured, arrested, displaced, crowd
    low       INTEGER,
    high      INTEGER,
    text      TEXT NOT NULL,
    "start"   INTEGER NOT NULL,
    "end"     INTEGER NOT NULL,
    PRIMARY KEY (report_id, event_id, kind)
) WITHOUT ROWID;

CREATE TABLE positions (
    report_id      TEXT NOT NULL,
    position_id    TEXT NOT NULL,
    holder_text    TEXT NOT NULL,
    holder_name    TEXT NOT NULL,
    holder_entity  TEXT,
    holder_actor   TEXT,
    stance         TEXT NOT NULL,
    basis          TEXT NOT NULL,
    toward_text    TEXT,
    toward_event   TEXT,
    toward_entity  TEXT,
    conditions     TEXT NOT NULL,        -- JSON array of words
    attribution_id TEXT,
    evidence       TEXT NOT NULL,        -- JSON array of words
    "start"        INTEGER NOT NULL,     -- of the holder's words
    sort_day       TEXT,                 -- day of publication
    sentence       INTEGER,
    PRIMARY KEY (report_id, position_id)
) WITHOUT ROWID;

CREATE TABLE commitments (
    report_id      TEXT NOT NULL,
    commitment_id  TEXT NOT NULL,
    by_text        TEXT NOT NULL,
    by_name        TEXT NOT NULL,
    by_entity      TEXT,
    by_actor       TEXT,
    toward_text    TEXT,
    toward_event   TEXT,
    toward_entity  TEXT,
    action_text    TEXT NOT NULL,
    action_event   TEXT,
    polarity       TEXT NOT NULL,
    conditions     TEXT NOT NULL,        -- JSON array of words
    due            TEXT,                 -- time id
    kind           TEXT NOT NULL,
    attribution_id TEXT,
    evidence       TEXT NOT NULL,        -- JSON array of words
    "start"        INTEGER NOT NULL,     -- of the action's words
    sort_day       TEXT,                 -- day of publication
    sentence       INTEGER,
    PRIMARY KEY (report_id, commitment_id)
) WITHOUT ROWID;

CREATE TABLE labels (
    report_id      TEXT NOT NULL,
    n              INTEGER NOT NULL,
    entity_id      TEXT NOT NULL,
    text           TEXT NOT NULL,
    "start"        INTEGER NOT NULL,
    "end"          INTEGER NOT NULL,
    scare_quotes   INTEGER NOT NULL,
    attribution_id TEXT,
    PRIMARY KEY (report_id, n)
) WITHOUT ROWID;

-- Across reports. All but judgements are made anew by each merge, and what is said of a report that has changed since
-- is taken out; judgements are people's and are never deleted.

CREATE TABLE copies (
    report_id  TEXT PRIMARY KEY,
    cluster_id TEXT NOT NULL,            -- reports that share one text
    copy_of    TEXT,                     -- report_id of the closest earlier text; null for the first
    kind       TEXT,                     -- exact, cut, topped, …
    score      REAL,
    evidence   TEXT NOT NULL             -- JSON object: why, and who changed what
) WITHOUT ROWID;
CREATE INDEX copies_by_cluster ON copies (cluster_id);

CREATE TABLE clusters (
    cluster_id TEXT PRIMARY KEY,         -- one event across reports
    type       TEXT NOT NULL,
    status     TEXT NOT NULL,
    first_day  TEXT,
    last_day   TEXT,
    country    TEXT,
    reports    INTEGER NOT NULL,         -- the three counts
    independent INTEGER NOT NULL,
    speakers   INTEGER NOT NULL,
    record     TEXT NOT NULL             -- JSON: the merged event with every differing value and its speakers
) WITHOUT ROWID;
CREATE INDEX clusters_by_day ON clusters (first_day);

CREATE TABLE cluster_events (
    report_id  TEXT NOT NULL,
    event_id   TEXT NOT NULL,
    cluster_id TEXT NOT NULL REFERENCES clusters,
    score      REAL,
    reasons    TEXT NOT NULL,            -- JSON array
    PRIMARY KEY (report_id, event_id)
) WITHOUT ROWID;
CREATE INDEX cluster_events_by_cluster ON cluster_events (cluster_id);

CREATE TABLE actors (
    actor_id TEXT PRIMARY KEY,           -- key in the actor base, or made from the name
    name     TEXT NOT NULL,
    type     TEXT NOT NULL,
    country  TEXT,
    record   TEXT NOT NULL               -- JSON
) WITHOUT ROWID;

CREATE TABLE actor_entities (
    report_id TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    actor_id  TEXT NOT NULL REFERENCES actors,
    PRIMARY KEY (report_id, entity_id)
) WITHOUT ROWID;
CREATE INDEX actor_entities_by_actor ON actor_entities (actor_id);

-- What else is found across reports: disagreements, promises and what came of them, positions that changed.
CREATE TABLE findings (
    kind   TEXT NOT NULL,
    key    TEXT NOT NULL,                -- tells findings of a kind apart
    n      INTEGER NOT NULL,             -- their order
    record TEXT NOT NULL,                -- JSON
    PRIMARY KEY (kind, key)
) WITHOUT ROWID;

-- The readings that the last merge knew: those with a greater reading_id came after it.
CREATE TABLE merged (
    reading_id INTEGER NOT NULL
);

CREATE TABLE judgements (
    n            INTEGER PRIMARY KEY,    -- the order in which they were made
    judgement_id TEXT NOT NULL UNIQUE,   -- from the content
    kind         TEXT NOT NULL CHECK (kind IN ('merge', 'split', 'correct', 'undo')),
    subjects     TEXT NOT NULL,          -- JSON array of what it is about; for undo, one judgement_id
    field        TEXT,                   -- of a correction
    value        TEXT,                   -- of a correction: JSON
    who          TEXT NOT NULL,
    "when"       TEXT NOT NULL,          -- ISO date-time
    why          TEXT NOT NULL
);

CREATE INDEX events_by_type ON events (type, status, sort_day);
CREATE INDEX events_by_day ON events (sort_day, status, type);
CREATE INDEX events_by_place ON events (geonameid, sort_day, status, type, same_as) WHERE geonameid IS NOT NULL;
CREATE INDEX entities_by_name ON entities (name);
CREATE INDEX parties_by_actor ON event_parties (actor, sort_day) WHERE actor IS NOT NULL;
CREATE INDEX parties_by_name ON event_parties (name, sort_day);
CREATE INDEX places_by_country ON places (country);
CREATE INDEX places_by_geoname ON places (geonameid) WHERE geonameid IS NOT NULL;
CREATE INDEX times_by_day ON times (first_day) WHERE first_day IS NOT NULL;
CREATE INDEX positions_by_holder ON positions (holder_name, sort_day);
CREATE INDEX positions_by_stance ON positions (stance, sort_day);
CREATE INDEX positions_by_matter ON positions (toward_text, stance, sort_day);
CREATE INDEX commitments_by_party ON commitments (by_name, sort_day);
CREATE INDEX commitments_by_day ON commitments (sort_day);
CREATE INDEX commitments_by_kind ON commitments (kind, sort_day);
CREATE INDEX versions_by_date ON versions (published);
CREATE INDEX versions_by_publisher ON versions (publisher, published);

-- How many events of a type are told how, by month: counting millions of rows takes longer than people wait for a page.
CREATE TABLE event_counts (
    month  TEXT NOT NULL,                -- of sort_day, or ''
    type   TEXT NOT NULL,
    status TEXT NOT NULL,
    n      INTEGER NOT NULL,
    PRIMARY KEY (month, type, status)
) WITHOUT ROWID;
CREATE TRIGGER event_counted AFTER INSERT ON events WHEN new.same_as IS NULL BEGIN
    INSERT INTO event_counts VALUES (coalesce(substr(new.sort_day, 1, 7), ''), new.type, new.status, 1)
    ON CONFLICT (month, type, status) DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER event_uncounted AFTER DELETE ON events WHEN old.same_as IS NULL BEGIN
    UPDATE event_counts SET n = n - 1
    WHERE month = coalesce(substr(old.sort_day, 1, 7), '') AND type = old.type AND status = old.status;
END;

-- How often a party acts and is acted on, likewise; only parties behind which an entity stands.
CREATE TABLE party_counts (
    name    TEXT PRIMARY KEY,
    country TEXT,                        -- as first told
    did     INTEGER NOT NULL,
    done    INTEGER NOT NULL,
    acts    INTEGER NOT NULL             -- both
) WITHOUT ROWID;
CREATE INDEX parties_by_acts ON party_counts (acts);
CREATE TRIGGER party_counted AFTER INSERT ON event_parties WHEN new.entity_id IS NOT NULL BEGIN
    INSERT INTO party_counts VALUES (new.name, new.country, new.side = 'actor', new.side = 'recipient', 1)
    ON CONFLICT (name) DO UPDATE SET country = coalesce(country, excluded.country), did = did + excluded.did,
        done = done + excluded.done, acts = acts + 1;
END;
CREATE TRIGGER party_uncounted AFTER DELETE ON event_parties WHEN old.entity_id IS NOT NULL BEGIN
    UPDATE party_counts SET did = did - (old.side = 'actor'), done = done - (old.side = 'recipient'), acts = acts - 1
    WHERE name = old.name;
END;

-- For people and their tools.

-- CROSS JOIN keeps SQLite from beginning with the readings: by date or publisher it has to begin with the versions.
CREATE VIEW v_reports AS
SELECT v.report_id, v.version, v.document_id, v.title, v.publisher, v.published, v.url, v.language, v.chars, v.sha256,
       c.cluster_id AS copy_cluster, c.copy_of,
       d.onrecord, d.model, d.lexicon,
       (SELECT count(*) FROM events e WHERE e.report_id = v.report_id AND e.same_as IS NULL) AS events,
       (SELECT count(*) FROM positions p WHERE p.report_id = v.report_id) AS positions,
       (SELECT count(*) FROM commitments k WHERE k.report_id = v.report_id) AS commitments,
       v.text
FROM versions v
CROSS JOIN reports r ON r.report_id = v.report_id AND r.version = v.version
CROSS JOIN readings d ON d.version_id = v.version_id AND d.is_current
LEFT JOIN copies c ON c.report_id = v.report_id;

-- One act a row as one report tells it; repeated mentions inside a report are left out.
CREATE VIEW v_events AS
SELECT e.report_id, e.event_id, e.type, e.mode, e.status, e.certainty, e.polarity,
       (SELECT group_concat(name, '; ') FROM (SELECT p.name FROM event_parties p WHERE p.report_id = e.report_id
           AND p.event_id = e.event_id AND p.side = 'actor' ORDER BY p.n)) AS actors,
       (SELECT group_concat(name, '; ') FROM (SELECT p.name FROM event_parties p WHERE p.report_id = e.report_id
           AND p.event_id = e.event_id AND p.side = 'recipient' ORDER BY p.n)) AS recipients,
       l.name AS place, l.country, l.lat, l.lon, l."precision" AS place_precision,
       t.value AS "time", t.first_day, t.last_day,
       (SELECT group_concat(told, '; ') FROM (SELECT k.kind || ': ' || k.text AS told FROM event_numbers k
           WHERE k.report_id = e.report_id AND k.event_id = e.event_id ORDER BY k.kind)) AS numbers,
       coalesce(a.told_by, 'the reporter') AS told_by,
       e.contexts, e.cameo, e.quad, e.score, e.rule, e.trigger_text AS "trigger",
       e.trigger_start AS "start", e.trigger_end AS "end", e.sort_day, e.geonameid,
       trim(substr(v.text, s."start" + 1, s."end" - s."start"), char(9, 10, 13, 32)) AS words,
       v.title, v.publisher, v.published, v.url, m.cluster_id
FROM events e
JOIN reports r ON r.report_id = e.report_id
JOIN versions v ON v.report_id = r.report_id AND v.version = r.version
LEFT JOIN places l ON l.report_id = e.report_id AND l.place_id = e.place_id
LEFT JOIN times t ON t.report_id = e.report_id AND t.time_id = e.time_id
LEFT JOIN attributions a ON a.report_id = e.report_id AND a.attribution_id = e.attribution_id
LEFT JOIN sentences s ON s.report_id = e.report_id AND s.n = e.sentence
LEFT JOIN cluster_events m ON m.report_id = e.report_id AND m.event_id = e.event_id
WHERE e.same_as IS NULL;

-- Where each party stands, as one report tells it. Absence and silence are 'unknown', with their basis.
CREATE VIEW v_positions AS
SELECT p.report_id, p.position_id, p.holder_name AS holder, p.stance, p.basis, p.toward_text AS toward,
       (SELECT group_concat(value, '; ') FROM json_each(p.conditions)) AS conditions,
       coalesce(a.told_by, 'the reporter') AS told_by,
       trim(substr(v.text, s."start" + 1, s."end" - s."start"), char(9, 10, 13, 32)) AS words,
       v.title, v.publisher, v.published, v.url, p.holder_actor, p.toward_event, p.toward_entity, p."start", p.sort_day
FROM positions p
JOIN reports r ON r.report_id = p.report_id
JOIN versions v ON v.report_id = r.report_id AND v.version = r.version
LEFT JOIN attributions a ON a.report_id = p.report_id AND a.attribution_id = p.attribution_id
LEFT JOIN sentences s ON s.report_id = p.report_id AND s.n = p.sentence;

CREATE VIEW v_commitments AS
SELECT k.report_id, k.commitment_id, k.by_name AS "by", k.kind, k.polarity, k.action_text AS action,
       k.toward_text AS toward, t.value AS due,
       (SELECT group_concat(value, '; ') FROM json_each(k.conditions)) AS conditions,
       coalesce(a.told_by, 'the reporter') AS told_by,
       trim(substr(v.text, s."start" + 1, s."end" - s."start"), char(9, 10, 13, 32)) AS words,
       v.title, v.publisher, v.published, v.url, k.by_actor, k.action_event, k."start", k.sort_day
FROM commitments k
JOIN reports r ON r.report_id = k.report_id
JOIN versions v ON v.report_id = r.report_id AND v.version = r.version
LEFT JOIN times t ON t.report_id = k.report_id AND t.time_id = k.due
LEFT JOIN attributions a ON a.report_id = k.report_id AND a.attribution_id = k.attribution_id
LEFT JOIN sentences s ON s.report_id = k.report_id AND s.n = k.sentence;

-- Everything that somebody says, with its speaker: acts, numbers, positions, commitments. One claim a row.
CREATE VIEW v_claims AS
SELECT report_id, event_id AS claim_id, 'event' AS kind, told_by, type AS claim, status AS qualifier,
       actors AS who, recipients AS whom, words, publisher, published, url
FROM v_events
UNION ALL
SELECT e.report_id, e.event_id, 'number', e.told_by, k.kind || ' ' || k.text, e.status,
       e.actors, e.recipients, e.words, e.publisher, e.published, e.url
FROM event_numbers k JOIN v_events e ON e.report_id = k.report_id AND e.event_id = k.event_id
UNION ALL
SELECT report_id, position_id, 'position', told_by, stance, basis, holder, toward, words, publisher, published, url
FROM v_positions
UNION ALL
SELECT report_id, commitment_id, 'commitment', told_by, kind, polarity, "by", toward, words, publisher, published, url
FROM v_commitments;
