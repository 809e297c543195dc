"""The refusal rule: a plan, a condition, a denial or a "may have" never passes for a fact.

Every event goes through here before any format sees it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, get_args

from onrecord.errors import ExportError
from onrecord.reading.event import Factuality, Status

WRITTEN: Final[frozenset[Status]] = frozenset({"happened", "ongoing"})
"""What every export holds."""

LEFT_OUT: Final[tuple[Status, ...]] = tuple(status for status in get_args(Status) if status not in WRITTEN)
"""What an export holds only where it is asked for by name."""


def status_of(factuality: Factuality) -> Status:
    """What exports take an event for.

    Stricter than the reading in two ways. What is told with a negative ("they did not attack", "they will not attack")
    is `not_happened`, unless somebody denies it; and what is only `possible` is `unclear`: a row cannot say "may have".
    """
    status = factuality.status
    if factuality.polarity == "negative" and status != "denied":
        return "not_happened"
    if status in WRITTEN and factuality.certainty == "possible":
        return "unclear"
    return status


def parse_include(words: Iterable[str]) -> frozenset[str]:
    """The statuses that a user asks for besides what happened, and `unknown` for positions that are not known.

    Raises:
        ExportError: a word that is no status. There is no "all": each kind of non-fact is asked for by name.
    """
    known = {*LEFT_OUT, "unknown"}
    asked = {word.strip() for group in words for word in group.split(",") if word.strip()}
    if wrong := sorted(asked - known - WRITTEN):
        names = ", ".join((*LEFT_OUT, "unknown"))
        raise ExportError(f"include {', '.join(wrong)}", f"the kinds are {names}", "Name each kind that you want")
    return frozenset(asked - WRITTEN)
