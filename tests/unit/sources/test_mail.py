"""Mails as programs save them: what is their text, and what their headers say."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.reading.document import Document
from onrecord.sources import load

BODY = "Rebels shelled the town of Kadi on Monday, the army said.\n"
HEAD = {
    "From": "Lakeside Courier <desk@lakeside.example>",
    "To": "readers@lakeside.example",
    "Subject": "Rebels shell Kadi",
    "Date": "Tue, 05 Mar 2024 09:30:00 +0100",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=utf-8",
}
PARTS = (
    "--x\nContent-Type: text/plain; charset=iso-8859-1\n"
    "Content-Transfer-Encoding: quoted-printable\n\nThe caf=E9 burnt.\n"
    "--x\nContent-Type: text/html\n\n<html><body><p>Other words.</p></body></html>\n--x--\n"
)
PAGE = "<html><head><meta charset='latin-1'></head><body><article>{}</article></body></html>".format(
    "<p>The governor met the leaders of eleven armed groups in a café on Wednesday and said that talks go on.</p>" * 5
)


def _mail(body: str = BODY, **changed: str | None) -> bytes:
    head = {**HEAD, **{name.replace("_", "-"): value for name, value in changed.items()}}
    return ("".join(f"{name}: {value}\n" for name, value in head.items() if value is not None) + "\n" + body).encode()


def _only(folder: Path, data: bytes, name: str = "report.eml", **known: str) -> Document | InputError:
    (folder / name).write_bytes(data)
    (item,) = load(str(folder / name), known)
    return item


def test_headers_are_no_text(tmp_path: Path) -> None:
    item = _only(tmp_path, _mail())
    assert isinstance(item, Document)
    assert (item.text, item.title, item.publisher) == (BODY, "Rebels shell Kadi", "Lakeside Courier")
    assert item.published == "2024-03-05T09:30:00+01:00"


def test_what_the_caller_knows_goes_before_what_the_headers_say(tmp_path: Path) -> None:
    item = _only(tmp_path, _mail(Date="last week"), publisher="Harbour Wire", published="2024-03-04")
    assert isinstance(item, Document)
    assert (item.publisher, item.published) == ("Harbour Wire", "2024-03-04")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(_mail().replace(b"\n", b"\r\n"), BODY, id="lines as servers end them"),
        pytest.param(b"From desk@lakeside.example Tue Mar  5 09:30:00 2024\n" + _mail(), BODY, id="out of a mailbox"),
        pytest.param(_mail(PARTS, Content_Type="multipart/alternative; boundary=x"), "The café burnt.",
                     id="of the same in text and HTML the text"),
        pytest.param(_mail(base64.encodebytes(BODY.encode()).decode(), Content_Transfer_Encoding="base64"), BODY,
                     id="packed"),
    ],
)  # fmt: skip
def test_what_is_the_text(tmp_path: Path, data: bytes, text: str) -> None:
    item = _only(tmp_path, data)
    assert isinstance(item, Document)
    assert item.text.strip() == text.strip()


WRAPPED = (
    "Rebels shelled the town of Kadi on Monday near the border with Niger and\n"
    "Chad, killing at least eighteen people, the army said in a statement.\n"
    "\n"
    "The governor of\n"
    "Kadi said nothing.\n"
)


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        pytest.param(WRAPPED, [
            WRAPPED.splitlines()[0] + " " + WRAPPED.splitlines()[1], "", "The governor of", "Kadi said nothing.",
        ], id="cut at a width: the next word had no room; a line that has room ends there"),
        pytest.param("Rebels shelled \nKadi.\n-- \nThe desk\n", ["Rebels shelled Kadi.", "-- ", "The desk"],
                     id="flowed: a blank at the end"),
        pytest.param("x" * 70 + "\n> Rebels shelled Kadi.\n", ["x" * 70, "> Rebels shelled Kadi."], id="quoted"),
        pytest.param("word " * 60 + "end.\nKadi.\n", ["word " * 60 + "end.", "Kadi."], id="paragraphs in one line"),
    ],
)  # fmt: skip
def test_lines_that_a_program_has_cut_are_put_together(tmp_path: Path, body: str, lines: list[str]) -> None:
    item = _only(tmp_path, _mail(body))
    assert isinstance(item, Document)
    assert item.text.splitlines() == lines


@pytest.mark.parametrize(
    ("header", "publisher"),
    [
        ("desk@lakeside.example", "lakeside.example"),  # no name: where the address is at home
        ('"desk@lakeside.example" <desk@lakeside.example>', "lakeside.example"),
        ("=?utf-8?q?El_Pa=C3=ADs?= <a@elpais.example>", "El País"),
        ("undisclosed", None),
        (None, None),
    ],
)
def test_who_sent_it(tmp_path: Path, header: str | None, publisher: str | None) -> None:
    item = _only(tmp_path, _mail(From=header))
    assert isinstance(item, Document)
    assert item.publisher == publisher


def test_a_mail_that_is_only_html_is_read_as_a_page(tmp_path: Path) -> None:
    item = _only(tmp_path, _mail(PAGE, Content_Type="text/html; charset=utf-8"))
    assert isinstance(item, Document)
    assert "in a café on Wednesday" in item.text
    assert (item.title, item.publisher) == ("Rebels shell Kadi", "Lakeside Courier")


@pytest.mark.parametrize(
    ("data", "name", "is_mail"),
    [
        pytest.param(_mail(), "saved.txt", True, id="told by its headers, whatever its name"),
        pytest.param(b"From: our correspondent\nDate: Monday\n\nRebels shelled Kadi.", "report.txt", False,
                     id="a report may begin so"),
        pytest.param(BODY.encode() + b"\n" + _mail(), "report.txt", False, id="headers in the midst of a text"),
    ],
)  # fmt: skip
def test_what_is_a_mail(tmp_path: Path, data: bytes, name: str, *, is_mail: bool) -> None:
    item = _only(tmp_path, data, name)
    assert isinstance(item, Document)
    assert ("From:" not in item.text) == is_mail


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(b"", "it is empty", id="nothing"),
        pytest.param(BODY.encode(), "it is no mail: it begins with no header. Save the mail anew", id="no header"),
        pytest.param(_mail().replace(b"Subject:", b"Subject"), "behind To stands a line that is none",
                     id="a broken one"),
        pytest.param(_mail(Date="yesterday"), "\"published\" is 'yesterday', which is no ISO date", id="no day"),
        pytest.param(_mail(PARTS, Content_Type="multipart/mixed; boundary=y"), "its parts are not to be told",
                     id="parts without their mark"),
        pytest.param(_mail(Content_Type="application/pdf"), "the mail holds no text. Save what is attached",
                     id="a PDF"),
        pytest.param(_mail("\n"), "the mail holds no text", id="an empty one"),
        pytest.param(_mail(Content_Type="text/plain; charset=klingon"), "its headers are broken (unknown encoding",
                     id="an encoding that is none"),
        pytest.param(b"\xd0\xcf\x11\xe0", "it is an old office document", id="a program's own form"),
    ],
)  # fmt: skip
def test_what_is_no_mail_says_so(tmp_path: Path, data: bytes, words: str) -> None:
    item = _only(tmp_path, data)
    assert isinstance(item, InputError)
    assert words in str(item)
    assert str(item).startswith(f"Cannot read {tmp_path / 'report.eml'}: ")


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_whatever_is_in_its_headers_no_mail_breaks_the_run(tmp_path_factory: pytest.TempPathFactory,
                                                           data: st.DataObject) -> None:  # fmt: skip
    name = data.draw(st.sampled_from(["From", "Date", "Subject", "Content_Type", "Content_Transfer_Encoding"]))
    value = data.draw(st.text(st.sampled_from('<>@"();:,=?\\ \n\tutf8qé[].-/'), max_size=30))
    item = _only(tmp_path_factory.getbasetemp(), _mail(**{name: value}))
    assert isinstance(item, Document | InputError)


@pytest.mark.parametrize(
    "named", ["", "Content-Type: text/plain; charset=us-ascii\n", "Content-Type: text/plain; charset=utf-8\n"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_mail_that_does_not_name_its_encoding_keeps_its_quotes(tmp_path: Path, named: str, encoding: str) -> None:
    """Without them nobody can see who says what."""
    words = "“We don’t know,” Müller said."
    path = tmp_path / "a.eml"
    path.write_bytes(f"From: Ana <ana@paper.example>\nSubject: Raid\n{named}\n{words}\n".encode(encoding))
    (item,) = load(str(path))
    assert isinstance(item, Document)
    assert item.text.strip() == words
