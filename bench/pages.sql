-- What pages ask of a project file; bench/pages.py times each. Every one starts from an index, and none reads all texts.

-- page: home: the counts
SELECT type, status, sum(n) FROM event_counts GROUP BY type, status;

-- page: reports: the newest 50
SELECT report_id, title, publisher, published, events, positions FROM v_reports ORDER BY published DESC LIMIT 50;

-- page: reports: of one publisher
SELECT report_id, title, published FROM v_reports WHERE publisher = 'Publisher 7' ORDER BY published DESC LIMIT 50;

-- page: reports: by words
SELECT v.report_id, v.title, snippet(texts, -1, '[', ']', '…', 12)
FROM texts JOIN versions v ON v.version_id = texts.rowid WHERE texts MATCH 'talks AND word77' ORDER BY rank LIMIT 50;

-- page: reports: by a common word
SELECT v.report_id, v.title FROM texts JOIN versions v ON v.version_id = texts.rowid
WHERE texts MATCH 'talks' ORDER BY rank LIMIT 50;

-- page: report: its events
SELECT * FROM v_events WHERE report_id = :report ORDER BY "start";

-- page: report: its claims
SELECT * FROM v_claims WHERE report_id = :report;

-- page: events: the newest 50
SELECT * FROM v_events WHERE status IN ('happened', 'ongoing') ORDER BY sort_day DESC LIMIT 50;

-- page: events: by a common word
SELECT v.* FROM act_words w CROSS JOIN acts a ON a.act_id = w.rowid
CROSS JOIN v_events v ON v.report_id = a.report_id AND v.event_id = a.event_id
WHERE act_words MATCH 'words : attack' ORDER BY w.rowid DESC LIMIT 50;

-- page: events: of a type in a month
SELECT * FROM v_events WHERE type = 'ASSAULT' AND status = 'happened'
AND sort_day BETWEEN '2018-03-01' AND '2018-03-31' ORDER BY sort_day LIMIT 200;

-- page: timeline: acts a month
SELECT month, type, sum(n) FROM event_counts WHERE status IN ('happened', 'ongoing') GROUP BY month, type;

-- page: party: its acts
SELECT v.* FROM event_parties p JOIN v_events v USING (report_id, event_id)
WHERE p.actor = :party ORDER BY p.sort_day DESC LIMIT 50;

-- page: party: whom it acts on, one year
SELECT r.name, e.type, count(*) FROM event_parties a
JOIN event_parties r ON r.report_id = a.report_id AND r.event_id = a.event_id AND r.side = 'recipient'
JOIN events e ON e.report_id = a.report_id AND e.event_id = a.event_id
WHERE a.actor = :party AND a.sort_day BETWEEN '2018-01-01' AND '2018-12-31' AND a.side = 'actor' GROUP BY r.name, e.type ORDER BY count(*) DESC LIMIT 100;

-- page: place: what happened there
SELECT * FROM v_events WHERE geonameid = :place AND status IN ('happened', 'ongoing') ORDER BY sort_day DESC LIMIT 50;

-- page: map: acts of a month
SELECT l.lat, l.lon, e.type, count(*) FROM events e JOIN places l ON l.report_id = e.report_id AND l.place_id = e.place_id
WHERE e.sort_day BETWEEN '2018-03-01' AND '2018-03-31' AND e.status IN ('happened', 'ongoing') GROUP BY 1, 2, 3;

-- page: room: where a party stands
SELECT * FROM v_positions WHERE holder = :holder ORDER BY sort_day DESC LIMIT 100;

-- page: room: the silent
SELECT holder, basis, words, published FROM v_positions WHERE stance = 'unknown' ORDER BY sort_day DESC LIMIT 50;

-- page: promises: the newest 50
SELECT * FROM v_commitments WHERE kind = 'promise' ORDER BY sort_day DESC LIMIT 50;

-- page: conflicts: events that several tell
SELECT cluster_id, type, first_day, reports, independent, speakers, record FROM clusters
WHERE independent > 1 ORDER BY first_day DESC LIMIT 50;

-- page: event: its tellings
SELECT * FROM v_events WHERE cluster_id = :cluster;

-- page: copies: of one text
SELECT * FROM copies WHERE cluster_id = (SELECT cluster_id FROM copies LIMIT 1);
