-- Acts by number. An act of a later day has a greater one, so what is found by words comes newest first: the digits of its
-- sort_day (0 where it has none), then eight digits that tell it from the others of that day.
CREATE TABLE acts (
    act_id    INTEGER PRIMARY KEY,
    report_id TEXT NOT NULL,
    event_id  TEXT NOT NULL,             -- no repeated mentions
    UNIQUE (report_id, event_id)
);
INSERT INTO acts
SELECT d.day * 100000000 + row_number() OVER (PARTITION BY d.day ORDER BY d.report_id, d.trigger_start DESC, d.event_id),
       d.report_id, d.event_id
FROM (SELECT report_id, event_id, trigger_start,
             CAST(replace(substr(coalesce(sort_day, '0') || '-00-00', 1, 10), '-', '') AS INTEGER) AS day
      FROM events WHERE same_as IS NULL) d;

-- What is said of an act, for MATCH. Rows leave the index before what they are made of changes (`act_words.py`).
CREATE VIEW v_act_words AS
SELECT a.act_id, a.report_id, v.actors, v.recipients, v.place, v.told_by, v.words, v.type, v.status
FROM acts a
CROSS JOIN v_events v ON v.report_id = a.report_id AND v.event_id = a.event_id;
CREATE VIRTUAL TABLE act_words USING fts5 (
    actors, recipients, place, told_by, words, type, status, content = 'v_act_words', content_rowid = 'act_id',
    tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO act_words (rowid, actors, recipients, place, told_by, words, type, status)
SELECT act_id, actors, recipients, place, told_by, words, type, status FROM v_act_words ORDER BY act_id;
