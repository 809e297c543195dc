-- A party's page asks for what is found across reports about the party.
CREATE INDEX findings_by_name ON findings (json_extract(record, '$.name')) WHERE kind = 'position';
