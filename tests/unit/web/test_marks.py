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


def test_markup_is_marked_for_what_it_is() -> None:
    """The text stays whole; a page shows none of its tags, and begins a line where a paragraph ends."""
    text = "<p>The <b>militia</b>\nleft.</p>"
    stretches = cut_text(text, msgspec.structs.replace(sample(), entities=(), attributions=(), events=(), positions=()))
    assert "".join(stretch.text for stretch in stretches) == text
    told = [(stretch.text, *stretch.kinds) for stretch in stretches if stretch.kinds]
    assert told == [("<p>", "break"), ("<b>", "tag"), ("</b>", "tag"), ("</p>", "break")]


def test_words_of_two_lines_belong_to_both() -> None:
    """The trigger stands inside what the official says."""
    (trigger,) = [stretch for stretch in cut_text(TEXT, sample()) if stretch.text == "shelled"]
    assert trigger.lines == ("E1", "A1")
    assert trigger.kinds == ("trigger",)
