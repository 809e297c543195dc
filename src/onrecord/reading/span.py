"""A stretch of the untouched text."""

from __future__ import annotations

import msgspec


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a report; `text` equals `document.text[start:end]` (code points, end exclusive)."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of `text` from `start` to `end`."""
        return cls(start=start, end=end, text=text[start:end])


class Argument(Span, frozen=True, kw_only=True):
    """Words that stand for somebody or something, with the entity behind them where it is known."""

    entity: str | None = None


class Target(Span, frozen=True, kw_only=True):
    """What a position or a commitment is about: words, and the event or entity behind them."""

    event: str | None = None
    entity: str | None = None
