"""Whatever a report holds: a reading whose words are the text's, in time that grows as the report does."""

from __future__ import annotations

import sys
import textwrap
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))
from fuzz import Input, examine, examine_text, limit, within
from knowing import know
from onrecord.explain import explain, spans_of
from onrecord.language.plain import plain
from onrecord.language.printed import as_read
from onrecord.pipeline import read, read_words
from onrecord.reading.document import Document
from onrecord.reading.span import in_one_line

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


_REPORT = (
    "KADI, May 14 (Harbour Wire) - The Northern Front shelled two villages near the town of Homs on Monday, killing at"
    " least nine people and wounding thirty, the Defence Ministry said. General Bashar Diallo told reporters that"
    ' troops of the Fourth Brigade had driven the rebels back across the Orontes river. "We will not stop until'
    ' Idlib is free," he said. Residents of Homs said that the well-armed police of Aleppo had arrested two teachers.'
)


@pytest.mark.parametrize(
    ("printed", "why"),
    [
        ("\n".join(textwrap.wrap(_REPORT, 70)), "lines before names, too"),
        ("\r\n".join(textwrap.wrap(_REPORT, 60)), "line ends of another system"),
        (_REPORT.replace("on Monday", "on\u00a0Monday").replace("police", "po\u00adlice"), "what nobody sees"),
        (_REPORT.replace(". ", ".  "), "two blanks after a stop"),
    ],
)
def test_a_report_is_read_as_it_is_meant_however_it_is_printed(printed: str, why: str) -> None:
    """The reading is that of the plain text, but for offsets, and its words are those of the untouched text."""
    there, here = read(printed, know()), read(_REPORT, know())
    spans = spans_of(there)
    assert [_letters(span.words) for span in spans] == [_letters(span.words) for span in spans_of(here)], why
    assert all(span.text == printed[span.start : span.end] for span in spans)
    sentences = [_letters(in_one_line(printed[start:end])) for start, end in there.sentences]
    assert sentences == [_letters(_REPORT[start:end]) for start, end in here.sentences]


def test_what_shows_why_shows_where_it_stands_in_the_untouched_text() -> None:
    document = Document(id="wrapped", text="\n".join(textwrap.wrap(_REPORT, 70)).replace("police", "po\u00adlice"))
    last = read(document, know()).events[-1]
    with plain(next(know().parser.read([as_read(document.text, know().lexicon.forms).text]))) as words:
        page = explain(document, read_words(document, words, know()), words, last.id, know())
    assert f"“arrested” [{last.trigger.start}:{last.trigger.end}]" in page
    assert document.text[last.trigger.start : last.trigger.end] == "arrested"


def _letters(words: str) -> str:
    """A word that is broken after its hyphen has a blank in print."""
    return words.replace(" ", "")
