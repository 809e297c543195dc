-- Of what somebody says is not to be ("will not attack") the qualifier says so: not_planned, as in merged events.
DROP VIEW v_claims;
CREATE VIEW v_claims AS
WITH told AS (
    SELECT *, CASE WHEN polarity = 'negative' AND status IN ('planned', 'conditional', 'hypothetical')
                   THEN 'not_' || status ELSE status END AS qualifier
    FROM v_events
)
SELECT report_id, event_id AS claim_id, 'event' AS kind, told_by, type AS claim, qualifier,
       actors AS who, recipients AS whom, words, publisher, published, url
FROM told
UNION ALL
SELECT e.report_id, e.event_id, 'number', e.told_by, k.kind || ' ' || k.text, e.qualifier,
       e.actors, e.recipients, e.words, e.publisher, e.published, e.url
FROM event_numbers k JOIN told e ON e.report_id = k.report_id AND e.event_id = k.event_id
UNION ALL
SELECT report_id, position_id, 'position', told_by, stance, basis, holder, toward, words, publisher, published, url
FROM v_positions
UNION ALL
SELECT report_id, commitment_id, 'commitment', told_by, kind, polarity, "by", toward, words, publisher, published, url
FROM v_commitments;
