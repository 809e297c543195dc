"""Furniture: what is printed around a report, one row a case."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import pytest
import spacy

from build import doc_of
from knowing import shipped_lexicon
from onrecord.reading.document import Document
from onrecord.stages.furniture import find_furniture

if TYPE_CHECKING:
    from spacy.language import Language

SENTENCE = (
    "The governor said on Monday that the convoy had reached the town after two days "
    "and that nobody was hurt on the way."
)
BODY = "\n\n".join([SENTENCE] * 4)
_MARK = re.compile(r"F\{([^}]*)\}")


@lru_cache(maxsize=1)
def _tokenizer() -> Language:
    return spacy.blank("en")


def find(text: str, title: str | None = None) -> list[tuple[str, str]]:
    furniture = find_furniture(_tokenizer()(text), Document(id="x", text=text, title=title), shipped_lexicon())
    return [(text[part.start : part.end], part.kind) for part in furniture]


def in_report(line: str, where: str) -> str:
    """The line at the head of a report, at its tail, or between two paragraphs."""
    return {"head": f"{line}\n\n{BODY}", "tail": f"{BODY}\n\n{line}"}.get(where, f"{BODY}\n\n{line}\n\n{BODY}")


def _rows(field: str) -> list[tuple[str, str, str, str]]:
    entries = shipped_lexicon().entries("furniture_pattern")
    return [
        (entry["id"], entry["kind"], entry.get("where", "any"), row)
        for entry in entries
        for row in entry.get(field, ())
    ]


@pytest.mark.parametrize(("entry", "kind", "where", "example"), _rows("examples"))
def test_an_example_of_the_lexicon_is_found(entry: str, kind: str, where: str, example: str) -> None:
    """The marked part and nothing else; "edge" is tried at both ends."""
    marked = _MARK.findall(example)
    line = _MARK.sub(r"\1", example)
    for place in ("head", "tail") if where == "edge" else (where,):
        assert find(in_report(line, place)) == [(words.strip(), kind) for words in marked], entry


@pytest.mark.parametrize(("entry", "kind", "where", "example"), _rows("not_examples"))
def test_a_counterexample_of_the_lexicon_is_left_alone(entry: str, kind: str, where: str, example: str) -> None:
    assert find(in_report(example, "head")) == [], (entry, kind, where)


@pytest.mark.parametrize(
    ("line", "where", "kind"),
    [
        ("Army retakes the old bridge", "head", "heading"),  # a headline: first, short, no full stop
        ("What the treaty says", "middle", "heading"),  # a heading between paragraphs
        ("THE BACKGROUND", "middle", "heading"),
        ("“Safe zone?”", "middle", "heading"),  # all in quotes, no verb, on its own
        ('"Terror cell"', "middle", "heading"),
        ("Hama (file)", "head", "caption"),
        ("Hama (file)Reuters", "head", "caption"),  # the credit may be glued on
    ],
)
def test_headings_and_captions(line: str, where: str, kind: str) -> None:
    assert find(in_report(line, where)) == [(line, kind)]


@pytest.mark.parametrize(
    "line",
    [
        "Nobody was hurt.",  # a short sentence with its full stop
        "“We will not leave.”",  # speech as a paragraph
        "“Who are they?”",  # a question that says something
        "“Never”",  # an answer
        '"It was cold," he said.',
        "He asked for three things:",  # leads on to the next paragraph
        "- an end to the siege",  # an item of a list
        "and then the lights went out",  # the rest of a broken line
        "Death to the tyrant!",  # a cry
    ],
)
def test_what_could_be_a_sentence_is_left_alone(line: str) -> None:
    assert find(in_report(line, "middle")) == []


def test_the_title_at_the_start_of_the_text_is_a_heading() -> None:
    """Even with a full stop and other punctuation, if the words are the title's."""
    assert find(f"Rebels leave town.\n\n{BODY}", "Rebels Leave Town") == [("Rebels leave town.", "heading")]
    assert find(f"Rebels leave town.\n\n{BODY}", "Rebels return") == []


def test_a_line_broken_in_a_sentence_is_no_headline() -> None:
    assert find(f"The two sides met on the bridge over the\nriver and talked for an hour.\n\n{BODY}") == []


def test_capitals_head_a_short_text_too() -> None:
    assert find("REBELS LEAVE TOWN\n\nThe rebels left.") == [("REBELS LEAVE TOWN", "heading")]
    assert find("REBELS LEAVE TOWN") == []


def test_a_short_text_alone_has_no_heading() -> None:
    """Where no longer paragraph follows, a line may be all there is."""
    assert find("Rebels leave town") == []


def test_a_dateline_and_an_agency_tail_leave_the_sentence_between_them() -> None:
    line = f"LIMA (AFP) — {SENTENCE} (AFP)"
    assert find(f"{line}\n\n{BODY}") == [("LIMA (AFP) —", "dateline"), ("(AFP)", "credit")]


def test_tags_show_a_finite_verb_in_a_quoted_line() -> None:
    """ "Rebels advance" in quotes is a heading by its words; with a verb tagged it may be speech."""
    long = "\n".join(f"word word NOUN {0 if i == 0 else 1} {'root' if i == 0 else 'dep'} NN" for i in range(30))
    words = "Rebels rebel NOUN 3 nsubj NNS\nadvance advance VERB 0 root VBP"
    quoted = f'" " PUNCT 3 punct ``\n{words}\n" " PUNCT 3 punct ""'
    doc = doc_of(f"{quoted}\n\n{long}")
    text = doc.text
    assert find_furniture(doc, Document(id="x", text=text), shipped_lexicon()) == ()


def test_offsets_are_those_of_the_untouched_text() -> None:
    """Blanks around a line, no-break spaces and empty lines keep their places."""
    text = f"  \n\u00a0 By Amina Diallo \n\n{BODY}"
    assert find(text) == [("By Amina Diallo", "byline")]
