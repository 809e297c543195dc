"""Times, numbers and statuses for a person: "week of 2026-03-02" for `2026-W10`, "18 or more", "not: planned"."""

from __future__ import annotations

import re
import textwrap
from datetime import date
from types import MappingProxyType
from typing import Final

from onrecord.reading.markup import without_markup
from onrecord.reading.span import in_one_line
from onrecord.reading.time import TimeExpression

NOT_SAID: Final = "(not said who)"
"""Who did what nobody is said to have done."""

_PARTS_OF_DAY: Final = MappingProxyType({
    "MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime",
})  # fmt: skip
_PARTS_OF_YEAR: Final = MappingProxyType({
    "SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter", "H1": "first half of", "H2": "second half of",
    "Q1": "first quarter of", "Q2": "second quarter of", "Q3": "third quarter of", "Q4": "fourth quarter of",
})  # fmt: skip
_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:W(?P<week>\d\d)(?P<weekend>-WE)?|(?P<part>[A-Z][A-Z0-9])|(?P<rest>\d\d(?:-\d\d)?)))?"
    r"(?:T(?:(?P<daypart>[A-Z]{2})|(?P<clock>[\d:]+)Z?))?"
)


def spell_time(time: TimeExpression) -> str:
    """The value in plain words; the report's own words where the value names no day, month or year by itself.

    These are durations ("two weeks"), repetitions, and what is only before or after a day or in an unknown year.
    """
    told = [_spell(part) for part in time.value.split("/")]
    if time.mod is not None or None in told:
        return time.words
    return " to ".join(part for part in told if part is not None)


def spell_count(low: int | None, high: int | None) -> str:
    """A number between two bounds, of which one may be open."""
    if low == high:
        return f"{low:,}" if low is not None else "?"
    if high is None:
        return f"{low:,} or more"
    return f"{low:,} to {high:,}" if low is not None else f"{high:,} or fewer"


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 report", "1,200 reports"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def first_words(text: str) -> str:
    """What to call a report without a title: the first words of its first paragraph, which often is its headline."""
    bare = without_markup(text)
    if bare != text:
        text = next((line for line in map(in_one_line, bare.splitlines()) if line), "")
    return textwrap.shorten(text.strip().split("\n\n", 1)[0], 80, placeholder=" …")


def spell_status(status: str, polarity: str, certainty: str) -> str:
    """Whether it happened, in plain words: "not: planned, possible" is a plan, of its not being done, and unsure."""
    told = status.replace("_", " ")
    if polarity == "negative" and status not in ("not_happened", "denied"):
        told = f"not: {told}"
    return f"{told}, {certainty}" if certainty in ("possible", "probable") else told


def spell_told(told: str) -> str:
    """A status across reports in plain words: "not: planned" for `not_planned`."""
    if told.startswith("not_") and told != "not_happened":
        told = f"not: {told.removeprefix('not_')}"
    return told.replace("_", " ")


def spell_action(words: str, polarity: str) -> str:
    """What somebody binds himself to, in the words of the report; a label says it where he will not."""
    return f"will not: “{words}”" if polarity == "negative" else words


def _spell(value: str) -> str | None:
    found = _VALUE.fullmatch(value)
    if found is None:
        return None
    year, week, part = found["year"], found["week"], found["part"]
    if week:
        spelled = _spell_week(int(year), int(week), weekend=bool(found["weekend"]))
    elif part:
        spelled = f"{_PARTS_OF_YEAR[part]} {year}" if part in _PARTS_OF_YEAR else None
    else:
        spelled = f"{year}-{found['rest']}" if found["rest"] else year
    after = _PARTS_OF_DAY.get(found["daypart"] or "", found["clock"] or "")
    if spelled is None or (found["daypart"] and not after):
        return None
    return f"{spelled} {after}".strip()


def _spell_week(year: int, week: int, *, weekend: bool) -> str | None:
    try:
        return f"{'weekend' if weekend else 'week'} of {date.fromisocalendar(year, week, 6 if weekend else 1)}"
    except ValueError:
        return None  # a year without such a week
