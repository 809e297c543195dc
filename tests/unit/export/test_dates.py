"""Days of an event: as the words allow, never guessed."""

from __future__ import annotations

import pytest

from onrecord.export.dates import digits_of, published_day, when_of
from onrecord.reading.time import TimeExpression


@pytest.mark.parametrize(
    ("value", "kind", "mod", "days"),
    [
        ("2015-04-09", "DATE", None, ("2015-04-09", "2015-04-09", "day", None)),
        ("2015-04-09T14:30", "TIME", None, ("2015-04-09", "2015-04-09", "day", "14:30")),
        ("2015-04-09TNI", "TIME", None, ("2015-04-09", "2015-04-09", "day", None)),  # a night has no clock time
        ("2015-W15", "DATE", None, ("2015-04-06", "2015-04-12", "week", None)),
        ("2015-W15-WE", "DATE", None, ("2015-04-11", "2015-04-12", "days", None)),
        ("2015-04", "DATE", "START", ("2015-04-01", "2015-04-30", "month", None)),
        ("2015", "DATE", "APPROX", ("2015-01-01", "2015-12-31", "longer", None)),
        ("2015-04-09/2015-04-11", "DATE", None, ("2015-04-09", "2015-04-11", "days", None)),
        ("2015-04-09", "DATE", "BEFORE", None),  # any day but that one
        ("P3D", "DURATION", None, None),
        ("P1D", "SET", None, None),
        ("XXXX-04-09", "DATE", None, None),  # a day of no known year
        ("PRESENT_REF", "DATE", None, None),
        ("2015-SU", "DATE", None, None),  # which months depends on the hemisphere
    ],
)
def test_days(value: str, kind: str, mod: str | None, days: tuple[str, str, str, str | None] | None) -> None:
    told = TimeExpression(id="D1", start=0, end=1, text="x", type=kind, value=value, mod=mod)  # type: ignore[arg-type]
    found = when_of(told)
    assert (found and (found.first, found.last, found.resolution, found.clock)) == days


@pytest.mark.parametrize(
    ("published", "day", "digits"),
    [
        ("2024-05-16", "2024-05-16", "20240516000000"),
        ("2024-05-16T08:05:30Z", "2024-05-16", "20240516080530"),
        ("2024-05-16T08:05", "2024-05-16", "20240516080500"),
        ("16 May 2024", None, ""),
        (None, None, ""),
    ],
)
def test_publication(published: str | None, day: str | None, digits: str) -> None:
    assert published_day(published) == day
    assert digits_of(published) == digits
