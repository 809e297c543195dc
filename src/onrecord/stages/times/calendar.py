"""Calendar arithmetic on TIMEX3 values: days, weeks, quarters, seasons, feasts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

_SHAPE = re.compile(
    r"(?P<year>\d{4})(?:-(?:W(?P<week>\d\d)(?P<weekend>-WE)?|Q(?P<quarter>\d)|H(?P<half>\d)"
    r"|(?P<season>SP|SU|FA|WI)|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?(?:T.*)?$",
)
_SEASON_MONTH = {"WI": 1, "SP": 4, "SU": 7, "FA": 10}
_UNKNOWN = {
    "D": "XXXX-XX-XX", "NI": "XXXX-XX-XX", "MO": "XXXX-XX-XX", "W": "XXXX-WXX", "FN": "XXXX-WXX", "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "DE": "XXX", "CE": "XX",
}  # fmt: skip
_FINENESS = {"D": 0, "W": 1, "WE": 1, "M": 2, "S": 3, "Q": 3, "H": 4, "Y": 5}


def parse_day(published: str | None) -> date | None:
    """The day of an ISO date or date-time; None where there is none or it is no ISO date."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def day_of(value: str) -> tuple[date, str] | None:
    """A day inside a TIMEX3 date value, and the value's own unit (D, W, WE, M, S, Q, H or Y)."""
    found = _SHAPE.match(value)
    if found is None:
        return None
    try:
        return _day_of(found)
    except ValueError:  # a week 54, a 31 June
        return None


def _day_of(found: re.Match[str]) -> tuple[date, str]:
    year, month = int(found["year"]), int(found["month"] or 1)
    if found["week"]:
        return date.fromisocalendar(year, int(found["week"]), 6), "WE" if found["weekend"] else "W"
    if found["day"]:
        return date(year, month, int(found["day"])), "D"
    for name, unit, months in (("quarter", "Q", 3), ("half", "H", 6)):
        if found[name]:
            return date(year, months * int(found[name]) - months + 1, 1), unit
    if found["season"]:
        return date(year, _SEASON_MONTH[found["season"]], 1), "S"
    return date(year, month, 1), "M" if found["month"] else "Y"


def finer(one: str, other: str) -> bool:
    """Whether the unit `one` is finer than the unit `other`."""
    return _FINENESS.get(one, 9) < _FINENESS.get(other, 9)


def week_value(day: date) -> str:
    """The ISO week of a day: 2015-W15."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def shift_months(day: date, months: int) -> tuple[int, int]:
    """Year and month so many months on."""
    index = day.year * 12 + day.month - 1 + months
    return index // 12, index % 12 + 1


def shift(day: date, steps: int, unit: str) -> str | None:
    """The value, in its own unit, that lies `steps` units on from a day: (2015-04-09, -1, M) is 2015-03.

    Units are D, W, FN, WE, M, Q, Y, DE and CE; None where the calendar ends or the unit is none of a calendar.
    """
    try:
        return _shift(day, steps, unit)
    except (ValueError, OverflowError):
        return None


def _shift(day: date, steps: int, unit: str) -> str | None:
    if unit in ("D", "NI", "MO"):
        return (day + timedelta(steps)).isoformat()
    if unit in ("W", "FN"):
        return week_value(day + timedelta(steps * (14 if unit == "FN" else 7)))
    if unit == "WE":
        return week_value(day + timedelta(7 * steps)) + "-WE"
    if unit in ("M", "Q"):
        year, month = shift_months(day, steps * (3 if unit == "Q" else 1))
        return f"{year:04d}-Q{(month + 2) // 3}" if unit == "Q" else f"{year:04d}-{month:02d}"
    years = {"Y": 1, "DE": 10, "CE": 100}.get(unit)
    if years is None:
        return None
    return year_value(day.year + steps * years)[: {"Y": 4, "DE": 3, "CE": 2}[unit]]


def year_value(year: int) -> str:
    """A year as TIMEX3 writes it: 2015, BC0400."""
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def underspecified(unit: str) -> str | None:
    """The value of a calendar unit of which only the unit is known."""
    return _UNKNOWN.get(unit)


def easter(year: int, *, orthodox: bool = False) -> date:
    """Easter Sunday (Meeus, Astronomical Algorithms, chapter 8), as a Gregorian date."""
    if orthodox:
        moon = (19 * (year % 19) + 15) % 30
        weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
        month, day = divmod(moon + weekday + 114, 31)
        return date(year, month, day + 1) + timedelta(year // 100 - year // 400 - 2)
    century, rest = divmod(year, 100)
    golden = year % 19
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth weekday (ISO number) of a month; nth = -1 is the last."""
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
    return last - timedelta((last.isoweekday() - weekday) % 7)


def feast_days(feast: Mapping[str, Any], year: int) -> list[tuple[date, str]]:
    """First day and TIMEX3 value of a feast in a year: none where the table ends, two where a moon year is short."""
    if "dates" in feast:
        ends = feast.get("ends")
        values = [f"{start}/{end}" for start, end in zip(feast["dates"], ends, strict=True)] if ends else feast["dates"]
        days = zip(feast["dates"], values, strict=True)
        return [(date.fromisoformat(start), value) for start, value in days if start.startswith(f"{year:04d}")]
    if "fixed" in feast:
        day = date.fromisoformat(f"{year:04d}-{feast['fixed']}")
    elif "nth" in feast:
        day = nth_weekday(year, *feast["nth"]) + timedelta(feast.get("plus", 0))
    elif "orthodox" in feast:
        day = easter(year, orthodox=True) + timedelta(feast["orthodox"])
    else:
        day = easter(year) + timedelta(feast["easter"])
    return [(day, day.isoformat())]
