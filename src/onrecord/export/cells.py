"""Text from reports in other people's files: whatever stands in a name or a quote, the file stays whole.

Three things can go wrong. Some characters cannot stand in a format at all: they become U+FFFD. Some end a cell or a
line: they become a space where the format has no quoting. And a spreadsheet takes a cell that begins with = + - @ for
a formula and runs it (OWASP, "CSV injection"): such cells get a ' in front.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import BinaryIO

Cell = str | int | float | bool | None

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
_BREAKS = re.compile("[\t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]+")
_QUOTED = re.compile('[",\n\r]')
# Also the full-width forms, which some spreadsheets take for the same.
_FORMULA = re.compile("'*[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20]")


def printable(text: str) -> str:
    """`text` with U+FFFD for what XML 1.0 cannot hold (control characters, half surrogate pairs)."""
    return _NOT_IN_XML.sub("\ufffd", text)


def encodable(text: str) -> str:
    """`text` with U+FFFD for half surrogate pairs, which no UTF-8 file can hold. The number of characters stays."""
    return _HALF_CHARACTER.sub("\ufffd", text)


def one_line(text: str) -> str:
    """`text` for a cell of a format without quoting: tabs and line breaks become one space."""
    return printable(_BREAKS.sub(" ", text))


def guarded(text: str) -> str:
    """`text` that no spreadsheet takes for a formula.

    A ' is put before a value that begins with = + - @, a tab or a carriage return, and before one that would look as
    if that had been done. To get the value back, drop the first ' of a value that begins with ' and one of these.
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """What `guarded` was given."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def write_csv(out: BinaryIO, heads: Iterable[Sequence[str]], rows: Iterable[Sequence[Cell]]) -> None:
    """CSV (RFC 4180, UTF-8, LF): lines of headers, then rows; None is an empty cell, True is 1."""
    out.writelines((",".join(_plain(cell, _csv_text) for cell in row) + "\n").encode() for row in chain(heads, rows))


def write_tsv(out: BinaryIO, heads: Iterable[Sequence[str]], rows: Iterable[Sequence[Cell]]) -> None:
    """Tab-separated text without quoting (UTF-8, LF); cells as in `write_csv`."""
    out.writelines(("\t".join(head) + "\n").encode() for head in heads)
    out.writelines(("\t".join(_plain(cell, _tsv_text) for cell in row) + "\n").encode() for row in rows)


def in_order(columns: Sequence[str], cells: Mapping[str, Cell]) -> list[Cell]:
    """A row's cells in the order of the columns; a column that the row does not name is empty."""
    assert cells.keys() <= set(columns), cells.keys() - set(columns)  # noqa: S101 - a slip of ours, not of the data
    return [cells.get(column) for column in columns]


def _csv_text(text: str) -> str:
    # Python's csv module leaves a lone carriage return unquoted where lines end in LF; readers end the row there.
    cell = guarded(printable(text))
    return '"' + cell.replace('"', '""') + '"' if _QUOTED.search(cell) else cell


def _tsv_text(text: str) -> str:
    return guarded(one_line(text))


def _plain(cell: Cell, text_of: Callable[[str], str]) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return text_of(cell)
    return str(int(cell) if isinstance(cell, bool) else cell)
