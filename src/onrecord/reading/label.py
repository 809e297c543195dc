"""What a report calls somebody or something, and in whose voice."""

from __future__ import annotations

from onrecord.reading.span import Span


class Label(Span, frozen=True, kw_only=True):
    """A loaded word for an entity; `attribution` is None where the reporter uses it."""

    entity: str
    scare_quotes: bool
    attribution: str | None = None
