"""From the named groups of a match to its TIMEX3 value: the clock, and what comes again and again."""

from __future__ import annotations

import re
from fractions import Fraction

from onrecord.stages.times.context import Context, Groups, Value
from onrecord.stages.times.numbers import amount
from onrecord.stages.times.readers_relative import duration_value, quantity, unit_of

_TIME = re.compile(r"(\d{1,2})(?:[:.]?([0-5]\d))?(?::([0-5]\d))?")


def read_clock(groups: Groups, context: Context) -> Value | None:
    """8:30 a.m., 1900 GMT, midnight: on the day told of there or in the sentence before, else on the report's day."""
    clock = clock_value(groups, context)
    if clock is None:
        return None
    return Value("TIME", f"{context.day_told_of() or context.from_day(0, 'D') or 'XXXX-XX-XX'}T{clock}")


def clock_value(groups: Groups, context: Context) -> str | None:
    """The time of day: 08:30, 19:00Z."""
    if "noon" in groups:
        return ("24:00" if groups["noon"].lower() == "midnight" else "12:00") + _zone(groups, context)
    words = groups.get("clock12") or groups.get("clock24") or groups.get("hundreds")
    if words is None:
        hour = amount(
            groups.get("number") or groups.get("number2") or groups.get("count") or groups.get("count2") or "",
            context.lexicon.map("time_number"),
        )
        if hour is None or not 0 < hour <= 12:
            return None
        late = groups.get("part", "").lower() in ("afternoon", "evening") and hour < 12
        return f"{int(hour) + 12 * late:02d}:00" + _zone(groups, context)
    found = _TIME.match(words)
    if found is None:
        return None
    hour_number = int(found.group(1))
    if "clock12" in groups:
        hour_number = hour_number % 12 + (12 if "p" in words.lower() else 0)
    elif groups.get("part", "").lower() in ("afternoon", "evening") and hour_number < 12:
        hour_number += 12
    minutes = f":{found.group(2)}" if found.group(2) else ":00"
    seconds = f":{found.group(3)}" if found.group(3) else ""
    return f"{hour_number:02d}{minutes}{seconds}" + _zone(groups, context)


def _zone(groups: Groups, context: Context) -> str:
    name = next((groups[key] for key in ("zone", "zone2", "zone3") if key in groups), "")
    return str(context.lexicon.map("time_zone").get(" ".join(name.lower().split()), ""))


def read_each(groups: Groups, context: Context) -> Value | None:
    """Every day, each Thursday, every ten years."""
    if "weekday" in groups:
        part = context.word("daypart", groups, "daypart2")
        return Value("SET", f"XXXX-WXX-{context.word('weekday', groups)}" + (f"T{part}" if part else ""))
    if "month" in groups or "month2" in groups:
        month = context.word("month", groups) or context.word("month", groups, "month2")
        return Value(
            "SET",
            f"XXXX-{month:02d}" + (f"-{int(re.sub(r'[^0-9]', '', groups['day'])):02d}" if "day" in groups else ""),
        )
    if "daypart" in groups:
        return Value("SET", f"XXXX-XX-XXT{context.word('daypart', groups)}")
    if "season" in groups:
        return Value("SET", f"XXXX-{context.word('season', groups)}")
    if "feast" in groups:
        return Value("SET", "P1Y")
    number = quantity(groups, context) or Fraction(2 if "other" in groups else context.word("ordinal", groups) or 1)
    return Value("SET", duration_value(number, unit_of(groups, context)))


def read_often(groups: Groups, context: Context) -> Value:
    """Daily, weekly, annual."""
    return Value("SET", context.word("often", groups))


def read_weekdays(groups: Groups, context: Context) -> Value:
    """Fridays, Monday nights."""
    weekday = context.word("weekdays", groups) or context.word("weekday", groups)
    nights = (groups.get("nights") or groups.get("nights2") or "").lower().removesuffix("s")
    part = context.lexicon.map("time_daypart").get(nights)
    return Value("SET", f"XXXX-WXX-{weekday}" + (f"T{part}" if part else ""))


def read_rate(groups: Groups, context: Context) -> Value | None:
    """Twice a week; "a month" after an amount is told apart from a duration by the stage."""
    unit = unit_of(groups, context)
    return Value("SET", duration_value(Fraction(1), unit))
