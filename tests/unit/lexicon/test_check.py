"""Marked example sentences, and what counts as holding them."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.lexicon.check import fault, unmark
from onrecord.reading.event import Event, Factuality
from onrecord.reading.span import Argument, Span

MARKED = "A{Jets} T{bombed} R{a market} in Homs."


def _event(**changes: Any) -> Event:
    text = "Jets bombed a market in Homs."
    fields: dict[str, Any] = {
        "id": "E1", "type": "ASSAULT", "mode": None, "contexts": (), "cameo": None, "quad": 4, "score": -9.0,
        "trigger": Span.of(text, 5, 11), "actors": (Argument(start=0, end=4, text="Jets"),),
        "recipients": (Argument(start=12, end=20, text="a market"),),
        "factuality": Factuality(status="happened", polarity="positive", certainty="certain"), "rule": "bomb.v.1",
    }  # fmt: skip
    return Event(**(fields | changes))


def test_marks_are_taken_out_and_their_places_kept() -> None:
    """Offsets count in the sentence without marks."""
    example = unmark("bomb.v.1", MARKED)
    assert example.text == "Jets bombed a market in Homs."
    assert (example.triggers, example.actors, example.recipients) == (((5, 11),), ((0, 4),), ((12, 20),))


@pytest.mark.parametrize(
    ("changes", "because"),
    [
        ({}, None),
        ({"rule": "hit.v.1"}, "does not fire"),
        ({"trigger": Span.of("Jets bombed a market in Homs.", 24, 28)}, "the trigger is Homs"),
        ({"actors": ()}, "the actor Jets is not found"),
        ({"recipients": ()}, "the recipient a market is not found"),
    ],
)
def test_what_makes_an_example_fail(changes: dict[str, Any], because: str | None) -> None:
    """Each mark must be met by the event of this entry."""
    found = fault(unmark("bomb.v.1", MARKED), [_event(**changes)])
    assert found is None if because is None else because in (found or "")


def test_a_counterexample_fails_where_the_entry_fires() -> None:
    """Another entry may fire there, but not at a trigger that is marked."""
    example = unmark("bomb.v.1", "The comedian bombed on stage.", expected=False)
    assert fault(example, [_event()]) == "it fires"
    assert fault(example, [_event(rule="hit.v.1")]) is None
    marked = unmark("bomb.v.1", "Jets T{bombed} on stage.", expected=False)
    assert fault(marked, [_event(rule="hit.v.1")]) == "hit.v.1 fires there"
