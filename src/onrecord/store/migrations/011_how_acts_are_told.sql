-- Each act says in one word how it is told, `told`: its status, and of what is not to be ("will not attack") not_planned,
-- as in merged events; what is said of it has the same word.
DROP VIEW v_claims;
DROP VIEW v_events;
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
       v.title, v.publisher, v.published, v.url, m.cluster_id,
       CASE WHEN e.polarity <> 'negative' THEN e.status
            WHEN e.status IN ('happened', 'ongoing') THEN 'not_happened'
            WHEN e.status IN ('planned', 'conditional', 'hypothetical') THEN 'not_' || e.status
            ELSE e.status END AS told
FROM events e
JOIN reports r ON r.report_id = e.report_id
JOIN versions v ON v.report_id = r.report_id AND v.version = r.version
LEFT JOIN places l ON l.report_id = e.report_id AND l.place_id = e.place_id
LEFT JOIN times t ON t.report_id = e.report_id AND t.time_id = e.time_id
LEFT JOIN attributions a ON a.report_id = e.report_id AND a.attribution_id = e.attribution_id
LEFT JOIN sentences s ON s.report_id = e.report_id AND s.n = e.sentence
LEFT JOIN cluster_events m ON m.report_id = e.report_id AND m.event_id = e.event_id
WHERE e.same_as IS NULL;

CREATE VIEW v_claims AS
SELECT report_id, event_id AS claim_id, 'event' AS kind, told_by, type AS claim, told AS qualifier,
       actors AS who, recipients AS whom, words, publisher, published, url
FROM v_events
UNION ALL
SELECT e.report_id, e.event_id, 'number', e.told_by, k.kind || ' ' || k.text, e.told,
       e.actors, e.recipients, e.words, e.publisher, e.published, e.url
FROM event_numbers k JOIN v_events e ON e.report_id = k.report_id AND e.event_id = k.event_id
UNION ALL
SELECT report_id, position_id, 'position', told_by, stance, basis, holder, toward, words, publisher, published, url
FROM v_positions
UNION ALL
SELECT report_id, commitment_id, 'commitment', told_by, kind, polarity, "by", toward, words, publisher, published, url
FROM v_commitments;
