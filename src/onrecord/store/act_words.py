"""The index of what is said of acts: put in when a report is spelt out, taken out before anything of it changes."""

from __future__ import annotations

from sqlite3 import Connection

_COLUMNS = "actors, recipients, place, told_by, words, type, status"
_DAY = "CAST(replace(substr(coalesce(sort_day, '0') || '-00-00', 1, 10), '-', '') AS INTEGER)"
_ROOM = 100_000_000  # numbers for the acts of one day
# Of one report a later act has the smaller number: newest first, then in the order of the text.
_NUMBER = (
    f"INSERT INTO acts (act_id, report_id, event_id) SELECT coalesce((SELECT max(act_id) FROM acts"  # noqa: S608 - our own words
    f" WHERE act_id >= d.day * {_ROOM} AND act_id < (d.day + 1) * {_ROOM}), d.day * {_ROOM})"
    " + row_number() OVER (PARTITION BY d.day ORDER BY d.trigger_start DESC, d.event_id), d.report_id, d.event_id"
    f" FROM (SELECT report_id, event_id, trigger_start, {_DAY} AS day FROM events"
    " WHERE report_id = ? AND same_as IS NULL) d"
)
_OF_REPORT = f"act_id, {_COLUMNS} FROM v_act_words WHERE report_id = ? ORDER BY act_id"


def index_acts(connection: Connection, report_id: str) -> None:
    """Number the acts of a report, whose rows are all there, and put their words into the index."""
    connection.execute(_NUMBER, (report_id,))
    connection.execute(f"INSERT INTO act_words (rowid, {_COLUMNS}) SELECT {_OF_REPORT}", (report_id,))


def unindex_acts(connection: Connection, report_id: str) -> None:
    """Take the acts of a report out; its rows, and its latest version, are still what they were put in with."""
    connection.execute(
        f"INSERT INTO act_words (act_words, rowid, {_COLUMNS}) SELECT 'delete', {_OF_REPORT}",
        (report_id,),
    )
    connection.execute("DELETE FROM acts WHERE report_id = ?", (report_id,))
