"""An archive from shards to Parquet: each shard done once, whatever happens on the way.

A run that finds a shard's checkpoint for the same bytes, made by the same versions, passes the shard over; all else is
done anew. So an interrupted run, begun again, ends with the same bytes as one that was left alone.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import msgspec
import pyarrow as pa

from onrecord.errors import InputError
from onrecord.reading.reading import MadeBy
from onrecord.scale.output import ShardWriter, is_done, writing
from onrecord.scale.shards import Shard, hash_shard, read_shard
from onrecord.scale.tables import EVENTS, list_events
from onrecord.scale.work import FIELDS, READINGS, work

_Item = TypeVar("_Item")
Engine = Callable[[Iterator[pa.Table]], Iterable[list[pa.Table]]]


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """How far a run is.

    Attributes:
        shard: the one whose reports came in last.
        reports: taken so far by this run; `failed` of them could not be read.
        passed: shards that an earlier run had finished.
        share: of the archive's bytes, what lies behind the run.
    """

    shard: str
    reports: int
    failed: int
    passed: int
    share: float


def read_and_list(table: pa.Table) -> list[pa.Table]:
    """Readings and their events: what a process does to one table of reports."""
    readings = work(table)
    return [readings, list_events(readings)]


def set_aside(table: pa.Table, reason: str) -> list[pa.Table]:
    """What stands in for reports that no process survives: their rows, with the reason."""
    rows = [
        {
            **{name: row[name] for name in ("at", "id", *FIELDS)},
            "error": f"Cannot read {row['at']}: {reason}. Read it alone with `onrecord read` to see why.",
        }
        for row in table.to_pylist()
    ]
    return [pa.Table.from_pylist(rows, schema=READINGS), EVENTS.empty_table()]


def join(one: list[pa.Table], other: list[pa.Table]) -> list[pa.Table]:
    """The tables of a batch from those of its halves."""
    return [pa.concat_tables(pair) for pair in zip(one, other, strict=True)]


def run_shards(
    shards: list[Shard], out: Path, engine: Engine, made_by: MadeBy, tell: Callable[[Progress], None]
) -> Progress:
    """Read every shard that is not done yet and write its tables below `out`; what this run did in the end.

    The reports of all shards are one stream, so that no process waits at the end of a shard.

    Args:
        shards: what there is to read, each name once.
        out: a folder; made where it is missing (its layout stands in `output`).
        engine: tables of reports in, tables of readings and events out, one for one and in order.
        made_by: the versions that read; a shard read by others is read again.
        tell: called after each table of reports.

    Raises:
        ProjectError: the folder cannot be written, or another run works in it; what is finished stays.
    """
    with writing(out):
        return _Run(shards, out, made_by, tell).go(engine)


class _Run:
    """One run. `_way` holds, for each table inside the engine, its shard, how far it reads, whether it is the last."""

    def __init__(self, shards: list[Shard], out: Path, made_by: MadeBy, tell: Callable[[Progress], None]) -> None:
        self._shards, self._out, self._made_by, self._tell = shards, out, made_by, tell
        self._way: deque[tuple[ShardWriter, int, bool]] = deque()
        self._reports = self._failed = self._passed = self._bytes = 0

    def go(self, engine: Engine) -> Progress:
        for readings, events in engine(self._tables()):
            writer, place, last = self._way.popleft()
            self._reports += readings.num_rows
            self._failed += writer.add(readings, events)
            if last:
                writer.finish()
                self._bytes += writer.shard.size
                place = 0
            self._tell(self._progress(writer.shard, place))
        return self._progress(self._shards[-1], 0)

    def _tables(self) -> Iterator[pa.Table]:
        for shard in self._shards:
            digest = _digest(shard)
            if is_done(self._out, shard, digest, self._made_by):
                self._passed += 1
                self._bytes += shard.size
                continue
            writer = ShardWriter(self._out, shard, digest, self._made_by)
            for (table, place), last in _marking_the_last(read_shard(shard)):
                self._way.append((writer, place, last))
                yield table

    def _progress(self, shard: Shard, place: int) -> Progress:
        whole = sum(shard.size for shard in self._shards) or 1
        return Progress(
            shard=shard.name,
            reports=self._reports,
            failed=self._failed,
            passed=self._passed,
            share=(self._bytes + place) / whole,
        )


def _digest(shard: Shard) -> str:
    """The hash of the shard's bytes; of one that cannot be read none, and reading it will say why."""
    try:
        return hash_shard(shard)
    except InputError:
        return ""


def _marking_the_last(items: Iterator[_Item]) -> Iterator[tuple[_Item, bool]]:
    held = next(items)
    for item in items:
        yield held, False
        held = item
    yield held, True
