"""An Excel workbook: every table a sheet, text always text, never a formula."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, BinaryIO, Final

from onrecord.errors import ExportError
from onrecord.export.cells import Cell, printable
from onrecord.export.format import Format, Job
from onrecord.export.tables import TABLES, Table

if TYPE_CHECKING:
    from xlsxwriter import Workbook

MAX_ROWS: Final = 1_048_576
MAX_CHARS: Final = 32_767
_CREATED = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)  # no clock: same project, same bytes
_LINE_ENDS = re.compile("\r\n?")
_WIDE = frozenset({"quote", "evidence", "content", "title", "told_by"})


def write(job: Job, out: BinaryIO) -> None:
    """All tables as sheets of one workbook.

    Raises:
        ExportError: a table has more rows than a sheet can have.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415 - an extra

    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(out, options) as book:
        book.set_properties({"created": _CREATED, "comments": "written by onrecord"})
        for table in TABLES.values():
            _write_sheet(book, table, job)


def _write_sheet(book: Workbook, table: Table, job: Job) -> None:
    sheet = book.add_worksheet(table.name)
    bold = book.add_format({"bold": True})
    for at, (name, _) in enumerate(table.columns):
        sheet.set_column(at, at, 40 if name in _WIDE else 14)
        sheet.write_string(0, at, name, bold)
    sheet.freeze_panes(1, 1)
    for number, row in enumerate(table.cells(job), start=1):
        if number >= MAX_ROWS:
            cause = f"the sheet {table.name} would have more than {MAX_ROWS:,} rows"
            raise ExportError("write a workbook", cause, "Export csv or parquet instead")
        for at, cell in enumerate(row):
            _write_cell(sheet, number, at, cell, job)


def _write_cell(sheet: object, row: int, column: int, cell: Cell, job: Job) -> None:
    if cell is None:
        return
    if isinstance(cell, str):
        text = printable(_LINE_ENDS.sub("\n", cell))  # the file format has no carriage return of its own
        if len(text) > MAX_CHARS:
            job.tally.note("cells cut at 32,767 characters")
            text = text[:MAX_CHARS]
        sheet.write_string(row, column, text)  # type: ignore[attr-defined]
    else:
        sheet.write(row, column, cell)  # type: ignore[attr-defined]


FORMAT = Format(
    name="xlsx",
    suffix=".xlsx",
    title="an Excel workbook with every table as a sheet",
    status="field",
    loses=(),
    needs=("xlsxwriter",),
    binary=True,
    write=write,
)
