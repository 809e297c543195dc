-- What people have corrected of acts, for the map; made anew by each merge. Null where a field is as it was read; the place ''
-- says that the report names none.
CREATE TABLE corrected (
    report_id TEXT NOT NULL,
    event_id  TEXT NOT NULL,
    type      TEXT,
    status    TEXT,
    place     TEXT,
    geonameid TEXT,                      -- chosen by a person; null: the place has a name and no point
    lat       REAL,
    lon       REAL,
    country   TEXT,
    "precision" TEXT,
    PRIMARY KEY (report_id, event_id)
) WITHOUT ROWID;
