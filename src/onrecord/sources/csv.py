"""CSV and TSV tables: one report a row, its text in a column of its own (RFC 4180; separator , ; tab or |)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

import msgspec

from onrecord.errors import InputError
from onrecord.intake import MAX_CHARS, check_magic

Row = Mapping[str, str]

# What tables of news call these columns, in the order in which a table that has several is asked.
_COLUMNS = {
    "id": ("id", "doc_id", "docid", "document_id", "article_id"),
    "text": ("text", "content", "body", "full_text", "fulltext", "article", "article_text"),
    "title": ("title", "headline"),
    "publisher": ("publisher", "outlet", "newspaper", "source"),
    "url": ("url", "link", "uri"),
    "published": ("published", "date", "published_at", "publish_date", "pub_date", "pubdate", "publication_date"),
}


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


def fields_of(row: Row, where: str) -> dict[str, Any]:
    """The fields of a document, by the names that columns of tables of news usually have.

    Raises:
        InputError: no column has a name for a text.
    """
    fields = {}
    for field, names in _COLUMNS.items():
        name = next((name for name in names if name in row), None)
        if name is not None:
            fields[field] = row[name]
    if "text" not in fields:
        cause = f"it has no column for the text (it has {', '.join(row)})"
        raise InputError(f"read {where}", cause, "Call the column with the reports' words text, content or body")
    return fields


def _rows(reader: Any, header: tuple[str, ...]) -> Iterator[tuple[int, Row]]:  # noqa: ANN401 - csv's reader has no public type
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield reader.line_num, dict(zip(header, cells, strict=False))
