"""Every example of the time and feast entries holds: D{words|value|mod|type}, read as of Thursday 9 April 2015."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import pytest
import spacy

from knowing import parsed, shipped_lexicon
from onrecord.language.plain import as_plain
from onrecord.lexicon.load import Lexicon
from onrecord.stages.times import find_times

if TYPE_CHECKING:
    from spacy.language import Language

    from onrecord.reading.time import TimeExpression

_MARK = re.compile(r"D\{([^|}]*)\|([^|}]*)(?:\|([^|}]*))?(?:\|([^|}]*))?\}")
_KINDS = ("time_pattern", "feast")


@lru_cache(maxsize=1)
def _tokenizer() -> Language:
    return spacy.blank("en")


@lru_cache(maxsize=1)
def _lexicon() -> Lexicon:
    return shipped_lexicon()


def _rows(field: str) -> list[tuple[str, str]]:
    entries = [entry for kind in _KINDS for entry in _lexicon().entries(kind)]
    return [(entry.get("id") or entry["lemma"], row) for entry in entries for row in entry.get(field, ())]


def _times(text: str) -> tuple[TimeExpression, ...]:
    return find_times(as_plain(_tokenizer()(text)), "2015-04-09", _lexicon())


@pytest.mark.parametrize(("entry", "example"), _rows("examples"))
def test_an_example_is_read_as_marked(entry: str, example: str) -> None:
    """Exactly the marked words are found, with their values; a mod or type is compared where the mark gives one."""
    found = _times(_MARK.sub(r"\1", example))
    marks = _MARK.findall(example)
    assert [(time.text, time.value) for time in found] == [(words, value) for words, value, _, _ in marks], entry
    for time, (_, _, mod, kind) in zip(found, marks, strict=True):
        assert not mod or time.mod == mod
        assert not kind or time.type == kind


@pytest.mark.parametrize(("entry", "example"), _rows("not_examples"))
def test_a_counterexample_has_no_time(entry: str, example: str) -> None:
    """The words look like a time and are none."""
    assert _times(example) == (), entry


def test_every_entry_has_an_example() -> None:
    """An entry without an example is not tested by anything."""
    assert [entry for kind in _KINDS for entry in _lexicon().entries(kind) if not entry.get("examples")] == []


@pytest.mark.parametrize(
    ("text", "value", "why"),
    [
        ("Leaders demanded that he call elections by December.", "2015-12", "what is asked for is ahead"),
        ("The envoy said that rebels hold the town since December.", "2014-12", "... what is told is not"),
    ],
)
def test_a_month_by_the_tense_around_it(text: str, value: str, why: str) -> None:
    assert [time.value for time in find_times(parsed(text), "2015-04-09", _lexicon())] == [value], why
