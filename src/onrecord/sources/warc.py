"""Web archives: WARC (ISO 28500), by warcio, and WACZ, which is WARCs in a ZIP with a list of the pages."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import IO, Any

import msgspec

from onrecord.errors import InputError
from onrecord.intake import MAX_BYTES, Page

_PAGES = {"text/html": True, "application/xhtml+xml": True, "text/plain": False}
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
        for record in archive:
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
    except (zipfile.BadZipFile, OSError) as error:
        raise InputError(f"read {path}", f"the archive is damaged ({error})", _CURE) from error


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
            for line in archive.read(name).splitlines():
                try:
                    row = msgspec.json.decode(line)
                except msgspec.DecodeError:
                    continue
                if isinstance(row, dict) and isinstance(row.get("url"), str):
                    urls.add(row["url"])
    return frozenset(urls)
