"""Shards of every format to tables of reports; what is broken says so in its place."""

from __future__ import annotations

import gzip
import io
import json
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from onrecord.errors import InputError
from onrecord.scale import shards
from onrecord.scale.shards import find_shards, hash_shard, read_shard

LINES = [
    json.dumps({"id": "a", "text": "Police arrested two men.", "published": "2024-05-01"}),
    '{"id": "half", "te',
    json.dumps({"text": "Talks began."}),
]


def _rows(path: Path) -> list[dict[str, object]]:
    (shard,) = find_shards(str(path))
    return [row for table, _ in read_shard(shard) for row in table.to_pylist()]


def test_a_bad_line_stands_in_its_place_as_an_error(tmp_path: Path) -> None:
    """Rows, and so readings, keep the order of the lines."""
    (tmp_path / "s.jsonl").write_text("\n".join(LINES))
    first, broken, last = _rows(tmp_path / "s.jsonl")
    assert (first["id"], first["text"], first["published"]) == ("a", "Police arrested two men.", "2024-05-01")
    assert str(broken["error"]).startswith("Cannot read s.jsonl:2: the line is no JSON")
    assert (last["id"], last["error"]) == ("s.jsonl:3", None), "a line without an id is named by its place"


def test_a_packed_shard_gives_what_the_plain_one_gives(tmp_path: Path) -> None:
    (tmp_path / "s.jsonl").write_text("\n".join(LINES))
    (tmp_path / "p" / "x").mkdir(parents=True)
    (tmp_path / "p" / "x" / "s.jsonl.gz").write_bytes(gzip.compress("\n".join(LINES).encode()))
    plain, packed = _rows(tmp_path / "s.jsonl"), _rows(tmp_path / "p")
    assert [row["text"] for row in plain] == [row["text"] for row in packed]


def test_a_shard_that_breaks_off_keeps_what_came_before(tmp_path: Path) -> None:
    """A download that was cut short."""
    whole = gzip.compress(b"".join(json.dumps({"text": f"Talks {n} began."}).encode() + b"\n" for n in range(5_000)))
    (tmp_path / "s.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    *good, last = _rows(tmp_path / "s.jsonl.gz")
    assert len(good) > 100
    assert all(row["error"] is None for row in good)
    assert str(last["error"]).startswith("Cannot read s.jsonl.gz: ")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        pytest.param("s.jsonl", b"", "it is empty", id="an empty file"),
        pytest.param("s.parquet", b"PAR1 but no more", "Cannot read s.parquet: ", id="no Parquet in spite of its name"),
        pytest.param("s.jsonl", b"%PDF-1.7\n", "it is a PDF", id="something else under the name"),
        pytest.param("s.jsonl.gz", b"not packed", "Cannot read s.jsonl.gz: ", id="not packed in spite of its name"),
    ],
)
def test_a_shard_that_cannot_be_read_is_one_row_that_says_so(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(data)
    (row,) = _rows(tmp_path / name)
    assert reason in str(row["error"])


def test_parquet_columns_are_taken_by_name_and_dates_spelled(tmp_path: Path) -> None:
    table = pa.table({"text": ["Talks began."], "published": [date(2024, 5, 1)], "id": [7], "extra": [0.5]})
    pq.write_table(table, tmp_path / "s.parquet")
    (row,) = _rows(tmp_path / "s.parquet")
    assert (row["id"], row["text"], row["published"]) == ("7", "Talks began.", "2024-05-01")


def test_parquet_without_a_text_column_says_which_column_is_missing(tmp_path: Path) -> None:
    pq.write_table(pa.table({"body": ["Talks began."]}), tmp_path / "s.parquet")
    (row,) = _rows(tmp_path / "s.parquet")
    assert 'it has no column "text"' in str(row["error"])


def test_a_web_archive_gives_its_pages_uncut(tmp_path: Path) -> None:
    """Requests, images and errors of servers are no reports."""
    page = b"<html><body><p>Talks began.</p></body></html>"
    with (tmp_path / "s.warc.gz").open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for status, kind, body in (
            ("200 OK", "text/html", page),
            ("200 OK", "image/png", b"x"),
            ("404 No", "text/html", page),
        ):
            headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
            record = writer.create_warc_record(
                "https://news.example/a", "response", io.BytesIO(body), http_headers=headers
            )
            writer.write_record(record)
    (row,) = _rows(tmp_path / "s.warc.gz")
    assert (row["page"], row["html"], row["url"], row["text"]) == (page, True, "https://news.example/a", None)


def test_long_reports_make_small_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory is bounded by characters as well as by reports."""
    monkeypatch.setattr(shards, "BATCH_CHARS", 1_000)
    (tmp_path / "s.jsonl").write_text("\n".join(json.dumps({"text": "Talks. " * 100}) for _ in range(5)))
    (shard,) = find_shards(str(tmp_path))
    assert [table.num_rows for table, _ in read_shard(shard)] == [2, 2, 1]


def test_places_grow_to_the_size_of_the_shard(tmp_path: Path) -> None:
    """They are what the time left is told from."""
    (tmp_path / "s.jsonl").write_text("\n".join(json.dumps({"text": f"Talks {n} began."}) for n in range(300)))
    (shard,) = find_shards(str(tmp_path))
    places = [place for _, place in read_shard(shard)]
    assert places == sorted(places)
    assert places[-1] == shard.size


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        pytest.param("", ["a/s.jsonl", "b/s.jsonl.gz", "t.warc"], id="a folder, to the bottom"),
        pytest.param("a", ["s.jsonl"], id="a folder further down"),
        pytest.param("*/s.jsonl*", ["a/s.jsonl", "b/s.jsonl.gz"], id="a pattern"),
        pytest.param("t.warc", ["t.warc"], id="one file"),
    ],
)
def test_shards_are_found_by_name_in_order(tmp_path: Path, asked: str, names: list[str]) -> None:
    """Names are below what was asked for: two shards of one file name stay apart, wherever the archive lies."""
    for name in ("t.warc", "b/s.jsonl.gz", "a/s.jsonl", "a/notes.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert [shard.name for shard in find_shards(str(tmp_path / asked))] == names


@pytest.mark.parametrize("there", [(), ("notes.txt",)], ids=["nothing there", "nothing of a known format"])
def test_an_archive_without_shards_is_an_error(tmp_path: Path, there: tuple[str, ...]) -> None:
    for name in there:
        (tmp_path / name).write_text("x")
    with pytest.raises(InputError):
        find_shards(str(tmp_path))


def test_the_hash_is_of_the_bytes_as_stored(tmp_path: Path) -> None:
    (tmp_path / "s.jsonl").write_bytes(b"abc")
    (shard,) = find_shards(str(tmp_path))
    assert hash_shard(shard) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
