"""Edit scripts for lemmas, and casing features."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language.features import FEATURE_COUNT, SHAPES, feature_of, shape_of
from onrecord.language.lemmas import apply_script, lemma_script

ROWS = [
    ("Killed", "kill", "l|2|", "an ending cut off, lower case"),
    ("cities", "city", "l|3|y", "an ending changed"),
    ("Iraqis", "Iraqi", "k|1|", "a name keeps its case"),
    ("SAID", "say", "l|2|y", "capitals"),
    ("was", "be", "=|be", "nothing in common"),
    ("n't", "not", "l|2|ot", "one letter in common"),
]


@pytest.mark.parametrize(("form", "lemma", "script", "reason"), ROWS, ids=[row[3] for row in ROWS])
def test_scripts(form: str, lemma: str, script: str, reason: str) -> None:
    """The script is the shortest, and makes the lemma."""
    assert lemma_script(form, lemma) == script, reason
    assert apply_script(script, form) == lemma


@given(st.text(min_size=1), st.text(min_size=1))
def test_scripts_turn_back(form: str, lemma: str) -> None:
    """Any script made for a form gives its lemma."""
    assert apply_script(lemma_script(form, lemma), form) == lemma


def test_script_longer_than_the_form() -> None:
    """A script learnt on longer words leaves a short one as it is."""
    assert apply_script("l|3|", "is") == "is"


SHAPE_ROWS = [
    ("army", "lower"),
    ("Army", "title"),
    ("U.S.", "upper"),
    ("A", "letter"),
    ("J.", "letter"),
    ("McDonald", "mixed"),
    ("1990s", "lower"),
    ("1,200", "digit"),
    ("—", "other"),
]


@pytest.mark.parametrize(("word", "shape"), SHAPE_ROWS, ids=[row[1] + row[0] for row in SHAPE_ROWS])
def test_shapes(word: str, shape: str) -> None:
    """Casing classes."""
    assert SHAPES[shape_of(word)] == shape


@given(st.text(), st.booleans())
def test_features_are_in_range(word: str, after_space: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
    """The network has a row for every feature."""
    assert 0 < feature_of(word, after_space=after_space) < FEATURE_COUNT
