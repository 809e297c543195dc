"""What `onrecord.read` refuses before it reads."""

from __future__ import annotations

from typing import Any

import pytest

import onrecord
from onrecord.errors import InputError

GERMAN = "Die Regierung hat am Montag erklärt, sie werde die Hilfen fortsetzen. " * 5


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (GERMAN, "its language seems to be 'de'"),
        ("  ", "its text is empty"),
        (7, "it is of type int"),
        (None, "it is of type NoneType"),
        (onrecord.Document(id="x", text="Rebels shelled Homs.", published="3/4/2026"), "no ISO date"),
    ],
)
def test_what_is_no_report_is_refused(given: Any, words: str) -> None:
    with pytest.raises(InputError, match=words):
        onrecord.read(given)


def test_the_reports_before_a_bad_one_are_read() -> None:
    found = onrecord.read_many(["Rebels shelled Homs.", GERMAN])
    assert next(found).events
    with pytest.raises(InputError):
        next(found)


def test_a_day_is_taken_however_it_is_written() -> None:
    told = onrecord.Document(id="x", text="Rebels shelled Homs on Sunday.", published="6 March 2024")
    assert onrecord.read(told).times[0].value == "2024-03-03"
