"""Which report is which: ids made from what a report is, so that every project file gives it the same one."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from onrecord.reading.document import Document

_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|ref_src")  # says how a reader came to the page, not which it is
_ID_CHARS = 16


def report_id_of(document: Document) -> str:
    """16 hex digits over the report's address, or over its id where it has no address.

    The address comes first, for ids such as "1" mean something inside one collection only.
    """
    key = f"url {same_address(document.url)}" if document.url else f"id {document.id}"
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:_ID_CHARS]


def content_id_of(document: Document) -> str:
    """SHA-256 over all that a reading depends on: text, title, publisher, date. An edit of any is a new version."""
    digest = hashlib.sha256()
    for part in (document.text, document.title, document.publisher, document.published):
        data = b"" if part is None else part.encode("utf-8", "surrogatepass")
        digest.update(f"{'-' if part is None else len(data)}\n".encode())
        digest.update(data)
    return digest.hexdigest()


def same_address(url: str) -> str:
    """The address without what does not tell pages apart: scheme, "www.", fragment, tracking, a last slash."""
    try:
        parts = urlsplit(url.strip())
        query = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(k)]
    except ValueError:
        return url.strip()
    host = parts.netloc.lower().removeprefix("www.").removesuffix(":80").removesuffix(":443")
    return urlunsplit(("", host, parts.path.rstrip("/"), urlencode(sorted(query)), ""))
