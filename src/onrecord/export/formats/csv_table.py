"""CSV: one flat table, for spreadsheets, R and pandas."""

from __future__ import annotations

from typing import BinaryIO

from onrecord.export.cells import write_csv
from onrecord.export.format import Format, Job
from onrecord.export.tables import TABLES


def write(job: Job, out: BinaryIO) -> None:
    """The table that was asked for; a value that a spreadsheet would take for a formula gets a ' in front."""
    table = TABLES[job.options.table]
    write_csv(out, [[name for name, _ in table.columns]], table.cells(job))


FORMAT = Format(
    name="csv",
    suffix=".csv",
    title="a flat table: events, numbers, positions, commitments, claims, labels or reports (--table)",
    status="field",
    loses=("figures", "positions", "commitments", "labels"),
    tabular=True,
    write=write,
)
