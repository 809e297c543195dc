"""A text cut for a page: nothing added, nothing lost, each line's words lit."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.label import Label
from onrecord.reading.reading import Furniture
from onrecord.web.marks import cut_text
from readings import TEXT, sample

PLACES = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 30)).map(lambda p: (p[0], min(len(TEXT), sum(p))))


@given(st.lists(PLACES, max_size=8), st.lists(PLACES, max_size=4))
def test_stretches_are_the_text_however_spans_overlap(
    labels: list[tuple[int, int]], captions: list[tuple[int, int]]
) -> None:
    reading = msgspec.structs.replace(
        sample(),
        furniture=tuple(Furniture(start=start, end=end, kind="caption") for start, end in captions),
        labels=tuple(Label(start=a, end=b, text=TEXT[a:b], entity="T1", scare_quotes=False) for a, b in labels),
    )
    stretches = cut_text(TEXT, reading)
    assert "".join(stretch.text for stretch in stretches) == TEXT
    for number, (start, end) in enumerate(labels, start=1):
        lit = "".join(stretch.text for stretch in stretches if f"N{number}" in stretch.lines)
        assert lit == TEXT[start:end]


def test_words_of_two_lines_belong_to_both() -> None:
    """The trigger stands inside what the official says."""
    (trigger,) = [stretch for stretch in cut_text(TEXT, sample()) if stretch.text == "shelled"]
    assert trigger.lines == ("E1", "A1")
    assert trigger.kinds == ("trigger",)
