"""What goes in: one report as its publisher gave it."""

from __future__ import annotations

import hashlib

import msgspec


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One report. `text` is never changed; `published` is an ISO date or date-time."""

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None


class DocumentInfo(msgspec.Struct, frozen=True, kw_only=True):
    """What a reading keeps of its document, all but the text."""

    title: str | None
    publisher: str | None
    url: str | None
    published: str | None
    language: str
    sha256: str
    chars: int

    @classmethod
    def of(cls, document: Document, language: str = "en") -> DocumentInfo:
        """Describe `document`; `sha256` is taken over the UTF-8 bytes of its text."""
        digest = hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()
        return cls(
            title=document.title,
            publisher=document.publisher,
            url=document.url,
            published=document.published,
            language=language,
            sha256=digest,
            chars=len(document.text),
        )
