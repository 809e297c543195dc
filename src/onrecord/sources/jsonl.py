"""JSON: a list of reports, or one a line, as `{"id", "text", "title"?, "publisher"?, "url"?, "published"?}`."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any, BinaryIO

import msgspec

from onrecord.errors import InputError
from onrecord.intake import MAX_BYTES, as_utf8, check_document, check_magic, fields_of
from onrecord.reading.document import Document

_BROKEN = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


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
            line = line.removeprefix(b"\xef\xbb\xbf")
        empty = empty and not line.strip()
        if len(line) > MAX_BYTES:
            _skip_line(lines, line)
            cause = f"the line is longer than {MAX_BYTES:,} bytes"
            yield InputError(f"read {at}", cause, "Write one report a line")
        elif line.strip():
            yield _document(line, at, known)
    if empty:
        raise InputError(f"read {where}", "it is empty", "Give a file with one report a line")


def load_json(data: bytes, where: str, known: dict[str, Any]) -> Iterator[Document | InputError]:
    """The reports of a JSON list, or of one JSON object; what is neither is taken for JSON Lines.

    Raises:
        InputError: it is a list that is no JSON.
    """
    data = data.removeprefix(b"\xef\xbb\xbf").strip()
    try:
        whole = msgspec.json.decode(as_utf8(data))
    except _BROKEN as error:
        if data.startswith(b"{"):
            yield from load_jsonl(BytesIO(data), where, known)
            return
        raise InputError(
            f"read {where}", f"it is no JSON ({error})", "Mend the file, or write one report a line"
        ) from error
    if isinstance(whole, list):
        for number, fields in enumerate(whole, start=1):
            yield _report(fields, f"{where}:[{number}]", known)
    else:
        yield _report(whole, where, known)


def _document(line: bytes, at: str, known: dict[str, Any]) -> Document | InputError:
    try:
        fields = msgspec.json.decode(as_utf8(line))
    except _BROKEN as error:
        return InputError(f"read {at}", f"the line is no JSON ({error})", "Mend or remove the line")
    return _report(fields, at, known)


def _report(fields: Any, at: str, known: dict[str, Any]) -> Document | InputError:  # noqa: ANN401 - any JSON
    if not isinstance(fields, dict):
        return InputError(f"read {at}", "it is no JSON object", 'Write each report as {"id": …, "text": …}')
    named = fields if "text" in fields else fields_of(fields)
    try:
        return check_document({**known, **named}, at, at)
    except InputError as error:
        return error


def _skip_line(lines: BinaryIO, part: bytes) -> None:
    """Read on to the end of an overlong line without keeping it."""
    while part and not part.endswith(b"\n"):
        part = lines.readline(1_000_000)
