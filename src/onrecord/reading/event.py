"""Who did what to whom, and whether it happened (PLOVER types, FactBank's polarity and certainty)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal

import msgspec

from onrecord.reading.span import Argument, Span

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Status = Literal["happened", "ongoing", "planned", "conditional", "hypothetical", "denied", "not_happened", "unclear"]
Told = Literal[Status, "not_planned", "not_conditional", "not_hypothetical"]
"""A status with its polarity, in one word: `not_planned` is a plan not to do it."""

INTENDED: Final = frozenset({"planned", "conditional", "hypothetical"})
"""Of acts that are still to come, or may never come."""
REFUSED: Final = frozenset({"not_planned", "not_conditional", "not_hypothetical"})
"""Of acts that are not to be: "will not attack"."""
TOLD_AS_FACT: Final = frozenset({"happened", "ongoing"})
"""Of acts that are done, or that go on."""

Polarity = Literal["positive", "negative"]
Certainty = Literal["certain", "probable", "possible", "unknown"]

# What is unclear is so whether it was told of its being done or not.
_NEGATIVE: Mapping[Status, Told] = MappingProxyType({
    "happened": "not_happened", "ongoing": "not_happened", "planned": "not_planned", "conditional": "not_conditional",
    "hypothetical": "not_hypothetical",
})  # fmt: skip


class Factuality(msgspec.Struct, frozen=True, kw_only=True):
    """Whether it happened, with the words that show it."""

    status: Status
    polarity: Polarity
    certainty: Certainty
    cues: tuple[Span, ...] = ()

    @property
    def told(self) -> Told:
        """The status, and whether that is of its being done or of its not being done."""
        if self.polarity == "negative":
            return _NEGATIVE.get(self.status, self.status)
        return self.status


class NumberClaim(Span, frozen=True, kw_only=True):
    """A count with its words; "dozens" has a low and no high."""

    low: int | None
    high: int | None


class Numbers(msgspec.Struct, frozen=True, kw_only=True):
    """Counts that the report gives for an event."""

    killed: NumberClaim | None = None
    injured: NumberClaim | None = None
    arrested: NumberClaim | None = None
    displaced: NumberClaim | None = None
    crowd: NumberClaim | None = None


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One act. Reciprocal acts list every party under `actors`; `rule` names the lexicon entry that fired."""

    id: str
    type: EventType
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str | None
    quad: int
    score: float
    trigger: Span
    actors: tuple[Argument, ...]
    recipients: tuple[Argument, ...]
    place: str | None = None
    time: str | None = None
    factuality: Factuality
    attribution: str | None = None
    numbers: Numbers = Numbers()
    same_as: str | None = None
    rule: str
