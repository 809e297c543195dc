"""Lists from the project file: columns of a view, filters that stay in the address, one page at a time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from onrecord.store.view import View
from onrecord.web.listed import Page

MOST_COUNTED = 10_000
_MOST_ROWS = 200  # of a list that has no pages


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
    """

    columns: str
    source: str
    order: str

    def rows(self, view: View, found: Where, limit: int = _MOST_ROWS, offset: int = 0) -> list[dict[str, Any]]:
        """Rows by column name."""
        names = self.columns.split()
        columns = ", ".join(f'"{name}"' for name in names)
        sql = (
            f"SELECT {columns} FROM {self.source} WHERE {found.sql}"  # noqa: S608 - values are bound, words are ours
            f" ORDER BY {self.order} LIMIT {limit:d} OFFSET {offset:d}"
        )
        return [dict(zip(names, row, strict=True)) for row in view.query(sql, found.values)]

    def page(self, view: View, found: Where, page: Page) -> dict[str, Any]:
        """The rows of a page, whether there is a next page, and how many rows there are in all.

        `total` is None where there are more than `MOST_COUNTED`: counting millions takes longer than people wait.
        """
        listed = self.rows(view, found, page.rows + 1, page.start)
        bounded = f"SELECT 1 FROM {self.source} WHERE {found.sql} LIMIT {MOST_COUNTED + 1}"  # noqa: S608 - as above
        ((total,),) = view.query(f"SELECT count(*) FROM ({bounded})", found.values)  # noqa: S608
        return {
            "rows": listed[: page.rows],
            "page": page.number,
            "more": len(listed) > page.rows,
            "total": total if total <= MOST_COUNTED else None,
        }


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


# Reports whose title or text holds the words of `match`; the index of words keeps a search from reading all rows.
HOLDS = (
    "report_id IN (SELECT report_id FROM versions WHERE version_id IN (SELECT rowid FROM texts WHERE texts MATCH ?))"
)
IN_COUNTRY = "report_id IN (SELECT report_id FROM places WHERE country = ?)"


def match(words: str) -> str | None:
    """A full-text question (FTS5) for reports that hold every one of `words`, whatever signs stand among them."""
    terms = [f'"{word}"' for word in words.replace('"', " ").replace("\0", " ").split()]
    return " ".join(terms) or None


def names(view: View, column: str, table: str) -> list[str]:
    """The different values of a column, for a filter's choices."""
    sql = f"SELECT DISTINCT {column} FROM {table} WHERE {column} > '' ORDER BY {column}"  # noqa: S608 - words are ours
    return [name for (name,) in view.query(sql)]
