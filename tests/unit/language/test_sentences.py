"""Windows: paragraphs and safe cuts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language.sentences import find_windows

ROWS = [
    (["A", "b", ".", "\n\n", "C", "."], [[0, 1, 2], [4, 5]], "a blank line"),
    (["A", "b", "\n", "Then", "c"], [[0, 1], [3, 4]], "a line end before a capital"),
    (["A", "long", "\n", "line", "on"], [[0, 1, 3, 4]], "a wrapped line goes on in lower case"),
    (["A", ".", "\n", "b", "c"], [[0, 1], [3, 4]], "a line end after a full stop"),
    (["a", "\u00a0", "b"], [[0, 2]], "a no-break space does not end anything"),
    (["\n", "a"], [[1]], "white space first"),
    ([], [], "nothing"),
    ([" \n"], [], "white space only"),
]


@pytest.mark.parametrize(("words", "windows", "reason"), ROWS, ids=[row[2] for row in ROWS])
def test_paragraphs(words: list[str], windows: list[list[int]], reason: str) -> None:
    """Windows end with paragraphs."""
    assert list(find_windows(words)) == windows, reason


CUTS = [
    (["A", "b", ".", "C", "d", "e", "."], [3, 4], "after a full stop"),
    (["A", ".", "”", "C", "d", "e", "."], [3, 4], "a closing quote stays with its sentence"),
    (["a", "b", "c", ",", "d", "e"], [4, 2], "after a comma where no sentence ends"),
    (["a"] * 12, [5, 5, 2], "anywhere, if it must be"),
    (["a", "b", ".", "c", "d", "e", "f"], [5, 2], "not before lower case"),
]


@pytest.mark.parametrize(("words", "sizes", "reason"), CUTS, ids=[row[2] for row in CUTS])
def test_long_paragraphs_are_cut(words: list[str], sizes: list[int], reason: str) -> None:
    """No window is longer than five words here."""
    assert [len(window) for window in find_windows(words, max_words=5)] == sizes, reason


def test_a_window_begins_with_the_mark_that_opens_a_quotation() -> None:
    """A straight mark with a space before it and none behind it is no closing one."""
    words, spaces = ["A", "b", ".", '"', "C", "d", "e", "."], [True, False, True, False, True, True, False, False]
    assert [len(window) for window in find_windows(words, spaces, max_words=5)] == [3, 5]


@given(st.lists(st.sampled_from(["a", "B", ".", "”", ",", "\n", "\n\n", " ", "\u00a0"])), st.integers(1, 9))
def test_every_word_is_in_one_window(words: list[str], longest: int) -> None:
    """In order, none twice, none too long."""
    windows = list(find_windows(words, max_words=longest))
    assert [place for window in windows for place in window] == [at for at, w in enumerate(words) if not w.isspace()]
    assert all(0 < len(window) <= longest for window in windows)
