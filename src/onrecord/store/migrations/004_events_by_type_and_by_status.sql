-- The newest events of one type, and of one status: the index by both cannot tell which they are.
CREATE INDEX events_by_type_and_day ON events (type, sort_day);
CREATE INDEX events_by_status_and_day ON events (status, sort_day);
