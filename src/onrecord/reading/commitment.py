"""What a party has said that it will or will not do."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.reading.event import Polarity
from onrecord.reading.span import Argument, Span, Target

CommitmentKind = Literal["promise", "offer", "agreement", "threat", "plan"]


class Commitment(msgspec.Struct, frozen=True, kw_only=True):
    """A promise, offer, agreement, threat or plan; `due` is the id of a time."""

    id: str
    by: Argument
    toward: Target | None
    action: Target
    polarity: Polarity
    conditions: tuple[Span, ...] = ()
    due: str | None = None
    kind: CommitmentKind
    attribution: str | None = None
    evidence: tuple[Span, ...]
