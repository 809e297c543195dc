"""Whatever a report holds: a reading whose words are the text's, in time that grows as the report does."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))
from fuzz import Input, examine, examine_text, limit, within

_LETTERS = st.characters(codec="utf-8")
_WORDS = st.sampled_from(["said", "that", "the army", "attacked", "Homs", "on Sunday", "will", "not", *'“”",.\n'])


@settings(max_examples=60)
@given(st.integers(0, 1_000_000))
def test_a_changed_report_is_read(number: int) -> None:
    assert examine(Input("reading", 2, number)) in {"read", "refused"}


@settings(max_examples=40)
@given(st.lists(st.one_of(_WORDS, st.text(_LETTERS, max_size=8)), max_size=60))
def test_any_words_are_read(words: list[str]) -> None:
    assert examine_text(" ".join(words)) in {"read", "refused"}


@pytest.mark.parametrize(
    ("piece", "chars", "why"),
    [
        ('He said "she said ', 60_000, "each quotation opens inside another one"),
        ('"We will attack," he said. ', 60_000, "one paragraph of promises"),
        ("X\n", 30_000, "fifteen thousand headings"),
        ("http://a.example/b?c=d&e ", 60_000, "windows of more pieces than the network has places"),
    ],
)
def test_time_grows_no_faster_than_the_report(piece: str, chars: int, why: str) -> None:
    """Within several times the processor time that it takes; a square would need far more."""
    text = (piece * chars)[:chars]
    with within(limit(len(text))):
        assert examine_text(text) == "read", why


def test_a_report_of_ten_megabytes_is_refused() -> None:
    assert examine_text("The army attacked the town. " * 400_000) == "refused"
