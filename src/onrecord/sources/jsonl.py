"""JSON Lines: one report a line, as `{"id", "text", "title"?, "publisher"?, "url"?, "published"?}`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from onrecord.errors import InputError
from onrecord.intake import MAX_BYTES, check_document, check_magic
from onrecord.reading.document import Document


def load_jsonl(lines: BinaryIO, where: str, known: dict[str, Any]) -> Iterator[Document | InputError]:
    """Each line's report, or the error that stands in its place; a bad line does not stop the rest.

    Args:
        lines: a binary file; no more of it is held than one line of at most `MAX_BYTES`.
        where: the file's name, which every error gives with the line.
        known: fields for those documents that do not bring their own.

    Raises:
        InputError: the file holds no line, or is a PDF, an archive or an office document.
    """
    number = 0
    empty = True
    while line := lines.readline(MAX_BYTES + 1):
        number += 1
        at = f"{where}:{number}"
        if number == 1:
            check_magic(line, where)
        empty = empty and not line.strip()
        if len(line) > MAX_BYTES:
            _skip_line(lines, line)
            cause = f"the line is longer than {MAX_BYTES:,} bytes"
            yield InputError(f"read {at}", cause, "Write one report a line")
        elif line.strip():
            yield _document(line, at, known)
    if empty:
        raise InputError(f"read {where}", "it is empty", "Give a file with one report a line")


def _document(line: bytes, at: str, known: dict[str, Any]) -> Document | InputError:
    try:
        fields = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return InputError(f"read {at}", f"the line is no JSON ({error})", "Mend or remove the line")
    if not isinstance(fields, dict):
        return InputError(f"read {at}", "the line is no JSON object", 'Write each report as {"id": …, "text": …}')
    try:
        return check_document({**known, **fields}, at, at)
    except InputError as error:
        return error


def _skip_line(lines: BinaryIO, part: bytes) -> None:
    """Read on to the end of an overlong line without keeping it."""
    while part and not part.endswith(b"\n"):
        part = lines.readline(1_000_000)
