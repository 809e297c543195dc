"""Which days a TIMEX3 value names."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.reading.days import days_of


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2015-04-09", "2015-04-09", "2015-04-09"),
        ("2015-04-09T10:30", "2015-04-09", "2015-04-09"),  # the hour does not matter here
        ("2015-04-09TMO", "2015-04-09", "2015-04-09"),  # nor does the morning
        ("2015-W15", "2015-04-06", "2015-04-12"),  # ISO week, Monday first
        ("2015-W15-WE", "2015-04-11", "2015-04-12"),  # its weekend
        ("2016-02", "2016-02-01", "2016-02-29"),  # a leap year
        ("2015-Q4", "2015-10-01", "2015-12-31"),
        ("2015-H1", "2015-01-01", "2015-06-30"),
        ("2015", "2015-01-01", "2015-12-31"),
        ("199", "1990-01-01", "1999-12-31"),  # TIMEX3 writes a decade so
        ("19", "1900-01-01", "1999-12-31"),  # and a century so
    ],
)
def test_days(value: str, first: str, last: str) -> None:
    assert days_of(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "value",
    [
        "P3D",
        "PT2H",
        "PRESENT_REF",
        "XXXX-WXX-1",
        "XXXX-04",
        "2015-SU",
        "2015-02-31",
        "2015-W60",
        "2015-13",
        "2015-Q5",
        "00",
    ],
)
def test_no_days(value: str) -> None:
    """Durations, sets, seasons, unknown years and days that do not exist name no days."""
    assert days_of(value) is None
