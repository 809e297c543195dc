"""When something happened, as the first and the last day that the words allow. A missing day is never guessed."""

from __future__ import annotations

import re
from datetime import date

from onrecord.export.records import Resolution, When
from onrecord.reading.days import days_of
from onrecord.reading.time import TimeExpression

_CLOCK = re.compile(r"T([01]\d|2[0-3]):([0-5]\d)")
_BOUNDS = frozenset({"BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER"})  # "before Friday" is any day but those named


def when_of(time: TimeExpression | None) -> When | None:
    """The days of a time expression; None where it names none (durations, repetitions, "before Friday")."""
    if time is None or time.type not in ("DATE", "TIME") or time.mod in _BOUNDS:
        return None
    bounds = [days_of(part) for part in time.value.split("/")]
    if len(bounds) > 2 or bounds[0] is None or bounds[-1] is None or bounds[-1][1] < bounds[0][0]:
        return None
    first, last = bounds[0][0], bounds[-1][1]
    clock = _CLOCK.search(time.value) if time.type == "TIME" else None
    return When(
        text=time.words,
        first=first.isoformat(),
        last=last.isoformat(),
        resolution=_resolution(first, last),
        clock=f"{clock[1]}:{clock[2]}" if clock else None,
    )


def published_day(published: str | None) -> str | None:
    """The date part of an ISO date or date-time; None where it is neither."""
    try:
        return date.fromisoformat((published or "")[:10]).isoformat()
    except ValueError:
        return None


def when_published(day: str | None) -> When | None:
    """The day of publication in place of a date that is not told."""
    return When(text=None, first=day, last=day, resolution="longer") if day else None


def digits_of(published: str | None) -> str:
    """YYYYMMDDHHMMSS of an ISO date or date-time, with zeros for what it does not say; empty where it is neither."""
    day = published_day(published)
    if day is None or published is None:
        return ""
    clock = re.match(r"[T ](\d\d):?(\d\d)(?::?(\d\d))?", published[10:])
    return day.replace("-", "") + ("".join(part or "00" for part in clock.groups()) if clock else "000000")


def _resolution(first: date, last: date) -> Resolution:
    days = (last - first).days + 1
    if days == 1:
        return "day"
    if days < 7:
        return "days"
    if days == 7:
        return "week"
    return "month" if days <= 31 else "longer"
