"""The same reports by every way into onrecord: are the readings the same, byte for byte?

    python bench/same_readings.py [SRC] [--reports 200]

SRC is a folder of JSON Lines; left out, so many short reports are made of the examples' paragraphs, no two alike, in
four shards. Each way is a command of its own process: `read`, `ingest` with one worker and two, `run` with one and
two, and `run --ray` where Ray is installed. Prints a hash of all readings for each way; ends with 1 where two differ.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pyarrow.parquet as pq

from faults import write_reports

Way = Callable[[Path, Path], list[str]]


def main() -> int:
    """Read by every way, print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("source", nargs="?", type=Path)
    parser.add_argument("--reports", type=int, default=200)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source = args.source or make_archive(Path(folder) / "archive", args.reports)
        print("| way | reports | s | readings, SHA-256 |\n|---|---|---|---|")
        seen = set()
        for number, (name, way) in enumerate(ways().items()):
            started = time.monotonic()
            readings = way(source, Path(folder) / str(number))
            digest = hashlib.sha256("\n".join(readings).encode()).hexdigest()[:16]
            print(f"| {name} | {len(readings):,} | {time.monotonic() - started:.0f} | {digest} |", flush=True)
            seen.add(digest)
    return 0 if len(seen) == 1 else 1


def ways() -> dict[str, Way]:
    """Each way's name, and what gives an archive's readings by it, using a path of its own for what it writes."""
    found: dict[str, Way] = {
        "read": read,
        "ingest, 1 worker": partial(ingest, workers=1),
        "ingest, 2 workers": partial(ingest, workers=2),
        "run, 1 worker": partial(run, options=("--workers", "1")),
        "run, 2 workers": partial(run, options=("--workers", "2")),
    }
    if importlib.util.find_spec("ray"):
        found["run on Ray"] = partial(run, options=("--ray", "--workers", "2"))
    return found


def read(source: Path, _: Path) -> list[str]:
    """By `onrecord read`."""
    return _onrecord("read", "--jsonl", *map(str, sorted(source.glob("*.jsonl")))).decode().splitlines()


def ingest(source: Path, out: Path, workers: int) -> list[str]:
    """By `onrecord ingest`: as they lie in the project file."""
    path = out.with_suffix(".db")
    _onrecord("ingest", str(source), "--project", str(path), "--workers", str(workers))
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT json FROM readings ORDER BY reading_id").fetchall()
    return [zlib.decompress(row[0]).decode() for row in rows]


def run(source: Path, out: Path, options: tuple[str, ...]) -> list[str]:
    """By `onrecord run`: as they lie in the Parquet files."""
    _onrecord("run", str(source), "--out", str(out), *options)
    tables = [pq.read_table(path, columns=["reading"]) for path in sorted((out / "readings").iterdir())]
    return [text for table in tables for text in table.column("reading").to_pylist()]


def make_archive(folder: Path, reports: int) -> Path:
    """Four shards of made-up reports."""
    folder.mkdir(parents=True)
    whole = write_reports(folder / "whole", reports, corrected=False)
    lines = whole.read_text().splitlines(keepends=True)
    whole.unlink()
    for shard in range(4):
        (folder / f"{shard}.jsonl").write_text("".join(lines[len(lines) * shard // 4 : len(lines) * (shard + 1) // 4]))
    return folder


def _onrecord(*arguments: str) -> bytes:
    environment = {**os.environ, "RAY_AUTH_MODE": "disabled"}
    command = [sys.executable, "-m", "onrecord", *arguments]
    return subprocess.run(command, capture_output=True, check=True, env=environment).stdout


if __name__ == "__main__":
    sys.exit(main())
