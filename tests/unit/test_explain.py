"""What `onrecord why` prints is words, never the way in which Python writes its values."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.explain import _entry_lines, _laid_out, _value
from onrecord.reading.event import Factuality, NumberClaim, Numbers
from onrecord.reading.span import Argument, Span


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        pytest.param("ASSAULT", ["ASSAULT"], id="a word"),
        pytest.param(["send", "rush"], ["send, rush"], id="words"),
        pytest.param({"obj": ["@troop_body"], "to": ["flood", "camp"]}, ["obj: @troop_body", "to: flood, camp"],
                     id="conditions: one a line"),
        pytest.param(["A{Mali} T{sent} aid.", "T{Rush}."], ["A{Mali} T{sent} aid.", "T{Rush}."],
                     id="examples: one a line"),
        pytest.param(False, ["no"], id="no is a word"),
        pytest.param(4, ["4"], id="a number"),
    ],
)  # fmt: skip
def test_a_field_of_an_entry(value: Any, lines: list[str]) -> None:
    assert _entry_lines(value) == lines


def test_long_lines_are_folded_below_one_another() -> None:
    first, second = _laid_out("bars", ["obj: " + ", ".join(["agreement"] * 12)])
    assert first.startswith("  bars         obj: agreement, ")
    assert second.startswith(" " * 15 + "agreement")


_CUE = Span(start=4, end=8, text="will")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        pytest.param(True, "yes", id="a yes"),
        pytest.param(Factuality(status="planned", polarity="negative", certainty="certain", cues=(_CUE,)),
                     "not: planned, certain, shown by “will” [4:8]", id="as the page of the report has it"),
        pytest.param(Factuality(status="happened", polarity="positive", certainty="probable"), "happened, probable",
                     id="no cue"),
        pytest.param(Numbers(killed=NumberClaim(start=0, end=11, text="At least 18", low=18, high=None)),
                     "killed 18 or more “At least 18” [0:11]", id="a number with its bounds"),
        pytest.param((Argument(start=0, end=4, text="Mali", entity="T1"),), "“Mali” [0:4] = T1", id="a party"),
    ],
)  # fmt: skip
def test_a_field_of_a_line(value: Any, words: str) -> None:
    assert _value(value, {"T1": "Mali"}) == words
