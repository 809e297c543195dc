"""What a run leaves behind, shard by shard, such that it is either whole or not there.

    OUT/readings/NAME.parquet     one row a report that was read (schema `READINGS`)
    OUT/events/NAME.parquet       one row an event (schema `EVENTS`)
    OUT/set_aside/NAME.jsonl      one line a report that was not read, with the reason
    OUT/checkpoints/NAME.json     written last: the shard is done

NAME is the shard's file name with eight hex digits over its whole name.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import msgspec
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from onrecord.errors import ProjectError
from onrecord.reading.reading import MadeBy
from onrecord.scale.shards import Shard
from onrecord.scale.tables import EVENTS
from onrecord.scale.work import READINGS

_ROWS = 1_024  # of a row group: what is held before it is written
_UNFINISHED = ".unfinished"


class Checkpoint(msgspec.Struct, frozen=True, kw_only=True):
    """That a shard is done: by its bytes, and by the versions that read it."""

    shard: str
    sha256: str
    made_by: MadeBy
    reports: int
    failed: int
    events: int


def name_of(shard: Shard) -> str:
    """The name of a shard's files: readable, and its own."""
    stem = shard.name.rsplit("/", 1)[-1].split(".", 1)[0]
    return f"{stem}-{hashlib.sha256(shard.name.encode()).hexdigest()[:8]}"


def is_done(out: Path, shard: Shard, sha256: str, made_by: MadeBy) -> bool:
    """Whether an earlier run finished the same bytes with the same versions."""
    try:
        checkpoint = msgspec.json.decode(_path(out, "checkpoints", shard).read_bytes(), type=Checkpoint)
    except (OSError, msgspec.DecodeError):
        return False
    return checkpoint.sha256 == sha256 and checkpoint.made_by == made_by


@contextmanager
def writing(out: Path) -> Iterator[None]:
    """Hold the folder `out` for one run; what cannot be written is an error that says so.

    Raises:
        ProjectError: another run works there, or the disk is full or read-only.
    """
    try:
        for folder in ("readings", "events", "set_aside", "checkpoints"):
            (out / folder).mkdir(parents=True, exist_ok=True)
        with (out / ".lock").open("w") as lock:
            _lock(lock.fileno(), out)
            yield
    except (OSError, pa.ArrowException) as error:
        cause = getattr(error, "strerror", None) or str(error)
        cure = "Make room or mend the folder's permissions, then run again: finished shards stay"
        raise ProjectError(f"write {out}", cause, cure) from error


def _lock(file: int, out: Path) -> None:
    with suppress(ImportError):
        import fcntl  # noqa: PLC0415 - Windows has none; there nobody is kept from starting two runs

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise ProjectError(
                f"write {out}", "another run works there", "Wait for it or name another folder"
            ) from error


class ShardWriter:
    """Writes the tables of one shard; nothing of them has its name before `finish`."""

    def __init__(self, out: Path, shard: Shard, sha256: str, made_by: MadeBy) -> None:
        self.shard = shard
        self._out, self._sha256, self._made_by = out, sha256, made_by
        self._readings = _Table(_path(out, "readings", shard), READINGS)
        self._events = _Table(_path(out, "events", shard), EVENTS)
        self._aside = _path(out, "set_aside", shard)
        self._failures: list[dict[str, Any]] = []

    def add(self, readings: pa.Table, events: pa.Table) -> int:
        """Take the next tables of the shard; how many of their reports were not read."""
        good = pc.is_null(readings.column("error"))
        failures = readings.filter(pc.invert(good)).select(["at", "id", "error"]).to_pylist()
        self._failures += failures
        self._readings.add(readings.filter(good))
        self._events.add(events)
        return len(failures)

    def finish(self) -> None:
        """Give everything its name, the checkpoint last."""
        self._readings.finish()
        self._events.finish()
        lines = b"".join(msgspec.json.encode(failure) + b"\n" for failure in self._failures)
        _write(self._aside, lines) if lines else self._aside.unlink(missing_ok=True)
        checkpoint = Checkpoint(
            shard=self.shard.name,
            sha256=self._sha256,
            made_by=self._made_by,
            reports=self._readings.rows + len(self._failures),
            failed=len(self._failures),
            events=self._events.rows,
        )
        _write(_path(self._out, "checkpoints", self.shard), msgspec.json.encode(checkpoint) + b"\n")


class _Table:
    """One Parquet file in row groups of the same size, however its rows arrive: same rows, same bytes."""

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        self.rows = 0
        self._path, self._schema = path, schema
        self._held = schema.empty_table()
        self._file: pq.ParquetWriter | None = None

    def add(self, table: pa.Table) -> None:
        self.rows += table.num_rows
        self._held = pa.concat_tables([self._held, table])
        while self._held.num_rows >= _ROWS:
            self._write(self._held.slice(0, _ROWS))
            self._held = self._held.slice(_ROWS)

    def finish(self) -> None:
        self._write(self._held)
        assert self._file is not None  # noqa: S101 - opened by the line before
        self._file.close()
        _settle(_unfinished(self._path), self._path)

    def _write(self, table: pa.Table) -> None:
        if self._file is None:
            self._file = pq.ParquetWriter(_unfinished(self._path), self._schema, compression="zstd")
        self._file.write_table(table.combine_chunks(), row_group_size=_ROWS)


def _path(out: Path, folder: str, shard: Shard) -> Path:
    suffix = {"checkpoints": "json", "set_aside": "jsonl"}.get(folder, "parquet")
    return out / folder / f"{name_of(shard)}.{suffix}"


def _unfinished(path: Path) -> Path:
    return path.with_name(path.name + _UNFINISHED)


def _write(path: Path, data: bytes) -> None:
    _unfinished(path).write_bytes(data)
    _settle(_unfinished(path), path)


def _settle(unfinished: Path, path: Path) -> None:
    """Rename a file once its bytes are on the disk: after a power cut it is the old one or the new one."""
    with unfinished.open("rb+") as file:
        os.fsync(file.fileno())
    unfinished.replace(path)
