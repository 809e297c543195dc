"""Parquet: one flat table with typed columns, for pandas, DuckDB, R's arrow and archives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import BinaryIO, Final

from onrecord.export.cells import Cell, encodable
from onrecord.export.format import Format, Job
from onrecord.export.tables import TABLES

_BATCH: Final = 10_000


def write(job: Job, out: BinaryIO) -> None:
    """The table that was asked for, in row groups of 10,000."""
    import pyarrow as pa  # noqa: PLC0415 - an extra
    import pyarrow.parquet as pq  # noqa: PLC0415

    types = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    table = TABLES[job.options.table]
    schema = pa.schema([pa.field(name, types[kind]) for name, kind in table.columns])
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        for rows in _batches(table.cells(job)):
            columns = [list(map(_encodable, column)) for column in zip(*rows, strict=True)]
            arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
            writer.write_batch(pa.record_batch(arrays, schema=schema))


def _batches(rows: Iterator[Sequence[Cell]]) -> Iterator[list[Sequence[Cell]]]:
    while batch := list(islice(rows, _BATCH)):
        yield batch


def _encodable(cell: Cell) -> Cell:
    return encodable(cell) if isinstance(cell, str) else cell


FORMAT = Format(
    name="parquet",
    suffix=".parquet",
    title="a flat table with typed columns (--table)",
    status="field",
    loses=("figures", "positions", "commitments", "labels"),
    needs=("pyarrow",),
    binary=True,
    tabular=True,
    write=write,
)
