"""Files, pages and lines to documents: one format a file, and `load`, which tells them apart."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from onrecord.errors import InputError
from onrecord.intake import MAX_BYTES, read_bytes
from onrecord.reading.document import Document

_HTML = re.compile(rb"\s*(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_JSONL_SUFFIXES = frozenset({".jsonl", ".ndjson"})


def load(source: str, known: dict[str, Any] | None = None, *, jsonl: bool = False) -> Iterator[Document | InputError]:
    """Documents from a path, an address, or `-` for standard input; an error takes the place of what cannot be read.

    Args:
        source: the path, the http(s) address, or `-`.
        known: what the caller knows of the documents (`publisher`, `published`, `title`, `url`).
        jsonl: take the input for JSON Lines whatever its name.
    """
    known = {name: value for name, value in (known or {}).items() if value}
    try:
        yield from _open(source, known, jsonl=jsonl)
    except InputError as error:
        yield error


def _open(source: str, known: dict[str, Any], *, jsonl: bool) -> Iterator[Document | InputError]:
    from onrecord.sources.jsonl import load_jsonl  # noqa: PLC0415 - each format loads what it needs, when it is met

    if re.match(r"https?://", source, re.IGNORECASE):
        from onrecord.sources.url import fetch  # noqa: PLC0415

        data, media_type = fetch(source)
        yield from _bytes(data, source, {"url": source, **known}, html=media_type != "text/plain")
    elif source == "-":
        if jsonl:
            yield from load_jsonl(sys.stdin.buffer, "standard input", known)
        else:
            yield from _bytes(sys.stdin.buffer.read(MAX_BYTES + 1), "standard input", known)
    elif jsonl or Path(source).suffix.lower() in _JSONL_SUFFIXES:
        try:
            with Path(source).open("rb") as lines:
                yield from load_jsonl(lines, source, known)
        except OSError as error:
            cause = error.strerror or str(error)
            raise InputError(f"read {source}", cause, "Check the path and its permissions") from error
    else:
        path = Path(source)
        yield from _bytes(read_bytes(path), source, known, html=path.suffix.lower() in _HTML_SUFFIXES)


def _bytes(data: bytes, where: str, known: dict[str, Any], *, html: bool = False) -> Iterator[Document | InputError]:
    if len(data) > MAX_BYTES:
        raise InputError(f"read {where}", f"it is larger than {MAX_BYTES:,} bytes", "Split it into reports")
    if html or _HTML.match(data[:2_000]):
        from onrecord.sources.html import load_html  # noqa: PLC0415

        yield from load_html(data, where, known)
    elif data[:1] == b"{" and _is_jsonl(data):
        from onrecord.sources.jsonl import load_jsonl  # noqa: PLC0415

        yield from load_jsonl(BytesIO(data), where, known)
    else:
        from onrecord.sources.text import load_text  # noqa: PLC0415

        yield from load_text(data, where, known)


def _is_jsonl(data: bytes) -> bool:
    return re.match(rb'\{\s*"[a-z_]+"\s*:', data) is not None
