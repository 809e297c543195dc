"""The days on the calendar that a TIMEX3 value names."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(T.*)?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_MONTHS = re.compile(r"(\d{4})-([QH]?)(\d\d?)")
_LENGTHS = {"": 1, "Q": 3, "H": 6}  # months in a month, a quarter, a half
_YEARS = re.compile(r"(\d{2,4})")


def days_of(value: str) -> tuple[date, date] | None:
    """First and last day of `value` (a day, week, weekend, month, quarter, half, year, decade, century).

    None where the value is no stretch of the calendar: durations, sets, seasons, PRESENT_REF, XXXX.
    """
    try:
        return _days(value)
    except ValueError:  # 2015-02-31, week 60, year 0
        return None


def _days(value: str) -> tuple[date, date] | None:
    if m := _DAY.fullmatch(value):
        day = date(int(m[1]), int(m[2]), int(m[3]))
        return day, day
    if m := _WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(m[1]), int(m[2]), 1)
        return (monday + timedelta(5 if m[3] else 0)), monday + timedelta(6)
    if m := _MONTHS.fullmatch(value):
        length = _LENGTHS[m[2]]
        last = length * int(m[3])
        return date(int(m[1]), last - length + 1, 1), date(int(m[1]), last, monthrange(int(m[1]), last)[1])
    if m := _YEARS.fullmatch(value):
        missing = 4 - len(m[1])
        return date(int(m[1] + "0" * missing), 1, 1), date(int(m[1] + "9" * missing), 12, 31)
    return None
