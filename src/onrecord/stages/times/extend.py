"""What stands around a match and belongs to it, or makes a further expression: parts, hedges, ellipsis."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.stages.times.calendar import day_of, nth_weekday, week_value
from onrecord.stages.times.context import Value

if TYPE_CHECKING:
    from onrecord.lexicon.load import Lexicon

_WINDOW = 36
BETWEEN_CLOCK_AND_DATE = re.compile(r"[ \t\u00a0]*(?:,|on|of)?[ \t\u00a0]*")
BETWEEN_DATE_AND_CLOCK = re.compile(r"[ \t\u00a0]*(?:,|at|,? at)?[ \t\u00a0]*(?:about |around )?")
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
# a further day stands before a full stop or comma, or is one end of a range: "April 1 and 3 people" goes on otherwise
MORE_DAYS = re.compile(
    rf"(?:,| and| or| to| through|,? and|[ \u00a0]?[-–])[ \u00a0]?(?:the )?(?P<day>{_DAY})"
    r"(?![\w:%$]|[.,]\d|[ \u00a0-]?[^\W\d_]|[ \u00a0]\d)"
    rf"|(?: to| through|[-–])[ \u00a0]?(?:the )?(?P<day2>{_DAY})(?= (?!\d))(?! [ap]\.?m)",
)
DAYS_BEFORE = re.compile(
    rf"(?<![\w.,:$£€-])(?P<day>{_DAY})(?:[ \u00a0]?[-–][ \u00a0]?| and | or | to | through )$",
)
MORE_YEARS = re.compile(r"(?P<link>[-–/])(?P<year>\d\d)(?![\w:%$,.-]*\d)(?!\w)")

MORE_DECADES = re.compile(r"(?:,| and| or|,? and| to|[ \u00a0]?[-–])[ \u00a0](?:the )?(?P<decade>['’‘]?[1-9]0s)(?!\w)")


@lru_cache(maxsize=4)
def _leading(lexicon: Lexicon, kind: str) -> re.Pattern[str]:
    keys = sorted(lexicon.map(f"time_{kind}"), key=lambda key: (-len(key), key))
    return re.compile(r"(?<![\w-])(" + "|".join(re.escape(key) for key in keys) + r")[ \t\u00a0]$", re.IGNORECASE)


def leading(text: str, start: int, lexicon: Lexicon, kind: str) -> tuple[int, str] | None:
    """Start and mod of words that lead up to `start`: of kind "part" as "the end of", of kind "hedge" as "more than".

    A hedge has two mods, for a duration and for a point in time.
    """
    found = _leading(lexicon, kind).search(text, max(0, start - _WINDOW), start)
    return None if found is None else (found.start(1), lexicon.map(f"time_{kind}")[found.group(1).lower()])


@lru_cache(maxsize=4)
def _unit_of(lexicon: Lexicon) -> re.Pattern[str]:
    parts = "|".join(sorted(lexicon.map("time_daypart")))
    edges = "|".join(sorted(lexicon.map("time_edge")))
    return re.compile(
        rf"(?:the (?:(?P<edge>{edges}) )?(?P<part>{parts})|(?:early |late )?(?P<part2>{parts})|the (?P<week>week)"
        rf"|the (?P<which>first|second|third|fourth|last|final) (?P<nth>week|weekend|day)) (?:of|on) $",
        re.IGNORECASE,
    )


def unit_of_date(text: str, start: int, value: str, lexicon: Lexicon) -> tuple[int, Value] | None:
    """Start and value of "the night of April 3", "the week of May 4", "the last week of March" (date at `start`)."""
    found = _unit_of(lexicon).search(text, max(0, start - _WINDOW), start)
    dated = day_of(value)
    if found is None or dated is None:
        return None
    day, unit = dated
    part = found["part"] or found["part2"]
    if unit == "D" and part:
        mod = lexicon.map("time_edge").get((found["edge"] or "").lower())
        return found.start(), Value("TIME", f"{value}T{lexicon.map('time_daypart')[part.lower()]}", mod)
    if unit == "D" and found["week"]:
        return found.start(), Value("DATE", week_value(day))
    if unit == "M" and found["nth"]:
        which = lexicon.map("time_ordinal").get(found["which"].lower(), -1)
        return found.start(), Value("DATE", _nth_of_month(day, which, found["nth"].lower()))
    return None


def _nth_of_month(first: date, which: int, unit: str) -> str:
    """The nth day, week or weekend of a month; a week belongs to the month of its Thursday."""
    if unit == "day":
        last = nth_weekday(first.year, first.month, 1, -1)
        end = last + timedelta(max(offset for offset in range(7) if (last + timedelta(offset)).month == first.month))
        return (end if which < 0 else first.replace(day=which)).isoformat()
    thursday = nth_weekday(first.year, first.month, 4 if unit == "week" else 6, which)
    return week_value(thursday) + ("-WE" if unit == "weekend" else "")


def same_month(value: str, day: str) -> Value | None:
    """Another day of the month of a date value; None where that month has no such day."""
    number = int(re.sub(r"[^0-9]", "", day))
    dated = f"{value[:7]}-{number:02d}"
    return Value("DATE", dated) if "X" in value or day_of(dated) else None
