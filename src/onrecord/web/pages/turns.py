"""Positions over time: how many stand where by month, and who has turned, when, and by which report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

Stand = dict[str, Any]  # a row of `tables.STANDS`

STANCES = ("supports", "opposes", "unknown")


def by_month(stands: Iterable[Stand]) -> list[dict[str, Any]]:
    """How many stands of each kind there are in each month that has any; those without a date are left out."""
    months: dict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(STANCES, 0))
    for stand in stands:
        if stand["sort_day"]:
            months[stand["sort_day"][:7]][stand["stance"]] += 1
    return [{"month": month, **counts} for month, counts in sorted(months.items())]


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
