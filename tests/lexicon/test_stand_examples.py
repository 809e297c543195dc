"""Every example of the words of stance, absence, promise and label is read as marked, with the whole pipeline.

H{who takes the stand, is absent or promises}, T{on what}, X{what is promised}, L{what somebody is called}.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from knowing import know, shipped_lexicon
from onrecord.pipeline import read

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from onrecord.reading.reading import Reading
    from onrecord.reading.span import Argument, Span

_MARK = re.compile(r"([A-Z])\{([^{}]*)\}")


class _Row(NamedTuple):
    entry: Mapping[str, Any]
    text: str
    places: Mapping[str, tuple[int, int]]


def _row(entry: Mapping[str, Any], example: str) -> _Row:
    places: dict[str, tuple[int, int]] = {}
    text, last = "", 0
    for match in _MARK.finditer(example):
        text += example[last : match.start()]
        places[match[1]] = (len(text), len(text) + len(match[2]))
        text += match[2]
        last = match.end()
    return _Row(entry, text + example[last:], places)


def _is_at(span: Span | None, place: tuple[int, int] | None) -> bool:
    return place is None or (span is not None and span.start < place[1] and place[0] < span.end)


def _is_who(reading: Reading, argument: Argument, place: tuple[int, int] | None) -> bool:
    """Whether the words, or others of the same party, stand where it is marked."""
    mine = (entity for entity in reading.entities if entity.id == argument.entity)
    return _is_at(argument, place) or any(_is_at(mention, place) for entity in mine for mention in entity.mentions)


def _takes_stand(row: _Row, reading: Reading) -> bool:
    inner = row.entry.get("only_inner") or "basis" in row.entry
    stance = "unknown" if inner else "opposes" if row.entry.get("only_negated") else row.entry["stance"]
    return any(
        position.stance == stance
        and position.basis == row.entry.get("basis", position.basis)
        and _is_who(reading, position.holder, row.places.get("H"))
        and _is_at(position.toward, row.places.get("T"))
        for position in reading.positions
    )


def _promises(row: _Row, reading: Reading) -> bool:
    return any(
        commitment.kind == row.entry["kind"]
        and _is_who(reading, commitment.by, row.places.get("H"))
        and _is_at(commitment.action, row.places.get("X"))
        for commitment in reading.commitments
    )


def _calls(row: _Row, reading: Reading) -> bool:
    return any(_is_at(label, row.places["L"]) for label in reading.labels)


KINDS: dict[str, Callable[[_Row, Reading], bool]] = {
    "stance": _takes_stand,
    "absence": _takes_stand,
    "verdict": _takes_stand,
    "promise": _promises,
    "label": _calls,
}
FOUND: dict[str, Callable[[Reading], object]] = {
    "stance": lambda reading: reading.positions,
    "absence": lambda reading: reading.positions,
    "verdict": lambda reading: reading.positions,
    "promise": lambda reading: reading.commitments,
    "label": lambda reading: reading.labels,
}


def _rows(kind: str, field: str) -> list[_Row]:
    return [_row(entry, text) for entry in shipped_lexicon().entries(kind) for text in entry.get(field, ())]


@pytest.mark.parametrize("kind", KINDS)
def test_the_examples_hold(kind: str) -> None:
    wrong = [row.text for row in _rows(kind, "examples") if not KINDS[kind](row, read(row.text, know()))]
    assert wrong == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_counterexamples_have_none(kind: str) -> None:
    wrong = [row.text for row in _rows(kind, "not_examples") if FOUND[kind](read(row.text, know()))]
    assert wrong == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_entry_has_an_example(kind: str) -> None:
    """An entry without an example is tested by nothing."""
    assert [entry["lemma"] for entry in shipped_lexicon().entries(kind) if not entry.get("examples")] == []
