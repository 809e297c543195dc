"""Positions over time: who has turned, when, and by which report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Stand = dict[str, Any]  # a row of `tables.STANDS`

STANCES = ("supports", "opposes", "unknown")


def with_turns(stands: Sequence[Stand]) -> list[Stand]:
    """The stands of many on one matter, each with the holder's earlier and later one that says the opposite.

    Args:
        stands: in the order of time. What is not known changes nothing.

    Returns:
        the same in the same order; `before` and `after` are stands, or None.
    """
    told = [{**stand, "before": None, "after": None} for stand in stands]
    last: dict[str, int] = {}
    for at, stand in enumerate(stands):
        if stand["stance"] == "unknown":
            continue
        earlier = last.get(stand["holder"], at)
        if stands[earlier]["stance"] != stand["stance"]:
            told[at]["before"] = stands[earlier]
            told[earlier]["after"] = stand
        last[stand["holder"]] = at
    return told
