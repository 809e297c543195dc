"""Tolls, with the parser and the whole pipeline: the examples of the lexicon's entries, T{noun} and N{number}."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from knowing import know, shipped_lexicon
from onrecord.pipeline import read

if TYPE_CHECKING:
    from onrecord.reading.event import Event
    from onrecord.reading.reading import Reading

_MARK = re.compile(r"([TN])\{([^{}]*)\}")
_ENTRIES = shipped_lexicon().entries("toll")
EXAMPLES = [(entry["id"], text) for entry in _ENTRIES for text in entry["examples"]]
COUNTER_EXAMPLES = [(entry["id"], text) for entry in _ENTRIES for text in entry["not_examples"]]
SPEAKERS = [
    ("Shelling killed 41 people, a committee said. Doctors put the death toll at 56.", "Doctors", "who puts it there"),
    ("Shelling killed 41 people. The death toll has risen to 56, the mayor said.", "the mayor", "who says it"),
    ("Shelling killed 41 people, a committee said. The death toll has risen to 56.", None, "the reporter's own count"),
]
DEATHS = [
    ("Nine people died in the attack on the market.", "Nine", "whom the attack left dead"),
    ("Nobody died in the attack on the market.", None, "nobody is no number"),
    ("Nine people arrived after the attack on the market.", None, "who came later was not struck"),
]


def _reading(text: str) -> Reading:
    return read(_MARK.sub(r"\2", text), know())


def _tolls(reading: Reading, entry: str) -> list[Event]:
    return [event for event in reading.events if event.rule == entry]


@pytest.mark.parametrize(("entry", "text"), EXAMPLES)
def test_a_toll_is_a_mention_of_the_act_with_its_own_number(entry: str, text: str) -> None:
    """The noun and the number are those marked; the act is one told before, and no toll."""
    reading = _reading(text)
    (toll,) = _tolls(reading, entry)
    claims = [claim for name in toll.numbers.__struct_fields__ if (claim := getattr(toll.numbers, name)) is not None]
    act = next(event for event in reading.events if event.id == toll.same_as)
    assert [("T", toll.trigger.text), *(("N", claim.text) for claim in claims)] == _MARK.findall(text)
    assert act.same_as is None
    assert act.trigger.start < toll.trigger.start


@pytest.mark.parametrize(("entry", "text"), COUNTER_EXAMPLES)
def test_what_counts_something_else_is_none(entry: str, text: str) -> None:
    """Of wars, of disease, of what may come: no toll of the act."""
    assert _tolls(_reading(text), entry) == []


@pytest.mark.parametrize(("text", "speaker", "reason"), SPEAKERS)
def test_a_toll_has_a_speaker_of_its_own(text: str, speaker: str | None, reason: str) -> None:
    """Not that of the act."""
    reading = _reading(text)
    (toll,) = _tolls(reading, "toll.n.1")
    said = next((one for one in reading.attributions if one.id == toll.attribution), None)
    assert (said.source.text if said is not None and said.source is not None else None) == speaker, reason


def test_without_an_act_there_is_no_toll() -> None:
    """A count of the dead alone tells of no attack."""
    assert _tolls(_reading("A ferry sank off Lombok. The death toll rose to 56."), "toll.n.1") == []


def test_a_number_of_another_size_is_of_something_else() -> None:
    """Nine thousand dead are not the nine of one attack."""
    assert _tolls(_reading("A bomb killed nine people. The death toll reached 9,000."), "toll.n.1") == []


@pytest.mark.parametrize(("text", "number", "reason"), DEATHS)
def test_the_dead_of_an_attack(text: str, number: str | None, reason: str) -> None:
    """A verb without a doer tells what the attack did."""
    killed = [event.numbers.killed for event in _reading(text).events if event.rule == "attack.n.1"]
    assert [claim.text for claim in killed if claim is not None] == ([number] if number else []), reason
