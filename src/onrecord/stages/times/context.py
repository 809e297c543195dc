"""What a time expression is read against: the report's day, the time spoken of last, the tense around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import msgspec

from onrecord.lexicon.load import Lexicon
from onrecord.reading.time import TimexType
from onrecord.stages.times.calendar import day_of, shift

_DAY = re.compile(r"\d{4}-\d\d-\d\d")

Groups = Mapping[str, str]


class Value(msgspec.Struct, frozen=True):
    """What a reader makes of an expression."""

    type: TimexType
    value: str
    mod: str | None = None


class Context(msgspec.Struct, frozen=True):
    """The surroundings of one expression.

    Attributes:
        day: the day of publication, if known.
        previous: value of the last dated expression before this one.
        quarter: value of the last quarter or half of a year before this one.
        compared: whether an amount stands just before ("from $3 million a year ago"): quarters are compared.
        near: whether `previous` stands in the same sentence.
        before: whether it stands in the sentence before.
        linked: whether only "to" or a dash stands between `previous` and the expression.
        look: tells past (-1), future (1) or neither (0) by the words around.
    """

    lexicon: Lexicon
    day: date | None
    previous: str | None
    near: bool
    before: bool
    quarter: str | None
    compared: bool
    linked: bool
    look: Callable[[], int]

    def word(self, kind: str, groups: Groups, name: str | None = None) -> Any:  # noqa: ANN401
        """What the matched word of a map counts for, or None where it was not matched."""
        found = groups.get(name or kind)
        return None if found is None else self.lexicon.map(f"time_{kind}").get(" ".join(found.lower().split()))

    def from_day(self, steps: int, unit: str) -> str | None:
        """So many units on from the report's day."""
        return None if self.day is None else shift(self.day, steps, unit)

    def day_of_sentence(self) -> str | None:
        """The day that the sentence has named before."""
        named = self.near and self.previous and _DAY.match(self.previous)
        return named.group() if named else None

    def day_told_of(self) -> str | None:
        """The day that the sentence has named before, or of which the sentence before it and this one tell."""
        told = self.before and self.previous and _DAY.match(self.previous)
        past = told and self.day is not None and told.group() < self.day.isoformat() and self.look() < 0
        return self.day_of_sentence() or (told.group() if told and past else None)

    def from_previous(self, steps: int, unit: str) -> str | None:
        """So many units on from the time spoken of last."""
        found = day_of(self.previous) if self.previous else None
        return None if found is None else shift(found[0], steps, unit)
