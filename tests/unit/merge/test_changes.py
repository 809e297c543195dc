"""Who changed what, word by word, in texts of any length."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.merge import changes
from onrecord.merge.changes import _differing, _pinned, find_changes
from onrecord.merge.shingles import Shingles

_LONG = [f"w{at}" for at in range(6000)]


@pytest.mark.parametrize(
    ("source", "copy", "told", "why"),
    [
        ("the army shelled the town on Monday", "the army shelled the town on Monday", ([], [], []), "one text"),
        (
            "the army shelled the town on Monday, nine were killed",
            "the army shelled the old town on Monday",
            (["old"], ["nine were killed"], []),
            "a word more, an end less",
        ),
        ("nine were killed there", "ten were killed there", ([], [], [("nine", "ten")]), "a number"),
        ("", "the army", (["the army"], [], []), "all is new"),
        ("a b c d e f g h", "e f g h a b c d", (["a b c d"], ["a b c d"], []), "what changes places is moved once"),
    ],
)
def test_changes(source: str, copy: str, told: tuple[list[str], list[str], list[tuple[str, str]]], why: str) -> None:
    found = find_changes(Shingles(source), Shingles(copy))
    changed = [(old.text, new.text) for old, new in found.changed]
    assert ([span.text for span in found.added], [span.text for span in found.left_out], changed) == told, why


_WORDS = st.lists(st.sampled_from("abcdefgh"), max_size=40)


@given(_WORDS, _WORDS)
def test_what_is_told_makes_the_copy_of_the_source(source: list[str], copy: list[str]) -> None:
    made: list[str] = []
    at = other = 0
    for tag, from_start, from_end, to_start, to_end in _differing(source, copy):
        made += source[at:from_start]
        assert source[at:from_start] == copy[other:to_start]
        made += source[from_start:from_end] if tag == "equal" else copy[to_start:to_end]
        at, other = from_end, to_end
    assert made + source[at:] == copy


@given(_WORDS, _WORDS)
def test_pins_stand_in_the_order_of_both(source: list[str], copy: list[str]) -> None:
    pins = _pinned(source, copy)
    assert all(one < other and here < there for (one, here), (other, there) in pairwise(pins))
    assert all(source[one : one + 3] == copy[other : other + 3] for one, other in pins)


def test_a_long_edited_copy_is_compared_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Edits at both ends and between them: as many comparisons as edits, not the square of the words."""
    copy = [f"x{at}" if at % 100 == 1 else word for at, word in enumerate(_LONG)]
    compared: list[int] = []
    matcher = changes._matcher
    monkeypatch.setattr(
        changes, "_matcher", lambda one, other: compared.append(len(one) * len(other)) or matcher(one, other)
    )
    found = find_changes(Shingles(" ".join(_LONG)), Shingles(" ".join(copy)))
    assert [(old.text, new.text) for old, new in found.changed] == [(f"w{at}", f"x{at}") for at in range(1, 6000, 100)]
    assert sum(compared) < len(_LONG)
