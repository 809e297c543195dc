-- The newest events of one status have an index that only who asks for one finds (status || '' = …): asked for facts, of two
-- statuses, SQLite took the one by status and sorted a million rows, where the one by day gives them as they come.
DROP INDEX events_by_status_and_day;
CREATE INDEX events_by_one_status ON events (status || '', sort_day);
