"""Shards of an archive: which there are, and each one's reports as small Arrow tables.

A shard is a file of JSON Lines, Parquet or WARC, plain or packed with gzip, on this machine or behind any address that
fsspec knows (`s3://…`, `gs://…`, with the package that serves it installed).
"""

from __future__ import annotations

import gzip
import hashlib
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import IO, Any, cast

import fsspec
import msgspec
import pyarrow as pa

from onrecord.errors import InputError
from onrecord.reading.document import Document
from onrecord.scale.work import FIELDS, REPORTS

BATCH_REPORTS = 64
BATCH_CHARS = 400_000
_CHUNK = 1 << 20
_SUFFIXES = (".jsonl", ".ndjson", ".parquet", ".warc")


class Shard(msgspec.Struct, frozen=True, kw_only=True):
    """One file of an archive.

    Attributes:
        url: its path or address.
        name: its name below what the user gave, with `/`; it names the shard in every output.
        size: its bytes, as stored.
    """

    url: str
    name: str
    size: int


def find_shards(source: str) -> list[Shard]:
    """The shards of a file, a folder (searched to the bottom) or a pattern with `*`, in the order of their names.

    Raises:
        InputError: nothing is there, or nothing of a format that can be read.
    """
    files, path = fsspec.core.url_to_fs(source)
    if "*" in path:
        found = [entry for entry in files.glob(path, detail=True).values() if entry["type"] == "file"]
    else:
        found = list(files.find(path, detail=True).values())
    if not found:
        raise InputError(f"read {source}", "nothing is there", "Give a file, a folder or a pattern")
    root = _root(path, [entry["name"] for entry in found])
    shards = [
        Shard(url=files.unstrip_protocol(entry["name"]), name=_below(entry["name"], root), size=entry["size"])
        for entry in found
        if _kind(entry["name"])
    ]
    if not shards:
        cause = f"none of its {len(found)} files ends in {', '.join(_SUFFIXES)} (or these with .gz)"
        raise InputError(f"read {source}", cause, "Give shards of JSON Lines, Parquet or WARC")
    return sorted(shards, key=lambda shard: shard.name)


def _root(path: str, names: list[str]) -> str:
    """The folder below which shards are named: the one that was asked for, or that of the one file."""
    if "*" in path or names == [path]:
        return path.split("*", 1)[0].rpartition("/")[0]
    return path


def _below(name: str, root: str) -> str:
    return name.removeprefix(root).lstrip("/")


def _kind(name: str) -> str:
    suffix = PurePosixPath(name.removesuffix(".gz")).suffix.lower()
    return suffix if suffix in _SUFFIXES else ""


def hash_shard(shard: Shard) -> str:
    """SHA-256 of the shard's bytes as stored: whether it is the one that an earlier run read.

    Raises:
        InputError: the shard cannot be read.
    """
    digest = hashlib.sha256()
    with _open(shard) as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


@contextmanager
def _open(shard: Shard) -> Iterator[IO[bytes]]:
    try:
        with fsspec.open(shard.url, "rb") as file:
            yield file
    except OSError as error:
        raise InputError(f"read {shard.name}", error.strerror or str(error), "Check that it is whole") from error


def read_shard(shard: Shard) -> Iterator[tuple[pa.Table, int]]:
    """The shard's reports in order, as tables of schema `REPORTS` of about `BATCH_REPORTS` rows; one table at least.

    With each table come the bytes of the shard, as stored, that have been read. Where the shard breaks off (cut short,
    corrupt), the last row says so in its `error`; what came before is kept.
    """
    batch: list[dict[str, Any]] = []
    chars = 0
    place = 0
    for row, place in _rows_until_it_breaks(shard):
        batch.append(row)
        chars += len(row.get("text") or row.get("page") or "")
        if len(batch) >= BATCH_REPORTS or chars >= BATCH_CHARS:
            yield pa.Table.from_pylist(batch, schema=REPORTS), place
            batch, chars = [], 0
    yield pa.Table.from_pylist(batch, schema=REPORTS), place


def _rows_until_it_breaks(shard: Shard) -> Iterator[tuple[dict[str, Any], int]]:
    place = 0
    try:
        with _open(shard) as stored:
            for row in _READERS[_kind(shard.name)](_unpacked(stored, shard), shard.name):
                place = max(place, stored.tell())  # Parquet is read here and there
                yield row, place
    except (InputError, EOFError, OSError, UnicodeDecodeError, zlib.error, pa.ArrowException) as error:
        message = str(error) if isinstance(error, InputError) else f"Cannot read {shard.name}: {error}. Get it whole."
        yield {"at": shard.name, "error": message}, place


def _unpacked(stored: IO[bytes], shard: Shard) -> IO[bytes]:
    packed = shard.name.endswith(".gz") and _kind(shard.name) != ".warc"  # a WARC is packed record by record
    return cast("IO[bytes]", gzip.GzipFile(fileobj=stored)) if packed else stored


def _jsonl_rows(file: IO[bytes], name: str) -> Iterator[dict[str, Any]]:
    from onrecord.sources.jsonl import load_jsonl  # noqa: PLC0415 - one format's reader for one format

    for number, item in enumerate(load_jsonl(cast("Any", file), name, {}), start=1):
        if isinstance(item, Document):
            yield {"at": f"{name}#{number}", "id": item.id, "text": item.text, **_known(item)}
        else:
            yield {"at": f"{name}#{number}", "error": str(item)}


def _known(document: Document) -> dict[str, str | None]:
    return {field: getattr(document, field) for field in FIELDS}


def _parquet_rows(file: IO[bytes], name: str) -> Iterator[dict[str, Any]]:
    import pyarrow.parquet as pq  # noqa: PLC0415 - as above

    stored = pq.ParquetFile(file)
    if "text" not in stored.schema_arrow.names:
        raise InputError(f"read {name}", 'it has no column "text"', 'Name the column with the reports "text"')
    columns = [column for column in ("id", "text", *FIELDS) if column in stored.schema_arrow.names]
    number = 0
    for batch in stored.iter_batches(batch_size=BATCH_REPORTS, columns=columns):
        for at in range(batch.num_rows):  # one by one: a cell that is no UTF-8 costs its row alone
            number += 1
            yield {"at": f"{name}#{number}", **_cells(batch.slice(at, 1))}


def _cells(row: pa.RecordBatch) -> dict[str, str | None]:
    try:
        (cells,) = row.to_pylist()
    except UnicodeDecodeError as error:
        return {"error": f"Cannot read its cells: {error}. Write the columns as UTF-8."}
    return {name: _spelled(value) for name, value in cells.items()}


def _spelled(value: Any) -> str | None:  # noqa: ANN401 - whatever a column may hold
    """A value as the contract wants it: dates and numbers as strings."""
    if value is None or isinstance(value, str):
        return value
    return str(value.isoformat() if hasattr(value, "isoformat") else value)


def _warc_rows(file: IO[bytes], name: str) -> Iterator[dict[str, Any]]:
    """The pages of a web archive as they are: cutting the article out of its page is the processes' work."""
    from onrecord.sources.warc import load_warc  # noqa: PLC0415 - as above

    for number, item in enumerate(load_warc(file, name, {}), start=1):
        if isinstance(item, InputError):
            yield {"at": f"{name}#{number}", "error": str(item)}
        else:
            yield {"at": item.where, "page": item.data, "html": item.html, **item.known}


_READERS = {".jsonl": _jsonl_rows, ".ndjson": _jsonl_rows, ".parquet": _parquet_rows, ".warc": _warc_rows}
