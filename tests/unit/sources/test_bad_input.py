"""Broken, hostile and absurd files: an error that says why, soon, and nothing else. `bench/fuzz.py` tries many more."""

from __future__ import annotations

import gzip
import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[3] / "bench"))
from fuzz import Input, bytes_of, examine, within
from mutate import FORMATS
from onrecord.errors import InputError
from onrecord.reading.document import Document
from onrecord.scale.shards import find_shards, read_shard
from onrecord.sources import load

HTML = b"<!DOCTYPE html><html><body><article>"
PAGE = HTML + b"<p>The army attacked the town on Sunday, officials said, and then left it.</p>" * 8
RECORD = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/\r\n"


@settings(max_examples=250, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(FORMATS)), st.integers(0, 1_000_000))
def test_a_changed_file_gives_documents_or_errors(kind: str, number: int) -> None:
    assert examine(Input(kind, 2, number)) in {"read", "refused"}


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from([".txt", ".html", ".jsonl", ".csv", ".tsv", ".rss", ".warc", ".wacz"]), st.binary(max_size=400))
def test_any_bytes_give_documents_or_errors(tmp_path: Path, suffix: str, data: bytes) -> None:
    path = tmp_path / f"any{suffix}"
    path.write_bytes(data)
    assert all(isinstance(item, Document | InputError) for item in load(str(path)))


def test_one_seed_is_one_input() -> None:
    """A fault can be looked at again by its number."""
    assert bytes_of(Input("reading", 1, 7)) == bytes_of(Input("reading", 1, 7)) != bytes_of(Input("reading", 1, 8))
    assert bytes_of(Input(".wacz", 1, 7)) == bytes_of(Input(".wacz", 1, 7)) != bytes_of(Input(".wacz", 2, 7))


def _record(page: bytes) -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    head = b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n" % len(answer)
    return RECORD + head + answer + b"\r\n\r\n"


def _wacz(pages: bytes, warc: bytes = b"") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("archive/data.warc", warc)
        archive.writestr("pages/pages.jsonl", pages)
    return out.getvalue()


def _encrypted(data: bytes) -> bytes:
    """The archive with the bit set that says: a password is needed."""
    at = data.index(b"PK\x01\x02") + 8
    local = data.index(b"PK\x03\x04") + 6
    data = data[:at] + bytes([data[at] | 1]) + data[at + 1 :]
    return data[:local] + bytes([data[local] | 1]) + data[local + 1 :]


# Each was a crash, a hang or a loss once: the file, and what is said of it.
ERRORS: list[tuple[str, str, Callable[[], bytes], str]] = [
    ("comments before nothing", ".html", lambda: b"<!---->" * 280 + b"x", "no article"),
    ("comments before nothing", ".txt", lambda: b"<!---->" * 700 + b"\x00", "binary"),
    ("a tag's name without end", ".html", lambda: HTML + b"<" + b"a" * 3_000_000, "no article"),
    (
        "200,000 attributes",
        ".html",
        lambda: HTML + b"<p " + b" ".join(b"a%d=1" % n for n in range(200_000)) + b">" + PAGE,
        "more than 1,000 attributes",
    ),
    (
        "attributes with > in them",
        ".html",
        lambda: HTML + b"<p " + b" ".join(b'a%d=">"' % n for n in range(200_000)) + b">" + PAGE,
        "more than 1,000 attributes",
    ),
    ("a million paragraphs", ".html", lambda: HTML + b"<p>" * 1_000_000, "more than 100,000 tags"),
    (
        "a character beyond Unicode",
        ".rss",
        lambda: b"<rss><channel><item><description>&amp;#x110000;&#x110000;</description></item></channel>",
        "no feed that can be read",
    ),
    ("half a byte order mark", ".tsv", lambda: b"\xef", "no column for the text"),
    ("a header without end", ".warc", lambda: b"0" * 30_000_000, "damaged"),
    ("headers without end", ".warc", lambda: RECORD + b"X: a\r\n" + b" b\r\n" * 2_000_000, "more than 200,000 bytes"),
    ("a list that is zeros", ".wacz", lambda: _wacz(b"0" * 100_000_000, b"0" * 100_000_000), "damaged"),
    ("a packed archive that is encrypted", ".wacz", lambda: _encrypted(_wacz(b"{}")), "damaged"),
    ("a page that unpacks to 60 MB", ".warc.gz", lambda: gzip.compress(_record(b"0" * 60_000_000)), "20,000,000 bytes"),
]


@pytest.mark.parametrize(("suffix", "make", "words"), [row[1:] for row in ERRORS], ids=[row[0] for row in ERRORS])
def test_an_absurd_file_is_refused_soon(tmp_path: Path, suffix: str, make: Callable[[], bytes], words: str) -> None:
    """Soon: well within processor time that is many times what it takes now."""
    path = tmp_path / f"file{suffix}"
    path.write_bytes(make())
    with within(20):
        (item,) = load(str(path))
    assert isinstance(item, InputError)
    assert words in str(item)


@pytest.mark.parametrize(
    ("why", "data"),
    [
        ("a script may hold what looks like tags", b"<script>" + b"a<b c " * 5_000 + b"</script>"),
        ("a comment too", b"<!-- " + b"<p a b c " * 5_000 + b"-->"),
        ("a picture may stand in its attribute", b'<img src="data:' + b"A B " * 50_000 + b'">'),
    ],
)
def test_what_only_looks_absurd_is_read(tmp_path: Path, why: str, data: bytes) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(b"<!DOCTYPE html><html><body>" + data + PAGE.removeprefix(b"<!DOCTYPE html><html><body>"))
    (item,) = load(str(path))
    assert isinstance(item, Document), f"{why}: {item}"


def test_a_broken_line_in_the_list_of_a_wacz_costs_itself_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.wacz"
    path.write_bytes(_wacz(b'\xff\n{"url": "https://x.example/"}\n', _record(PAGE)))
    (item,) = load(str(path))
    assert isinstance(item, Document)


def _rows(path: Path) -> list[tuple[str | None, str | None]]:
    (shard,) = find_shards(str(path))
    tables = [table for table, _ in read_shard(shard)]
    return [(row["text"], row["error"]) for table in tables for row in table.to_pylist()]


def test_a_cell_of_parquet_that_is_no_unicode_costs_its_row_alone(tmp_path: Path) -> None:
    column = pa.array([b"one", b"\xff", b"three"]).cast(pa.string(), safe=False)
    pq.write_table(pa.table({"text": column}), tmp_path / "s.parquet")
    first, broken, last = _rows(tmp_path / "s.parquet")
    assert (first[0], last[0]) == ("one", "three")
    assert broken[1] is not None
    assert "Cannot read its cells" in broken[1]


def test_a_parquet_file_whose_names_are_no_unicode_is_one_error(tmp_path: Path) -> None:
    pq.write_table(pa.table({"text": ["Talks began."]}), tmp_path / "s.parquet")
    data = (tmp_path / "s.parquet").read_bytes()
    (tmp_path / "s.parquet").write_bytes(data.replace(b"text", b"\xf3ext"))
    ((text, error),) = _rows(tmp_path / "s.parquet")
    assert text is None
    assert error is not None
    assert error.startswith("Cannot read s.parquet")


def test_a_damaged_gzip_keeps_what_came_before(tmp_path: Path) -> None:
    lines = b"".join(b'{"text": "Talks %d began."}\n' % n for n in range(5_000))
    packed = bytearray(gzip.compress(lines, mtime=0))
    packed[len(packed) // 2 : len(packed) // 2 + 40] = b"\xff" * 40
    (tmp_path / "s.jsonl.gz").write_bytes(bytes(packed))
    *good, last = _rows(tmp_path / "s.jsonl.gz")
    assert good[0] == ("Talks 0 began.", None)
    assert last[1] is not None
    assert "s.jsonl.gz" in last[1]
