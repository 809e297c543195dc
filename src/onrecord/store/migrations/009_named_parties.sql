-- Which parties bear a name: "the police" of two reports need not be one.
ALTER TABLE party_counts ADD COLUMN named INTEGER NOT NULL DEFAULT 0;
UPDATE party_counts SET named = EXISTS (SELECT 1 FROM entities e WHERE e.name = party_counts.name AND e.named);
DROP INDEX parties_by_acts;
CREATE INDEX parties_by_acts ON party_counts (named, acts);
DROP TRIGGER party_counted;
CREATE TRIGGER party_counted AFTER INSERT ON event_parties WHEN new.entity_id IS NOT NULL BEGIN
    INSERT INTO party_counts
    VALUES (new.name, new.country, new.side = 'actor', new.side = 'recipient', 1, coalesce(
        (SELECT named FROM entities WHERE report_id = new.report_id AND entity_id = new.entity_id), 0))
    ON CONFLICT (name) DO UPDATE SET country = coalesce(country, excluded.country), did = did + excluded.did,
        done = done + excluded.done, acts = acts + 1, named = max(named, excluded.named);
END;
