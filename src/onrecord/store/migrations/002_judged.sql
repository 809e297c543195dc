-- A merge knows judgements as it knows readings: those with a greater n came after it.
ALTER TABLE merged ADD COLUMN judgement_n INTEGER NOT NULL DEFAULT 0;
