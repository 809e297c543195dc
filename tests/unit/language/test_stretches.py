"""Stretches looked up by where they stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.language.stretches import Stretches

STRETCH = st.tuples(st.integers(0, 30), st.integers(0, 12)).map(lambda two: (two[0], two[0] + two[1]))


@given(st.lists(STRETCH), STRETCH)
def test_those_that_share_a_place_are_found(stretches: list[tuple[int, int]], sought: tuple[int, int]) -> None:
    """Nested, side by side or empty: the same as by asking each of them."""
    found = Stretches((start, end, at) for at, (start, end) in enumerate(stretches)).over(*sought)
    asked = [at for at, (start, end) in enumerate(stretches) if start < sought[1] and sought[0] < end]
    assert sorted(found) == asked


def test_the_last_to_start_comes_first() -> None:
    """A quotation stands before the paragraph around it."""
    stretches = Stretches([(0, 90, "paragraph"), (10, 40, "quotation"), (50, 60, "another")])
    assert stretches.over(20, 21) == ["quotation", "paragraph"]
