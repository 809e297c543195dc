"""Files, pages and lines to documents: one format a file, and `load`, which tells them apart.

Each format loads what it needs when it is met: nobody waits for an HTML parser to read plain text.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

from onrecord.errors import InputError
from onrecord.intake import MAX_BYTES, Link, Page, check_document, check_empty, fields_of, read_bytes
from onrecord.reading.document import Document
from onrecord.sources.folder import unpacked

Items = Iterator[Document | InputError]

_PROLOG = rb"\s*(<\?xml[^>]*>\s*)?(?><!--.*?-->\s*)*+"  # (?>…): each comment once, not in every grouping
_HTML = re.compile(_PROLOG + rb"<(!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_JSON = re.compile(rb'(\xef\xbb\xbf)?\s*(\[\s*)?\{\s*"\w+"\s*:')  # a report as JSON, or a list of them
_HEADERS = re.compile(rb"(?:From .*\r?\n)?(?:[!-9;-~]++:.*\r?\n(?:[ \t]++\S.*\r?\n)*+)++")
# A report may begin with "From: our correspondent"; these only programs write.
_MAILED = re.compile(rb"^(?:MIME-Version|Message-ID|Received|Return-Path):", re.IGNORECASE | re.MULTILINE)
_HEAD_BYTES = 20_000  # of the lines that servers put on top of a mail
_HTML_SUFFIXES = (".html", ".htm", ".xhtml")
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_OTHER_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def load(source: str, known: dict[str, Any] | None = None, *, jsonl: bool = False) -> Items:
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


def count(source: str) -> int:
    """About how many reports a source holds, found quickly; 1 where it cannot be known before it is read."""
    name = unpacked(source)
    try:
        if _ADDRESS.match(source) or source == "-":
            return 1
        if name.endswith((".jsonl", ".ndjson")):
            with _file(source) as lines:
                return sum(1 for line in lines if line.strip())
        if name.endswith((".csv", ".tsv")):
            from onrecord.sources.csv import open_table  # noqa: PLC0415

            with _file(source) as data:
                return sum(1 for _ in open_table(data, source).rows)
        if name.endswith((".warc", ".wacz")):
            return sum(1 for _ in _archive(source, {}))
    except (InputError, ValueError):  # it will be named when it is read
        return 1
    return 1


def is_address(source: str) -> bool:
    """Whether a source is an http(s) address."""
    return _ADDRESS.match(source) is not None


def _open(source: str, known: dict[str, Any], *, jsonl: bool) -> Items:
    name = unpacked(source)
    if is_address(source):
        yield from _fetched(source, known, follow=True)
    elif _OTHER_ADDRESS.match(source):
        raise InputError(f"read {source}", "it is no http(s) address", "Save what stands there and read the file")
    elif source == "-" and not jsonl:
        yield from _bytes(sys.stdin.buffer.read(MAX_BYTES + 1), "standard input", known)
    elif source == "-":
        yield from _lines(sys.stdin.buffer, "standard input", known)
    elif jsonl or name.endswith((".jsonl", ".ndjson")):
        with _file(source) as data:
            yield from _lines(data, source, known)
    elif name.endswith((".csv", ".tsv")):
        with _file(source) as data:
            yield from _table(data, source, known)
    elif name.endswith((".warc", ".wacz")):
        yield from _pages(_archive(source, known))
    elif name != source.lower():
        with _file(source) as data:
            yield from _bytes(data.read(MAX_BYTES + 1), source, known, html=name.endswith(_HTML_SUFFIXES))
    else:
        yield from _bytes(read_bytes(Path(source)), source, known, html=name.endswith(_HTML_SUFFIXES))


def _bytes(data: bytes, where: str, known: dict[str, Any], *, html: bool = False, follow: bool = False) -> Items:
    """What a file or a page holds, by its name or its first bytes; `html` is what its name or its server says."""
    if len(data) > MAX_BYTES:
        raise InputError(f"read {where}", f"it is larger than {MAX_BYTES:,} bytes", "Split it into reports")
    check_empty(data, where)
    from onrecord.sources.feed import is_feed, load_feed  # noqa: PLC0415

    if unpacked(where).endswith(".eml") or _is_mail(data):
        from onrecord.sources.mail import open_mail  # noqa: PLC0415

        page = open_mail(data, where, known)
        yield from _content(page.data, where, page.known, html=page.html)
    elif is_feed(data):
        yield from _pages(load_feed(data, where, {k: v for k, v in known.items() if k != "url"}, follow=follow))
    elif html or _HTML.match(data[:2_000]):
        yield from _content(data, where, known, html=True)
    elif data.lstrip().startswith(b"<?xml"):
        raise InputError(
            f"read {where}", "it is XML, but neither a feed nor a page", "Extract the reports' texts first"
        )
    elif _JSON.match(data):
        from onrecord.sources.jsonl import load_json  # noqa: PLC0415

        yield from load_json(data, where, known)
    else:
        yield from _content(data, where, known, html=False)


def _content(data: bytes, where: str, known: dict[str, Any], *, html: bool) -> Items:
    """The report that a page or a text is."""
    if html:
        from onrecord.sources.html import load_html  # noqa: PLC0415

        yield from load_html(data, where, known)
    else:
        from onrecord.sources.text import load_text  # noqa: PLC0415

        yield from load_text(data, where, known)


def _is_mail(data: bytes) -> bool:
    """Whether a file begins with headers that a mail program writes."""
    head = _HEADERS.match(data[:_HEAD_BYTES])
    return head is not None and _MAILED.search(head[0]) is not None


def load_public(url: str, known: dict[str, Any]) -> Items:
    """The report behind an address that a stranger may have written: fetched from the public network or not at all."""
    try:
        yield from _fetched(url, known, follow=False, public_only=True)
    except InputError as error:
        yield error


def _fetched(url: str, known: dict[str, Any], *, follow: bool, public_only: bool = False) -> Items:
    from onrecord.sources.url import fetch  # noqa: PLC0415

    data, media_type = fetch(url, public_only=public_only)
    yield from _bytes(data, url, {"url": url, **known}, html=media_type != "text/plain", follow=follow)


def _lines(lines: BinaryIO, where: str, known: dict[str, Any]) -> Items:
    from onrecord.sources.jsonl import load_jsonl  # noqa: PLC0415

    yield from load_jsonl(lines, where, known)


def _table(data: BinaryIO, where: str, known: dict[str, Any]) -> Items:
    from onrecord.sources import auto_archiver, csv  # noqa: PLC0415

    table = csv.open_table(data, where)
    archived = auto_archiver.is_auto_archiver(table.header)
    if not archived:
        csv.check_header(table.header, where)  # a table without a text is one error, not one a row
    for line, row in table.rows:
        at = f"{where}:{line}"
        try:
            fields = auto_archiver.fields_of(row, at) if archived else fields_of(row)
            stated = {name: value for name, value in fields.items() if value}
            yield check_document({**known, **stated, "text": stated.get("text", "")}, at, at)
        except InputError as error:
            yield error


def _archive(source: str, known: dict[str, Any]) -> Iterator[Page | InputError]:
    from onrecord.sources.warc import load_wacz, load_warc  # noqa: PLC0415

    if source.lower().endswith(".wacz"):
        yield from load_wacz(source, known)
    else:
        with _file(source, packed=False) as stream:  # a WARC is packed record by record
            yield from load_warc(stream, source, known)


def _pages(items: Iterable[Page | Link | InputError]) -> Items:
    """The documents of pages that stand in something larger; one that cannot be read does not cost the others."""
    for item in items:
        try:
            if isinstance(item, InputError):
                yield item
            elif isinstance(item, Link):
                yield from _fetched(item.url, item.known, follow=False)
            else:
                yield from _bytes(item.data, item.where, item.known, html=item.html)
        except InputError as error:
            yield error


@contextmanager
def _file(source: str, *, packed: bool = True) -> Iterator[BinaryIO]:
    """A file to read from; with `packed`, one whose name ends in `.gz` is unpacked as it is read."""
    import gzip  # noqa: PLC0415 - few files are packed
    import zlib  # noqa: PLC0415

    try:
        with Path(source).open("rb") as file:
            unpacks = packed and unpacked(source) != source.lower()
            yield cast("BinaryIO", gzip.GzipFile(fileobj=file)) if unpacks else file
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise InputError(f"read {source}", f"it is no whole gzip file ({error})", "Get it whole") from error
    except OSError as error:
        cause = error.strerror or str(error)
        raise InputError(f"read {source}", cause, "Check the path and its permissions") from error
