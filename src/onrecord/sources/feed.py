"""RSS and Atom feeds, by feedparser: an entry with its whole text is a page, one without it is a link to a page."""

from __future__ import annotations

import html
import re
from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from onrecord.errors import InputError
from onrecord.intake import Link, Page

_PROLOG = rb"\s*(<\?xml[^>]*>\s*)?(?><!--.*?-->\s*|<\?xml-stylesheet[^>]*>\s*)*+"
_FEED = re.compile(_PROLOG + rb"<(rss|feed|rdf:RDF)\b", re.IGNORECASE | re.DOTALL)
_HTML_TYPES = ("text/html", "application/xhtml+xml", "")


def is_feed(data: bytes) -> bool:
    """Whether the bytes open an RSS or Atom document."""
    return _FEED.match(data.removeprefix(b"\xef\xbb\xbf")[:5_000]) is not None


def load_feed(data: bytes, where: str, known: dict[str, Any], *, follow: bool) -> Iterator[Page | Link | InputError]:
    """The entries of a feed, in its order.

    Args:
        data: the feed.
        where: its file or address.
        known: fields for those entries that do not state them.
        follow: whether links may be followed: only where the user gave an address. Else a summary must do.

    Raises:
        InputError: it is no feed, or has no entry.
    """
    import feedparser  # noqa: PLC0415 - only feeds need it

    try:
        found = feedparser.parse(data)
    except Exception as error:
        cause = f"it is no feed that can be read ({error})"
        raise InputError(f"read {where}", cause, "Check the address, or save the reports' pages") from error
    if not found.entries:
        cause = f"it is no feed that can be read ({found.bozo_exception})" if found.bozo else "the feed has no entry"
        raise InputError(f"read {where}", cause, "Check the address, or save the reports' pages")
    for number, entry in enumerate(found.entries, start=1):
        at = f"{where}: {entry.get('link') or f'entry {number}'}"
        stated = {"url": entry.get("link"), "published": _date(entry)}
        told = {**known, **{name: value for name, value in stated.items() if value}}
        whole = next((part for part in entry.get("content", ()) if part.value.strip()), None)
        if whole is None and follow and entry.get("link"):
            yield Link(url=entry.link, known=told)
            continue
        part = whole or entry.get("summary_detail")
        if part is None or not part.value.strip():
            yield InputError(f"read {at}", "the feed gives no text for it", "Give the page's address")
            continue
        title, key = _plain(entry.get("title")), entry.get("id") or entry.get("link")
        told |= {"title": title, "publisher": told.get("publisher") or _plain(found.feed.get("title")), "id": key}
        yield _page(part.value, part.get("type", ""), at, {name: value for name, value in told.items() if value})


def _page(text: str, media_type: str, at: str, told: dict[str, Any]) -> Page:
    if media_type in _HTML_TYPES and re.search(r"<\w|&\w+;|&#\d", text):
        text = f"<!DOCTYPE html><html><body><article>{text}</article></body></html>"
        return Page(data=text.encode(), where=at, known=told)
    return Page(data=text.encode(), where=at, known=told, html=False)


def _date(entry: Any) -> str | None:  # noqa: ANN401 - feedparser brings no types
    """The date-time of publication, else of the last change, which feedparser gives in UTC."""
    stated = entry.get("published_parsed") or entry.get("updated_parsed")
    try:
        return datetime.fromtimestamp(timegm(stated), UTC).isoformat() if stated else None
    except (ValueError, OverflowError, OSError):  # the year 0, the year 99999
        return None


def _plain(title: str | None) -> str | None:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", title)).split()) if title else None
