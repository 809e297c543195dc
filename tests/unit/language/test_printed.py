"""A text as it is read, and where its words stand in print."""

from __future__ import annotations

import textwrap
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.explain import spans_of
from onrecord.language.printed import Printed, as_read, put_back
from onrecord.reading.reading import Reading
from onrecord.reading.span import Span
from readings import TEXT, sample

_PARAGRAPH = (
    "The Northern Front shelled two villages near the town of Kadi on Monday, killing at least nine people and wounding"
    " thirty, the well-known Defence Ministry said. General Amara Diallo told reporters in Port Selin that troops had"
    " driven the rebels back across the Oru river."
)


@pytest.mark.parametrize(
    ("text", "read", "why"),
    [
        ("the gov\u00adern\u00adment", "the government", "where a word may be broken"),
        ("po\u200blice\u200e said", "police said", "marks without a width"),
        ("on\u00a05\u202fMarch", "on 5 March", "blanks that do not break"),
        ("He left.  She  stayed.", "He left. She stayed.", "two blanks after a stop"),
        ("left. \u00a0 She", "left. She", "blanks of two kinds"),
        ("one\r\n\r\ntwo\rthree\u2028four", "one\n\ntwo\nthree\nfour", "line ends of other systems"),
        ("one  \n  \ttwo", "one\ntwo", "blanks around a line end"),
        ("the o\ufb03cers of\ufb01cially", "the officers officially", "letters in one"),
        ("Sa\u0303o Tome\u0301", "S\u00e3o Tom\u00e9", "letters in two parts"),
        ("well\u2011known", "well-known", "a hyphen that does not break"),
        ("Brown &amp; Sons&#8217; men", "Brown & Sons\u2019 men", "codes of web pages"),
        ("on&nbsp;5 March", "on 5 March", "a blank in code"),
        ("donâ€™t, â€œnoâ€\x9d – FranÃ§ois", "don’t, “no” – François", "UTF-8 that was read as Windows-1252"),
        ("â€œNo,â€ he said.", "“No,” he said.", "whose last byte is lost"),
        ("the stateâ s plan â “ it fell", "the state’s plan – it fell", "whose second byte became a blank"),
        (
            "It wasn\x92t \x93there\x94 \x96 20Â\xa0km",
            "It wasn’t “there” – 20 km",
            "Windows-1252 that was read as Latin-1",
        ),
        ("JOÃO, CAFÉ’S, “José’”, âge, ÎLE…", "JOÃO, CAFÉ’S, “José’”, âge, ÎLE…", "letters that are meant"),
        ("R&D; AT&T, &notanything;", "R&D; AT&T, &notanything;", "no codes"),
        ("a\t\tb\tc", "a\tb\tc", "tabs are columns"),
        ("one\n\ntwo\nThree", "one\n\ntwo\nThree", "plain text"),
        ("\u200b", "", "nothing to read"),
        ("", "", "nothing"),
    ],
)
def test_what_nobody_reads_is_left_out(text: str, read: str, why: str) -> None:
    assert as_read(text, frozenset()).text == read, why


@pytest.mark.parametrize("width", [42, 60, 72])
@pytest.mark.parametrize("end", ["\n", "\r\n", " \n"])
def test_a_wrapped_paragraph_is_read_as_one_line(width: int, end: str) -> None:
    """Also where lines are broken after a hyphen."""
    assert as_read(end.join(textwrap.wrap(_PARAGRAPH, width)), frozenset()).text == _PARAGRAPH


_KNOWN = frozenset({"government", "known", "well"})


@pytest.mark.parametrize(
    ("text", "read", "why"),
    [
        ("the govern-\nment said", "the government said", "a word that is known"),
        ("the govern\u2010\r\n ment said", "the government said", "other hyphens and line ends"),
        ("in Khar-\ntoum. In Khartoum he", "in Khartoum. In Khartoum he", "a word that the text has elsewhere"),
        ("the well-\nknown man", "the well-known man", "no such word"),
        ("Khar-\ntoum and Khar-toum", "Khar-toum and Khar-toum", "elsewhere with its hyphen"),
        ("the Israel-\nGovern war", "the Israel-\nGovern war", "a capital behind it"),
        ("govern-\n\nment", "govern-\n\nment", "a blank line between"),
        ("the nine-\nteen men", "the nine-teen men", "a word that nobody knows"),
    ],
)
def test_a_word_that_a_line_end_breaks_is_one(text: str, read: str, why: str) -> None:
    printed = as_read(text, _KNOWN)
    assert printed.text == read, why
    for at, char in enumerate(read):
        if printed.starts and char.isalnum():
            assert text[slice(*printed.back(at, at + 1))] == char


def test_markup_and_print_are_left_out_together() -> None:
    text = "<p>The&nbsp;army <b>shel\u00adled</b>\nKadi.</p>\n<p>Rebels &amp; others left.</p>"
    printed = as_read(text, frozenset())
    assert [line for line in printed.text.split("\n") if line] == ["The army shelled Kadi.", "Rebels & others left."]
    start = printed.text.index("shelled")
    span = put_back(Span.of(printed.text, start, start + len("shelled")), printed)
    assert (span.text, span.words) == ("shel\u00adled", "shelled")


def test_words_are_put_back_where_they_stand() -> None:
    text = "The o\ufb03cers\u00adof  Sa\u0303o\u200b Tome\u0301 left."
    printed = as_read(text, frozenset())
    for word, there in (("officersof", "o\ufb03cers\u00adof"), ("S\u00e3o", "Sa\u0303o"), ("left", "left")):
        start = printed.text.index(word)
        span = put_back(Span.of(printed.text, start, start + len(word)), printed)
        assert (span.text, span.text) == (there, text[span.start : span.end])
    assert printed.back(len(printed.text), len(printed.text)) == (len(text), len(text))


def test_a_plain_text_is_not_touched() -> None:
    reading = sample()
    assert put_back(reading, as_read("plain", frozenset())) is reading


def test_every_noun_of_a_reading_is_put_back() -> None:
    """Spans at any depth, furniture, and sentences, which go on lying side by side."""
    text = "\u00ad".join(TEXT)
    reading = sample()
    moved = put_back(reading, as_read(text, frozenset()))
    spans = spans_of(moved)
    assert [span.text for span in spans] == [text[span.start : span.end] for span in spans]
    assert [span.words for span in spans] == [span.words for span in spans_of(reading)]
    for there, here in zip((*moved.sentences, *_parts(moved)), (*reading.sentences, *_parts(reading)), strict=True):
        assert text[slice(*there)].replace("\u00ad", "") == TEXT[slice(*here)]


def _parts(reading: Reading) -> list[tuple[int, int]]:
    return [(part.start, part.end) for part in reading.furniture]


_PIECES = st.sampled_from(
    [
        "army",
        "The",
        " ",
        "  ",
        "\n",
        "\r\n",
        "\u00ad",
        "\u00a0",
        "e\u0301",
        "\ufb01",
        "\t",
        "&amp;",
        "-",
        ".",
        "\u200b",
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "-\n",
    ]
)


@given(st.lists(_PIECES, max_size=80).map("".join))
def test_every_character_that_is_read_stands_somewhere_in_print(text: str) -> None:
    printed = as_read(text, frozenset())
    if not printed.starts:
        assert printed.text in {text, ""}
        return
    assert len(printed.starts) == len(printed.ends) == len(printed.text)
    for at, char in enumerate(printed.text):
        start, end = printed.back(at, at + 1)
        assert 0 <= start < end <= len(text)
        if char.isalnum() and char.isascii():
            assert char in unicodedata.normalize("NFKC", text[start:end])


def test_a_long_stretch_of_blanks_takes_no_longer_than_its_length() -> None:
    for blanks in ("\t" * 200_000, "\u00ad\t" * 100_000, " " * 200_000):
        assert isinstance(as_read(f"one{blanks}two", frozenset()), Printed)
