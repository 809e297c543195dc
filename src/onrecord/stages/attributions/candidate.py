"""Candidates for attributions, before overlaps are settled."""

from __future__ import annotations

import msgspec

from onrecord.stages.attributions.page import Stretch
from onrecord.stages.attributions.source_edges import Source


class Candidate(msgspec.Struct, kw_only=True):
    """An attribution that may be one, before overlaps are settled; `via` are heads of those through whom it came."""

    source: Source | None
    cue: Stretch
    cue_head: int
    pieces: tuple[Stretch, ...]
    table: str
    clause: bool
    via: tuple[int, ...] = ()
