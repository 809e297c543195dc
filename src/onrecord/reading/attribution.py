"""Who says so (source, cue and content as in PolNeAR)."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.reading.span import Argument, Span

Manner = Literal["direct", "indirect", "mixed"]


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """Something said, thought, written or planned, and by whom.

    Attributes:
        source: None for a passive with no agent ("it was reported").
        via: entity ids through which the words came, nearest first.
        within: id of the attribution that this one is nested in.
    """

    id: str
    source: Argument | None
    cue: Span | None
    content: tuple[Span, ...]
    manner: Manner
    via: tuple[str, ...] = ()
    within: str | None = None
