"""A report as a notebook shows it: its title, and what it says as tables."""

from __future__ import annotations

import html
from collections.abc import Iterable

import msgspec

from onrecord.reading.span import in_one_line
from onrecord.reading.spelled import spell_told
from onrecord.store.rows import Table
from onrecord.store.view import View

_SHOWN = {
    "events": 'SELECT told AS status, type, actors, recipients, place, "time", told_by, words FROM v_events'
    ' WHERE report_id = ? ORDER BY "start"',
    "positions": "SELECT holder, stance, basis, toward, conditions, told_by, words FROM v_positions"
    ' WHERE report_id = ? ORDER BY "start"',
    "commitments": 'SELECT "by", kind, action, polarity, due, told_by, words FROM v_commitments'
    ' WHERE report_id = ? ORDER BY "start"',
}


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """One report, as a notebook shows it."""

    title: str
    facts: str
    tables: dict[str, Table]

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(table.rows)} {head}" for head, table in self.tables.items())
        return f"<{self.title} ({self.facts}): {counts}>"

    def _repr_html_(self) -> str:
        parts = [f"<h4>{html.escape(self.title)}</h4><p>{html.escape(self.facts)}</p>"]
        for head, table in self.tables.items():
            if table.rows:
                parts.append(f"<table><caption>{head}</caption>{_row(table.columns, 'th')}")
                parts += [_row(row, "td") for row in table.rows]
                parts.append("</table>")
        return "".join(parts)


def show_report(view: View, key: str) -> Shown:
    """The report that is called so; `View.find_report` says what may be."""
    row = view.find_report(key)
    tables = {head: _spelled(view.table(sql, (row.report_id,))) for head, sql in _SHOWN.items()}
    facts = (row.publisher, (row.published or "")[:10], row.url)
    return Shown(title=row.title or row.document_id, facts=" · ".join(filter(None, facts)), tables=tables)


def _spelled(table: Table) -> Table:
    """The same rows with statuses in plain words: "not: planned"."""
    if "status" not in table.columns:
        return table
    at = table.columns.index("status")
    rows = tuple((*row[:at], spell_told(row[at]), *row[at + 1 :]) for row in table.rows)
    return Table(columns=table.columns, rows=rows)


def _row(cells: Iterable[object], tag: str) -> str:
    texts = ("" if cell is None else html.escape(in_one_line(str(cell))) for cell in cells)
    return "<tr>" + "".join(f"<{tag} style='text-align:left'>{text}</{tag}>" for text in texts) + "</tr>"
