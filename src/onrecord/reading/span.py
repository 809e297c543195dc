"""A stretch of the untouched text."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from onrecord.reading.markup import drop_tags

UNSEEN: Final = r"\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Marks of where a word may be broken or which way it is written, for a character class; what joins emoji is none."""
_UNSEEN: Final = re.compile(f"[{UNSEEN}]")


def in_one_line(text: str) -> str:
    """Words of a report for a list or a table: blanks and line ends are one blank each, tags of HTML are left out."""
    return " ".join(_UNSEEN.sub("", drop_tags(text)).split())


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a report; `text` equals `document.text[start:end]` (code points, end exclusive)."""

    start: int
    end: int
    text: str

    @property
    def words(self) -> str:
        """The text in one line, without marks that nobody sees."""
        return in_one_line(self.text)

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
