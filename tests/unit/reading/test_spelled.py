"""Times for a person to read."""

from __future__ import annotations

import pytest

from onrecord.reading.spelled import spell_action, spell_time, spell_told
from onrecord.reading.time import TimeExpression


@pytest.mark.parametrize(
    ("value", "mod", "spelled"),
    [
        pytest.param("2026-03-11", None, "2026-03-11", id="a day"),
        pytest.param("2026-03", None, "2026-03", id="a month"),
        pytest.param("2026", None, "2026", id="a year"),
        pytest.param("2026-W10", None, "week of 2026-03-02", id="a week by its Monday"),
        pytest.param("2026-W10-WE", None, "weekend of 2026-03-07", id="a weekend by its Saturday"),
        pytest.param("2026-03-10TNI", None, "2026-03-10 night", id="a part of a day"),
        pytest.param("2026-03-02T14:30", None, "2026-03-02 14:30", id="a clock"),
        pytest.param("2026-SU", None, "summer 2026", id="a season"),
        pytest.param("2026-Q2", None, "second quarter of 2026", id="a quarter"),
        pytest.param("2026-03-02/2026-03-08", None, "2026-03-02 to 2026-03-08", id="a stretch"),
        pytest.param("XXXX-WXX-4", None, "the words", id="a day of an unknown week"),
        pytest.param("P3D", None, "the words", id="a duration"),
        pytest.param("2026-03-11", "BEFORE", "the words", id="before a day is not that day"),
        pytest.param("2026-W60", None, "the words", id="no such week"),
        pytest.param("2026-03-11TXX", None, "the words", id="no such part of a day"),
        pytest.param("PAST_REF", None, "the words", id="a reference"),
    ],
)
def test_spelled(value: str, mod: str | None, spelled: str) -> None:
    """By their values, or else in the report's own words."""
    time = TimeExpression(id="D1", start=0, end=10, text="the\nwords ", type="DATE", value=value, mod=mod)
    assert spell_time(time) == spelled


@pytest.mark.parametrize(
    ("told", "spelled"),
    [
        pytest.param("not_planned", "not: planned", id="a plan not to do it"),
        pytest.param("not_conditional", "not: conditional", id="it will not be done, if"),
        pytest.param("not_happened", "not happened", id="a status of its own"),
        pytest.param("disputed", "disputed", id="affirmed and denied"),
        pytest.param("no_act", "no act", id="what people say of no act"),
    ],
)
def test_a_status_across_reports(told: str, spelled: str) -> None:
    assert spell_told(told) == spelled


@pytest.mark.parametrize(
    ("polarity", "spelled"),
    [
        pytest.param("positive", "will not rest until they are free", id="a promise in its own words"),
        pytest.param("negative", "will not: “will not rest until they are free”", id="a label, and no second not"),
    ],
)
def test_what_somebody_binds_himself_to(polarity: str, spelled: str) -> None:
    assert spell_action("will not rest until they are free", polarity) == spelled
