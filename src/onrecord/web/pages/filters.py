"""Lists from the project file: columns of a view, filters that stay in the address, one page at a time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import msgspec

from onrecord.store.view import View
from onrecord.web.listed import Page

MOST_COUNTED = 1_000
# Facts only: neither a plan nor a denial puts a mark on the map or a line between two parties.
FACTS = "status IN ('happened', 'ongoing')"
_MOST_FACTS = (
    20_000  # that a page counts in one go; of a larger project it shows the newest month, or the one asked for
)
_MOST_ROWS = 200  # of a list that has no pages
# Acts that the index of words gives, newest first: begins a source whose conditions are those of `saying`.
HOLDING = "act_words f CROSS JOIN acts own ON own.act_id = f.rowid"
_SAID = "actors recipients place told_by words"
_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_NUMBER_DIGITS = 16  # eight of the day, eight of its own
_LONG_END = re.compile(r"\w{4}\W*$")


class Where(msgspec.Struct, frozen=True, kw_only=True):
    """Conditions joined by AND, with their values; `TRUE` where there is none."""

    sql: str
    values: tuple[Any, ...]


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """What a list shows.

    Attributes:
        columns: names, with spaces between.
        source: a view of the project file, or a SELECT in brackets; our own words, never a user's.
        order: columns, as after ORDER BY; with the keys, so that the order is whole.
        keys: columns that name a row of `whole`, with commas between: a page's rows are found by these alone, and only
            they are filled from there. For what has to be sorted, or begins far down.
        whole: a view with all of `columns` and what `order` names.
    """

    columns: str
    source: str
    order: str
    keys: str = ""
    whole: str = "v_events"

    def rows(self, view: View, found: Where, limit: int = _MOST_ROWS, offset: int = 0) -> list[dict[str, Any]]:
        """Rows by column name."""
        names = self.columns.split()
        columns = ", ".join(f'"{name}"' for name in names)
        asked = f"FROM {self.source} WHERE {found.sql} ORDER BY {self.order} LIMIT {limit:d} OFFSET {offset:d}"
        if self.keys:
            picked = f"FROM {self.whole} WHERE ({self.keys}) IN (SELECT {self.keys} {asked})"
            sql = f"SELECT {columns} {picked} ORDER BY {self.order}"
        else:
            sql = f"SELECT {columns} {asked}"
        return [dict(zip(names, row, strict=True)) for row in view.query(sql, found.values)]

    def page(self, view: View, found: Where, page: Page, *, counted: bool = True) -> dict[str, Any]:
        """The rows of a page, whether there is a next page, and how many rows there are in all.

        `total` is None where there are more than `least`: counting millions takes longer than people wait. Nothing but
        the page's own rows is counted unless `counted`.
        """
        listed = self.rows(view, found, page.rows + 1, page.start)
        more = len(listed) > page.rows
        seen = page.start + min(len(listed), page.rows)
        least, total = (seen, None) if more else (0, seen)
        if counted and more:
            bounded = f"SELECT 1 FROM {self.source} WHERE {found.sql} LIMIT {MOST_COUNTED + 1}"  # noqa: S608 - as above
            ((total,),) = view.query(f"SELECT count(*) FROM ({bounded})", found.values)  # noqa: S608
            least, total = (MOST_COUNTED, None) if total > MOST_COUNTED else (0, total)
        return {"rows": listed[: page.rows], "page": page.number, "more": more, "total": total, "least": least}


def where(conditions: Mapping[str, str | None]) -> Where:
    """Those conditions whose value is given; each `?` of a condition stands for its value."""
    given = {sql: value for sql, value in conditions.items() if value}
    values = tuple(value for sql, value in given.items() for _ in range(sql.count("?")))
    return Where(sql=" AND ".join(given) or "TRUE", values=values)


def contains(*columns: str) -> str:
    """A condition: one of the columns holds the words of `like`."""
    return "(" + " OR ".join(f"{name} LIKE ? ESCAPE '!'" for name in columns) + ")"


def like(words: str) -> str | None:
    """A pattern that finds `words` anywhere; what people type holds no wildcards."""
    escaped = words.replace("!", "!!").replace("%", "!%").replace("_", "!_")
    return f"%{escaped}%" if words else None


def holding(view: View, words: str, report: str, few: int = 10_000) -> dict[str, str | None]:
    """A condition: the report's title or text holds every one of `words`.

    The index of words gives the reports that hold a rare word; whether a report holds a common one is asked for each
    report as it comes, for then a page is full soon.

    Args:
        view: the project.
        words: as people type them.
        report: the column with the report's id, under a name that no table of words has.
        few: reports with a word that is rare.
    """
    asked = match(words)
    if asked is None:
        return {}
    counted = "SELECT count(*) FROM (SELECT 1 FROM texts WHERE texts MATCH ? LIMIT ?)"
    ((found,),) = view.query(counted, (asked, few + 1))
    versions = "SELECT rowid FROM texts WHERE texts MATCH ?"
    if found <= few:
        return {f"{report} IN (SELECT report_id FROM versions WHERE version_id IN ({versions}))": asked}  # noqa: S608
    latest = f"(SELECT max(version_id) FROM versions own WHERE own.report_id = {report})"  # noqa: S608 - words are ours
    return {f"EXISTS ({versions} AND rowid = {latest})": asked}


def saying(words: str, columns: str = _SAID, since: str = "", until: str = "", **exact: str) -> dict[str, str | None]:
    """Conditions on a source that begins with `HOLDING`: of an act something holds `words`, one after the other.

    Letter case, accents and the signs between words do not matter; a last word of four letters or more may be the
    beginning of one. Acts are numbered by day, so days narrow what is looked at; they, and `exact`, are conditions of
    their own besides.

    Args:
        words: as people type them.
        columns: of the index of words, with spaces between: one of these holds the words.
        since: first day, month or year.
        until: last day, month or year.
        exact: by column a type or a status that acts are to have.
    """
    asked = f"{{{columns}}} : {_phrase(words)}"
    asked += "".join(f" AND {column} : {_phrase(value)}" for column, value in exact.items() if value)
    return {
        "said MATCH ?": asked,
        "act_id >= CAST(? AS INTEGER)": _number(since, "0"),
        "act_id <= CAST(? AS INTEGER)": _number(until, "9"),
    }


def _phrase(words: str) -> str:
    """Words one after the other, in the language of FTS5."""
    plain = words.replace('"', " ").replace("\0", " ")
    return f'"{plain}"' + (" *" if _LONG_END.search(plain) else "")


def _number(day: str, rest: str) -> str | None:
    """The least or greatest number that an act of a day, month or year can have; None for what is none of these."""
    return day.replace("-", "").ljust(_NUMBER_DIGITS, rest) if _DAY.fullmatch(day) else None


def in_country(view: View, country: str, few: int = 20_000) -> dict[str, str | None]:
    """Conditions on v_events: in a country, found by its places where it has few of them, by day where it has many."""
    if not country:
        return {}
    counted = "SELECT count(*) FROM (SELECT 1 FROM places WHERE country = ? LIMIT ?)"
    ((found,),) = view.query(counted, (country, few + 1))
    if found > few:
        return {"+country = ?": country}
    return {"report_id IN (SELECT report_id FROM places WHERE country = ?)": country, "country = ?": country}


def newest(view: View) -> str:
    """The newest month with facts of a project that is too large to be shown whole; "" for all others.

    A report that is dated in the future by mistake does not decide it, unless there are no others.
    """
    sql = (
        "SELECT coalesce(max(CASE WHEN month <= ? THEN month END), max(month)), sum(n)"  # noqa: S608 - our own words
        f" FROM event_counts WHERE {FACTS} AND n > 0"
    )
    ((month, facts),) = view.query(sql, (datetime.now(UTC).date().isoformat()[:7],))
    return month if (facts or 0) > _MOST_FACTS else ""


def match(words: str) -> str | None:
    """A full-text question (FTS5) for reports that hold every one of `words`, whatever signs stand among them."""
    terms = [f'"{word}"' for word in words.replace('"', " ").replace("\0", " ").split()]
    return " ".join(terms) or None


def names(view: View, column: str, table: str) -> list[str]:
    """The different values of a column, for a filter's choices; from one to the next in its index, not row by row."""
    following = f"SELECT min({column}) FROM {table} WHERE {column} >"  # noqa: S608 - words are ours
    sql = (
        f"WITH RECURSIVE found (value) AS ({following} '' UNION ALL"  # noqa: S608 - as above
        f" SELECT ({following} value) FROM found WHERE value IS NOT NULL)"
        " SELECT value FROM found WHERE value IS NOT NULL"
    )
    return [name for (name,) in view.query(sql)]
