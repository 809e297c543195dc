"""Does a run take as long again for as many reports again? Processor time and memory of `onrecord run` by size.

    python bench/growth.py [--reports 1000 2000 4000 8000] [--workers 1]

The reports are short, made of the examples' paragraphs, no two alike, in shards of 500. Each size is a run of its own
process. `processor s` is that of all its processes, start-up taken off (a run over one report); memory is the largest
of its processes.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from faults import write_reports

_SHARD = 500


class Cost(NamedTuple):
    """What a run took: seconds on the clock, seconds of processors, megabytes of its largest process."""

    wall: float
    processor: float
    memory: float


def main() -> int:
    """Run each size, print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--reports", type=int, nargs="+", default=[1_000, 2_000, 4_000, 8_000])
    parser.add_argument("--workers", type=int, default=1)
    args = parser.parse_args()
    start = measure(1, args.workers)
    print("| reports | wall s | processor s | processor ms a report | largest process, MB |\n|---|---|---|---|---|")
    for reports in args.reports:
        cost = measure(reports, args.workers)
        spent = cost.processor - start.processor
        row = f"{reports:,} | {cost.wall:.0f} | {spent:.0f} | {1000 * spent / reports:.1f} | {cost.memory:.0f}"
        print(f"| {row} |", flush=True)
    return 0


def measure(reports: int, workers: int) -> Cost:
    """Run over so many reports, in a process of its own, and wait for it."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "archive"
        source.mkdir()
        lines = write_reports(Path(folder) / "all", reports, corrected=False).read_text().splitlines(keepends=True)
        for at in range(0, reports, _SHARD):
            (source / f"{at:07}.jsonl").write_text("".join(lines[at : at + _SHARD]))
        out = Path(folder) / "out"
        command = [sys.executable, "-m", "onrecord", "run", str(source), "--out", str(out), "--workers", str(workers)]
        started = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)  # its own usage and that of the workers that it waited for
        wall = time.monotonic() - started
        done = sum(json.loads(path.read_text())["reports"] for path in (out / "checkpoints").iterdir())
        assert status == 0, f"the run ended with {status}"
        assert done == reports, f"{done} of {reports} reports came out"
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


if __name__ == "__main__":
    sys.exit(main())
