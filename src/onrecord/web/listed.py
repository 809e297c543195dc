"""A view's rows as a file: what the filters of its address show, all pages of it, as CSV or JSON."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Annotated, Any, Literal

import msgspec
from fastapi import Depends, HTTPException, Query

from onrecord.export.cells import Cell, write_csv
from onrecord.export.json_text import to_json

PAGE_ROWS = 100
MOST_ROWS = 50_000  # of a file that a page hands out; `onrecord export` has no such limit

Model = dict[str, Any]
Row = Mapping[str, Any]
Kind = Literal["csv", "json"]


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """Which part of a list is asked for: the page's number, from 1, and how many rows a page has."""

    number: int
    rows: int = PAGE_ROWS

    @property
    def start(self) -> int:
        """How many rows come before it."""
        return (self.number - 1) * self.rows

    def at_most(self, limit: int) -> int:
        """How many rows of a list without pages are given: `limit` on a page; in a file one more than it may have."""
        return max(limit, self.rows + 1) if self.rows > PAGE_ROWS else limit


WHOLE = Page(number=1, rows=MOST_ROWS)


def one_page(page: int = Query(1, ge=1, le=1_000_000)) -> Page:
    """The page that an address asks for."""
    return Page(number=page)


def one_screen() -> Page:
    """What a view without pages shows."""
    return Page(number=1)


OnePage = Annotated[Page, Depends(one_page)]
OneScreen = Annotated[Page, Depends(one_screen)]


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """A list of a view.

    Attributes:
        key: in the address of its file, and its name in the view's model unless `rows` says otherwise.
        name: for people.
        rows: the rows, out of the model of the view.
    """

    key: str
    name: str
    rows: Callable[[Model], Iterable[Row]] | None = None

    def of(self, model: Model) -> list[Row]:
        """The rows.

        Raises:
            HTTPException: there are more than a page hands out.
        """
        found: list[Row] = list(self.rows(model) if self.rows else model[self.key])
        if len(found) > MOST_ROWS or model.get("more"):
            words = f"Cannot export more than {MOST_ROWS:,} rows from a page: the filters let more through."
            raise HTTPException(400, f"{words} Narrow them, or run `onrecord export`.")
        return found


def spell(rows: Sequence[Row], kind: Kind) -> bytes:
    """The rows as a file: an array of objects, or a table whose cells no spreadsheet takes for a formula."""
    plain: list[dict[str, Any]] = msgspec.to_builtins(rows)
    if kind == "json":
        return to_json(plain)
    columns = list(dict.fromkeys(name for row in plain for name in row))
    out = io.BytesIO()
    write_csv(out, [columns], ([_cell(row.get(name)) for name in columns] for row in plain))
    return out.getvalue()


def _cell(value: Any) -> Cell:  # noqa: ANN401 - any JSON value
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, list | tuple) and all(isinstance(item, str | int | float) for item in value):
        return "; ".join(map(str, value))
    return to_json(value).decode()
