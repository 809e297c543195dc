"""CSV and TSV tables: one report a row, its text in a column of its own (RFC 4180; separator , ; tab or |)."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

import msgspec

from onrecord.errors import InputError
from onrecord.intake import MAX_CHARS, as_utf8, check_magic, fields_of

_NOT_UTF_8 = re.compile("[\udc80-\udcff]")  # what "surrogateescape" makes of a byte

Row = Mapping[str, str]


class Table(msgspec.Struct, frozen=True):
    """A table's column names, in lower case, and its rows with the line on which each ends."""

    header: tuple[str, ...]
    rows: Iterator[tuple[int, Row]]


def open_table(data: BinaryIO, where: str) -> Table:
    """Read the first line of a table; its rows follow as they are asked for.

    Raises:
        InputError: the file is empty, or is a PDF, an archive or an office document.
    """
    start = data.read(1_000)
    check_magic(start, where)
    words = start.decode("utf-8-sig", "replace")  # a byte order mark is no table either
    if not words.strip():
        raise InputError(f"read {where}", "it is empty", "Give a table with one report a row")
    data.seek(0)
    # A report may be longer than the module's limit for a field (128 KiB), which can only be set for the whole process.
    csv.field_size_limit(max(csv.field_size_limit(), 4 * MAX_CHARS))
    # Bytes that are no UTF-8 become what `check_document` refuses, so that they cost their row alone.
    lines = io.TextIOWrapper(data, encoding="utf-8-sig", errors="surrogateescape", newline="")
    first = words.splitlines()[0]
    reader = csv.reader(lines, delimiter=max(",;\t|", key=first.count))
    header = tuple(name.strip().lower() for name in next(reader, ()))
    return Table(header, _rows(reader, header))


def check_header(header: tuple[str, ...], where: str) -> None:
    """Refuse a table that has no column for a text.

    Raises:
        InputError: no column has a name for a text.
    """
    if "text" not in fields_of(dict.fromkeys(header, "")):
        cause = f"it has no column for the text (it has {', '.join(header)})"
        raise InputError(f"read {where}", cause, "Call the column with the reports' words text, content or body")


def _rows(reader: Any, header: tuple[str, ...]) -> Iterator[tuple[int, Row]]:  # noqa: ANN401 - csv's reader has no public type
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield reader.line_num, dict(zip(header, map(_in_utf8, cells), strict=False))


def _in_utf8(cell: str) -> str:
    """A cell that is not in UTF-8, where it can be told by itself what it is in; else as it is."""
    if not _NOT_UTF_8.search(cell):
        return cell
    return as_utf8(cell.encode("utf-8", "surrogateescape")).decode("utf-8", "surrogateescape")
