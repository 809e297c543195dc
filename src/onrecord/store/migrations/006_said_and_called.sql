-- A party's page asks what it said and what it is called, newest first; both are repeated here so that one index finds them.
ALTER TABLE attributions ADD COLUMN source_name TEXT;  -- of the entity that speaks
ALTER TABLE attributions ADD COLUMN published TEXT;    -- of the report
ALTER TABLE labels ADD COLUMN entity_name TEXT;
ALTER TABLE labels ADD COLUMN published TEXT;
UPDATE attributions SET (source_name, published) = (
    SELECT e.name, v.published FROM entities e
    JOIN reports r ON r.report_id = e.report_id
    JOIN versions v ON v.report_id = r.report_id AND v.version = r.version
    WHERE e.report_id = attributions.report_id AND e.entity_id = attributions.source_entity
) WHERE source_entity IS NOT NULL;
UPDATE labels SET (entity_name, published) = (
    SELECT e.name, v.published FROM entities e
    JOIN reports r ON r.report_id = e.report_id
    JOIN versions v ON v.report_id = r.report_id AND v.version = r.version
    WHERE e.report_id = labels.report_id AND e.entity_id = labels.entity_id
);
CREATE INDEX attributions_by_source ON attributions (source_name, published) WHERE source_name IS NOT NULL;
CREATE INDEX labels_by_name ON labels (entity_name, published);
