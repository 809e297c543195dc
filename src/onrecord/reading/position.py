"""Where a party stands."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.reading.span import Argument, Span, Target

Stance = Literal["supports", "opposes", "unknown"]
Basis = Literal["stated", "reported", "acted", "absent", "unreachable", "declined", "unclear"]


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """A stance with its basis: why we say so, or why we cannot say."""

    id: str
    holder: Argument
    stance: Stance
    basis: Basis
    toward: Target | None
    conditions: tuple[Span, ...] = ()
    attribution: str | None = None
    evidence: tuple[Span, ...]
