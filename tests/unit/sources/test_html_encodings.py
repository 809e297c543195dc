"""Pages in whatever encoding they are in: a lost quotation mark is a lost speaker, a changed letter another person."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.reading.document import Document
from onrecord.sources.html import _as_utf8, load_html

WORDS = "The army’s spokesman José Núñez said “dozens” had died in the café."
PARAGRAPH = "The government condemned the attack and said that it would send help as soon as the roads were open. "


def page(head: str, words: str = WORDS) -> str:
    body = f"<article><p>{words}</p><p>{PARAGRAPH * 3}</p></article>"
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


def text_of(data: bytes) -> str:
    (document,) = load_html(data, "page.html", {})
    assert isinstance(document, Document)
    return document.text


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1252">', "cp1252"),
        ("", "cp1252"),  # says nothing: as browsers take English pages
        ('<meta charset="iso-8859-1">', "cp1252"),  # says Latin-1, has curly quotes
        ('<meta http-equiv="Content-Type" content="text/html; charset=us-ascii">', "cp1252"),
        ('<meta charset="gb2312">', "gb18030"),
        ('<meta charset="klingon-8">', "cp1252"),
        ('<meta charset="base64">', "cp1252"),  # a codec of Python's, but no encoding of text
        ('<meta charset="undefined">', "cp1252"),
        ('<meta charset="utf-16">', "cp1252"),  # cannot be true: it was read as ASCII
        ('<meta charset="iso-8859-1">', "utf-8"),  # what it is counts before what it says
        ('<meta charset="utf-16">', "utf-16"),
        ("", "utf-8-sig"),
    ],
)
def test_words_come_through(head: str, encoding: str) -> None:
    assert WORDS in text_of(page(head).encode(encoding))


def test_one_broken_byte_costs_one_letter() -> None:
    data = page('<meta charset="utf-8">').encode().replace("ñ".encode(), b"\xf1")
    assert WORDS.replace("ñ", "\ufffd") in text_of(data)


@given(st.binary(max_size=200))
@settings(max_examples=200)
def test_any_bytes_become_something(data: bytes) -> None:
    found = _as_utf8(data)
    if b"\x00" not in data:
        found.decode("utf-8")


@pytest.mark.parametrize(
    ("stated", "published"),
    [
        ("2024-05-16T08:00:00Z", "2024-05-16"),
        ("2024-13-45T99:00", None),  # no day: not the first of January of that year
        ("0000-00-00", None),
    ],
)
def test_a_date_that_is_none_is_not_guessed(stated: str, published: str | None) -> None:
    head = f'<meta property="article:published_time" content="{stated}">'
    (document,) = load_html(page(head).encode(), "page.html", {})
    assert isinstance(document, Document)
    assert document.published == published


@pytest.mark.parametrize("title", ["<title></title>", "<title> \n\t </title>", "", "<title>&nbsp;</title>"])
def test_a_page_without_a_title_has_none(title: str) -> None:
    (document,) = load_html(page(title).encode(), "page.html", {})
    assert isinstance(document, Document)
    assert document.title is None
