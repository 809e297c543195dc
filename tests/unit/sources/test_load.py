"""What each format gives, and what is said of input that cannot be read."""

from __future__ import annotations

import gzip
import json
import time
from pathlib import Path

import pytest

from onrecord.errors import InputError
from onrecord.reading.document import Document
from onrecord.sources import load

ARTICLE = (
    "<html><head><title>Talks resume in Goma</title><meta property='og:site_name' content='Lakeside Courier'>"
    "<meta property='article:published_time' content='2024-05-16'></head><body><nav>Home</nav><article><h1>Talks resume"
    " in Goma</h1>" + "<p>The governor met the leaders of eleven armed groups on Wednesday and said the talks would go"
    " on until both sides had signed a paper.</p>" * 5 + "</article><footer>Imprint</footer></body></html>"
)


def _only(path: Path, **known: str) -> Document | InputError:
    (item,) = load(str(path), known)
    return item


def test_text_keeps_every_character(tmp_path: Path) -> None:
    """NBSP, doubled blanks and curly quotes keep their positions."""
    text = "“We\u00a0will  go,” he said.\r\n\r\nNobody went.\n"
    path = tmp_path / "report.txt"
    path.write_bytes(text.encode())
    item = _only(path, publisher="Lakeside Courier", published="2024-05-16")
    assert isinstance(item, Document)
    assert item.text == text
    assert (item.publisher, item.published) == ("Lakeside Courier", "2024-05-16")


def test_html_gives_the_article_with_what_the_page_states(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(ARTICLE)
    item = _only(path)
    assert isinstance(item, Document)
    assert "eleven armed groups" in item.text
    assert "Imprint" not in item.text
    assert (item.title, item.publisher, item.published) == ("Talks resume in Goma", "Lakeside Courier", "2024-05-16")


def test_html_is_known_without_its_suffix(tmp_path: Path) -> None:
    path = tmp_path / "page"
    path.write_text("<!-- saved -->\n<!DOCTYPE html>" + ARTICLE)
    item = _only(path)
    assert isinstance(item, Document)
    assert "<p>" not in item.text


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.txt", b"", "it is empty"),
        ("blank.txt", b" \n\t\n", "it is empty"),
        ("blank.csv", b"\n", "it is empty"),
        ("marked.csv", b"\xef\xbb\xbf", "it is empty"),  # a byte order mark alone
        ("marked.tsv", b"\xef\xbb\xbf\r\n", "it is empty"),
        ("paper.pdf", b"%PDF-1.7\n\x00\x01", "it is a PDF"),
        ("paper.txt", b"%PDF-1.7\n\x00\x01", "it is a PDF"),  # by content, not by name
        ("report.docx", b"PK\x03\x04\x14\x00", "ZIP archive or an office document"),
        ("packed.gz", b"\x1f\x8b\x08\x00", "packed with gzip"),
        ("mac.txt", "The café isn’t open".encode("mac_roman"), "byte 7 is no UTF-8"),
        ("mac.txt", "The café isn’t open".encode("mac_roman"), "iconv -f ENCODING -t utf-8"),
        ("dos.txt", "The café was hit".encode("cp850"), "byte 7 is no UTF-8"),
        ("latin2.txt", "Lech Wałęsa spoke".encode("iso8859-2"), "is no UTF-8"),
        ("cyrillic.txt", "Mr Путин spoke in the town".encode("cp1251"), "is no UTF-8"),
        ("damaged.txt", "It isn’t so".encode() + b"\xff", "is no UTF-8"),  # it was UTF-8
        ("chopped.txt", b"\xe2", "byte 0 is no UTF-8"),
        ("undefined.txt", b"Troops \x8f left", "is no UTF-8"),
        ("half.txt", b"\xff\xfea\x00b", "byte 4 is no UTF-16"),
        ("binary.txt", b"abc\x00def", "binary"),
        ("binary.txt", bytes(range(256)), "it is binary, not text"),  # and no matter of encodings
        ("empty.html", b"", "it is empty"),
        ("void.html", b"<html><body></body></html>", "holds no article"),
    ],
)
def test_bad_files_are_named_with_cause_and_cure(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    item = _only(path)
    assert isinstance(item, InputError)
    assert words in str(item)
    assert str(item).startswith(f"Cannot read {path}")
    assert item.do


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
def test_a_byte_order_mark_says_how_a_text_is_written(tmp_path: Path, encoding: str) -> None:
    """As Windows saves "Unicode"."""
    path = tmp_path / "report.txt"
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    path.write_bytes(mark + "Rebels shelled “Kadi”.".encode(encoding))
    item = _only(path)
    assert isinstance(item, Document)
    assert item.text == "Rebels shelled “Kadi”."


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "it is empty"), (b"\n \n", "it is empty"), (b"%PDF-1.7\n\x00\n\x01\n", "it is a PDF")],
)
def test_a_batch_file_that_is_none_gives_one_error(tmp_path: Path, content: bytes, words: str) -> None:
    """One line for the file, not one for each of its bytes' lines, and never silence."""
    path = tmp_path / "reports.jsonl"
    path.write_bytes(content)
    item = _only(path)
    assert isinstance(item, InputError)
    assert words in str(item)


def test_missing_file_is_named(tmp_path: Path) -> None:
    item = _only(tmp_path / "nothing.txt")
    assert isinstance(item, InputError)
    assert "nothing.txt" in str(item)


def test_deep_html_is_refused_quickly(tmp_path: Path) -> None:
    """Nesting that no page has would exhaust a parser's stack."""
    path = tmp_path / "deep.html"
    path.write_text("<html><body>" + "<div>" * 100_000 + "text" + "</div>" * 100_000 + "</body></html>")
    started = time.monotonic()
    item = _only(path)
    assert isinstance(item, InputError)
    assert "nested" in str(item)
    assert time.monotonic() - started < 10


def test_half_a_line_does_not_stop_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    good = [json.dumps({"id": f"r{n}", "text": "The army said nothing."}) for n in range(3)]
    path.write_text("\n".join([good[0], good[1][:20], "", good[2]]) + "\n")
    first, broken, last = load(str(path))
    assert isinstance(first, Document)
    assert isinstance(broken, InputError)
    assert f"{path}:2" in str(broken)
    assert isinstance(last, Document)
    assert last.id == "r2"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("[1, 2]", "no JSON object"),
        ('{"id": "a"}', 'no "text"'),
        ('{"text": 7}', 'no "text"'),
        ('{"text": "  "}', "its text is empty"),
        ('{"text": "x", "published": "last Tuesday"}', "no ISO date"),
        ('{"text": "x", "published": "2024-02-31"}', "no ISO date"),
        ('{"text": "x", "title": ["a"]}', '"title" is no string'),
    ],
)
def test_wrong_fields_are_named_with_their_line(tmp_path: Path, line: str, words: str) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_text('{"text": "Fine."}\n' + line + '\n{"text": "Fine too."}\n')
    first, wrong, last = load(str(path))
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert isinstance(wrong, InputError)
    assert words in str(wrong)
    assert f"{path}:2" in str(wrong)


def test_an_endless_line_is_skipped_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    with path.open("wb") as file:
        file.write(b'{"text": "' + b"x" * 50_000_000 + b'"}\n')
        file.write(b'{"text": "The army said nothing."}\n')
    long, last = load(str(path))
    assert isinstance(long, InputError)
    assert "longer than" in str(long)
    assert isinstance(last, Document)


def test_lines_without_id_are_named_by_their_place(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_text('{"text": "Fine."}\n')
    item = _only(path)
    assert isinstance(item, Document)
    assert item.id == f"{path}:1"


REPORT = b'{"text": "The army said nothing."}'


@pytest.mark.parametrize(
    ("name", "content", "reports", "errors"),
    [
        ("list.json", b"[" + REPORT + b",\n " + REPORT + b"]", 2, []),  # as most programs write JSON
        ("list.txt", b" [ " + REPORT + b"]", 1, []),  # told by its bytes: a list is no report's words
        ("one.json", b'{\n "text":\n "The army said nothing."\n}\n', 1, []),
        ("lines.json", REPORT + b"\n" + REPORT + b"\n", 2, []),
        (
            "mixed.json",
            b"[" + REPORT + b', 7, {"text": ""}]',
            1,
            [":[2]: it is no JSON object", ":[3]: its text is empty"],
        ),
        ("cut.json", b"[" + REPORT + b',{"text": "The', 0, [": it is no JSON ("]),
        ("marked.jsonl", b"\xef\xbb\xbf" + REPORT + b"\n" + REPORT, 2, []),  # a byte order mark costs no line
        ("marked.json", b"\xef\xbb\xbf[" + REPORT + b"]", 1, []),
        ("packed.jsonl.gz", gzip.compress(REPORT + b"\n" + REPORT, mtime=0), 2, []),
        ("packed.json.gz", gzip.compress(b"[" + REPORT + b"]", mtime=0), 1, []),
        ("packed.txt.gz", gzip.compress(b"The army said nothing.", mtime=0), 1, []),
        ("packed.csv.gz", gzip.compress(b"text\nThe army said nothing.\n", mtime=0), 1, []),
        (
            "half.jsonl.gz",
            gzip.compress(REPORT, mtime=0)[:-9],
            0,
            [": it is no whole gzip file (Compressed file ended"],
        ),
        ("none.jsonl.gz", REPORT, 0, [": it is no whole gzip file (Not a gzipped file"]),
    ],
)
def test_json_is_read_as_a_list_or_line_by_line_packed_or_not(
    tmp_path: Path, name: str, content: bytes, reports: int, errors: list[str]
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    found = list(load(str(path)))
    assert [item.text for item in found if isinstance(item, Document)] == ["The army said nothing."] * reports
    for item, words in zip((item for item in found if isinstance(item, InputError)), errors, strict=True):
        assert f"Cannot read {path}{words}" in str(item)


def test_fields_of_json_go_by_the_names_that_tables_give_them(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_text(
        '{"headline": "No word", "content": "The army said nothing.", "outlet": "Daily", "date": "2024-05-16"}'
    )
    item = _only(path)
    assert isinstance(item, Document)
    assert (item.title, item.publisher, item.published) == ("No word", "Daily", "2024-05-16")


def test_a_row_that_is_cut_short_is_said_to_lack_its_text_not_its_column(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("title,text\nNo word\n")
    item = _only(path)
    assert isinstance(item, InputError)
    assert f"Cannot read {path}:2: its text is empty" in str(item)


def test_a_folder_is_not_read_as_one_report(tmp_path: Path) -> None:
    item = _only(tmp_path)
    assert isinstance(item, InputError)
    assert "it is a folder" in str(item)
    assert "onrecord ingest" in str(item)


_QUOTED = "“We don’t know,” Müller said in Zürich – the café was hit."


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.txt", "{}"), ("a.jsonl", '{{"text": "{}"}}'), ("a.json", '[{{"text": "{}"}}]'), ("a.csv", "text\n{}\n")],
)
def test_windows_1252_is_read_as_excel_writes_it(tmp_path: Path, name: str, form: str) -> None:
    """Nobody who saves a table there is asked for an encoding."""
    path = tmp_path / name
    words = _QUOTED if name != "a.csv" else f'"{_QUOTED}"'
    path.write_bytes(form.format(words).encode("cp1252"))
    item = _only(path)
    assert isinstance(item, Document)
    assert item.text == _QUOTED


def test_a_row_in_another_encoding_does_not_cost_the_others(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("text;publisher\nIt’s so;Échos\n".encode() + "It’s so too;El País\n".encode("cp1252"))
    items = list(load(str(path)))
    assert [(item.text, item.publisher) for item in items if isinstance(item, Document)] == [
        ("It’s so", "Échos"),
        ("It’s so too", "El País"),
    ]


def test_a_text_that_is_only_markup_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "<p> </p>"}\n')
    item = _only(path)
    assert isinstance(item, InputError)
    assert "its text is empty" in str(item)
