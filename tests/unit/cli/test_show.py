"""The readable reading: what a person must see."""

from __future__ import annotations

import msgspec
import pytest

from onrecord.cli.show import print_reading
from onrecord.cli.stands import stands
from onrecord.reading.position import Position
from onrecord.reading.span import Argument, Target
from onrecord.reading.who_says import WhoSays
from readings import TEXT, sample, span, with_fields


def test_everything_that_matters_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    print_reading(sample(), TEXT)
    out = capsys.readouterr().out
    for words in (
        "E1",
        "happened",
        "ASSAULT",
        "The militia",
        "an official",
        "Harbour Wire",
        "planned",
        "READ WITH CARE",
    ):
        assert words in out
    assert "not known" in out  # a silent party
    assert "opposes" not in out


def test_output_to_a_pipe_has_no_colour(capsys: pytest.CaptureFixture[str]) -> None:
    print_reading(sample(), TEXT)
    assert "\x1b[" not in capsys.readouterr().out


def _position(key: str, holder: str, entity: str, **more: object) -> Position:
    fields: dict[str, object] = {"stance": "unknown", "basis": "absent", "toward": None, "evidence": (), **more}
    return Position(id=key, holder=span(holder, Argument, entity=entity), **fields)  # type: ignore[arg-type]


def _rows(*positions: Position) -> list[tuple[str, ...]]:
    reading = with_fields(sample(), positions=positions)
    return [tuple(str(cell) for cell in row) for row in stands(reading, WhoSays(reading))]


def test_supporters_come_first_and_the_silent_last() -> None:
    """The order of the text is not what a reader asks for."""
    silent = _position("P1", "The Northern Front", "T4")
    against = _position("P2", "the army", "T1", stance="opposes", basis="stated")
    backing = _position("P3", "The militia", "T1", stance="supports", basis="stated")
    assert [row[0] for row in _rows(silent, against, backing)] == ["supports", "opposes", "not known"]


def test_a_silent_party_has_one_row_with_all_that_is_known_of_it() -> None:
    """Absent and out of reach are two findings about one party, and neither is opposition."""
    target = span("the talks", Target, event=None, entity=None)
    absent = _position("P1", "The Northern Front", "T4", toward=target)
    silent = _position("P2", "The Northern Front", "T4", basis="unreachable")
    assert _rows(absent, silent) == [
        ("not known", "P1 P2", "The Northern Front", "absent (the talks); could not be reached", "the reporter")
    ]


@pytest.mark.parametrize(
    ("cue", "about"),
    [
        ("Kadi", "took no stand: “Kadi” (the talks)"),  # as the report has it: "remained neutral", "did not respond"
        (None, "took no stand (the talks)"),
    ],
)
def test_who_takes_no_side_has_not_been_asked_for_comment(cue: str | None, about: str) -> None:
    """Who declined to comment and who remained neutral are told apart by the report's words, with what it is about."""
    target = span("the talks", Target, event=None, entity=None)
    evidence = (span(cue),) if cue else ()
    neutral = _position("P1", "The Northern Front", "T4", basis="declined", toward=target, evidence=evidence)
    assert _rows(neutral)[0][3] == about


def test_a_stand_shows_its_condition_and_whose_word_it_is() -> None:
    """Support under a condition is not support."""
    target = span("Kadi", Target, event=None, entity=None)
    backing = _position(
        "P1", "The militia", "T1", stance="supports", basis="reported", toward=target,
        conditions=(span("the army would attack"),), attribution="A1",
    )  # fmt: skip
    (row,) = _rows(backing)
    assert row[3:] == ("Kadi; on condition: the army would attack", "an official → Harbour Wire")


def test_a_plan_not_to_do_it_is_no_plan_to_do_it(capsys: pytest.CaptureFixture[str]) -> None:
    """What will not be done is shown with its "not"."""
    first, second = sample().events
    refused = msgspec.structs.replace(second.factuality, polarity="negative")
    print_reading(with_fields(sample(), events=(first, msgspec.structs.replace(second, factuality=refused))), TEXT)
    assert "not: planned" in capsys.readouterr().out


def test_a_long_caution_goes_on_below_its_own_words(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not in the first column, where its mark stands."""
    words = "so many things are to be borne in mind " * 5
    monkeypatch.setattr("onrecord.cli.show.find_cautions", lambda _: [words])
    print_reading(sample(), TEXT)
    first, second = (line for line in capsys.readouterr().out.splitlines() if "to be" in line)
    assert (first[:5], second[:3]) == (" ! so", "   ")
