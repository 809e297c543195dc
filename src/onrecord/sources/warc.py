"""Web archives: WARC (ISO 28500), by warcio, and WACZ, which is WARCs in a ZIP with a list of the pages."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import IO, Any, cast

import msgspec

from onrecord.errors import InputError
from onrecord.intake import MAX_BYTES, Page

_PAGES = {"text/html": True, "application/xhtml+xml": True, "text/plain": False}
_MAX_HEADERS = 200_000  # bytes
_CURE = "Check the archive, or make it again"


def load_warc(stream: IO[bytes], where: str, known: dict[str, Any]) -> Iterator[Page | InputError]:
    """The pages that an archive holds, packed or not: answers 200 with HTML or plain text; all else is passed over.

    What follows a damaged record cannot be read, nor what an archive lacks at its end: the last value is then an error.
    """
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - only archives need it
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415

    end = 0
    try:
        archive = ArchiveIterator(stream)
        headers = _Headers(archive.reader.readline)
        archive.reader.readline = headers.readline
        for record in archive:
            headers.begin()
            page = _page(record, where, known)
            end = archive.get_record_offset() + archive.get_record_length()  # reads the record to its end
            if record.raw_stream.limit > 0:
                yield InputError(f"read on in {where}", "it ends inside a record", _CURE)
            elif page is not None:
                yield page
        stream.seek(end)  # warcio stops without a word at a record that breaks off in its headers
        if stream.read(100).strip():
            yield InputError(f"read on in {where}", "it ends inside a record", _CURE)
    except (ArchiveLoadFailed, AttributeError, OSError, EOFError, ValueError) as error:
        # AttributeError: what warcio makes of a record whose first line is cut.
        yield InputError(f"read on in {where}", f"a record is damaged ({error})", _CURE)


def load_wacz(path: str, known: dict[str, Any]) -> Iterator[Page | InputError]:
    """The pages that a WACZ lists, with the titles and dates of its list; of one without a list, all pages.

    Raises:
        InputError: it is no ZIP archive, or holds no WARC.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            warcs = sorted(name for name in archive.namelist() if name.endswith((".warc", ".warc.gz")))
            if not warcs:
                raise InputError(f"read {path}", "it holds no WARC", _CURE)
            listed = _listed(archive)
            for name in warcs:
                with archive.open(name) as stream:
                    for item in load_warc(stream, f"{path}/{name}", known):
                        if isinstance(item, InputError) or not listed or item.known["url"] in listed:
                            yield item
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, OverflowError, RuntimeError, ValueError) as error:
        # RuntimeError: it is encrypted, or packed in a way that Python does not know.
        raise InputError(f"read {path}", f"the archive is damaged ({error})", _CURE) from error


class _Headers:
    """Reads header lines by warcio's own reader, which takes time in the square of their length, up to a bound."""

    def __init__(self, readline: Callable[[int], bytes]) -> None:
        self._readline = readline
        self._left = _MAX_HEADERS

    def readline(self, limit: int | None = None) -> bytes:
        """Return the next line.

        Raises:
            ValueError: the record's headers are longer than any that a server sends.
        """
        line = self._readline(min(limit or self._left, self._left))
        self._left -= len(line)
        if self._left <= 0:
            raise ValueError(f"its headers have more than {_MAX_HEADERS:,} bytes")
        return line

    def begin(self) -> None:
        """Another record follows."""
        self._left = _MAX_HEADERS


def _page(record: Any, where: str, known: dict[str, Any]) -> Page | InputError | None:  # noqa: ANN401 - no types in warcio
    """The page in a record, or None where it holds none."""
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    if record.rec_type not in ("response", "resource") or not url.lower().startswith(("http://", "https://")):
        return None
    if record.rec_type == "response" and (not record.http_headers or record.http_headers.get_statuscode() != "200"):
        return None
    headers = record.http_headers or record.rec_headers
    media_type = (headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
    if media_type not in _PAGES:
        return None
    at = f"{where}: {url}"
    data = record.content_stream().read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        return InputError(f"read {at}", f"it is larger than {MAX_BYTES:,} bytes", "Save the article's text")
    return Page(data=data, where=at, known={**known, "url": url, "id": url}, html=_PAGES[media_type])


def _listed(archive: zipfile.ZipFile) -> frozenset[str]:
    """The addresses in pages/*.jsonl: what people visited, without frames and advertisements."""
    urls = set()
    for name in archive.namelist():
        if name.startswith("pages/") and name.endswith(".jsonl"):
            with io.BufferedReader(cast("io.RawIOBase", archive.open(name))) as lines:
                while line := lines.readline(MAX_BYTES):
                    urls.add(_url(line))
    return frozenset(urls - {""})


def _url(line: bytes) -> str:
    """The address in a line of the list; "" where it holds none."""
    try:
        row = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return ""
    url = row.get("url") if isinstance(row, dict) else None
    return url if isinstance(url, str) else ""
