"""Does a run take as long again for as many reports again? Processor time and memory of `onrecord run` by size.

    python bench/growth.py [--reports 1000 2000 4000 8000] [--workers 1] [--ray]
    python bench/growth.py --reports 100000 --every 10000      the same run, looked at after every 10,000 reports

The reports are short, made of the examples' paragraphs, no two alike, in shards of 500. Each size is a run of its own
process. `processor s` is that of all its processes, start-up taken off (a run over one report); memory is the largest
of its processes. With --every the processes that are there are asked while they run, which needs Linux's /proc; with
--ray they are those of Ray that belong to the run.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from itertools import islice
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
    parser.add_argument("--every", type=int, help="look at the run after so many reports")
    parser.add_argument("--ray", action="store_true")
    args = parser.parse_args()
    options = ["--workers", str(args.workers), *(["--ray"] if args.ray else [])]
    if args.every:
        for reports in args.reports:
            watch(reports, options, args.every)
        return 0
    start = measure(1, options)
    print("| reports | wall s | processor s | processor ms a report | largest process, MB |\n|---|---|---|---|---|")
    for reports in args.reports:
        cost = measure(reports, options)
        spent = cost.processor - start.processor
        row = f"{reports:,} | {cost.wall:.0f} | {spent:.0f} | {1000 * spent / reports:.1f} | {cost.memory:.0f}"
        print(f"| {row} |", flush=True)
    return 0


def measure(reports: int, options: list[str]) -> Cost:
    """Run over so many reports, in a process of its own, and wait for it."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        started = time.monotonic()
        process = begin(reports, options, Path(folder))
        _, status, used = os.wait4(process.pid, 0)  # its own usage and that of the workers that it waited for
        wall = time.monotonic() - started
        done = count(out)
        assert status == 0, f"the run ended with {status}"
        assert done == reports, f"{done} of {reports} reports came out"
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def begin(reports: int, options: list[str], folder: Path) -> subprocess.Popen[bytes]:
    """Write so many reports in shards, and begin the run over them, whose tables go to `out`."""
    source = folder / "archive"
    source.mkdir()
    with write_reports(folder / "all", reports, corrected=False).open() as lines:
        for at in range(0, reports, _SHARD):
            (source / f"{at:07}.jsonl").write_text("".join(islice(lines, _SHARD)))
    command = [sys.executable, "-m", "onrecord", "run", str(source), "--out", str(folder / "out"), *options]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def count(out: Path) -> int:
    """How many reports are in finished shards."""
    return sum(json.loads(path.read_text())["reports"] for path in (out / "checkpoints").glob("*"))


def watch(reports: int, options: list[str], every: int) -> None:
    """Print what each further `every` reports of one run took, and how large its processes are then."""
    print("| reports | wall s | processor s | processor ms a report | largest process, MB | all, MB | load |")
    print("|---|---|---|---|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        process = begin(reports, options, Path(folder))
        began, spent, used, seen, alive, most = time.monotonic(), 0.0, 0.0, 0, True, (0.0, 0.0)
        while seen < reports and alive:
            time.sleep(1)
            done = len(list((Path(folder) / "out" / "checkpoints").glob("*"))) * _SHARD
            sizes, now = ask(process.pid)
            used = max(used, now)  # Ray's processes are gone before the run's own
            most = (max(most[0], *sizes), max(most[1], sum(sizes)))
            alive = sizes[0] > 0  # what has ended has no memory, but can be asked until it is waited for
            if done >= seen + every:
                wall, took = time.monotonic() - began, used - spent
                row = f"{done:,} | {wall:.0f} | {took:.0f} | {1000 * took / (done - seen):.1f} | {most[0]:.0f}"
                print(f"| {row} | {most[1]:.0f} | {os.getloadavg()[1]:.1f} |", flush=True)
                began, spent, seen, most = time.monotonic(), used, done, (0.0, 0.0)
        status = process.wait()
        done = count(Path(folder) / "out")
        assert (status, done) == (0, reports), f"the run ended with {status} and {done} of {reports} reports"


def ask(root: int) -> tuple[list[float], float]:
    """Megabytes of each process of a run, its first one first, and the processor seconds of all of them together."""
    parents, used, sizes = {}, {}, {}
    tick, page = os.sysconf("SC_CLK_TCK"), os.sysconf("SC_PAGE_SIZE") / 2**20
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it has ended
        number = int(path.parent.name)
        parents[number] = int(fields[1])
        used[number] = sum(map(int, fields[11:15])) / tick  # its own, and that of those that it waited for
        sizes[number] = int(fields[21]) * page
    family = [root]
    for member in family:
        family += [number for number, parent in parents.items() if parent == member]
    return [sizes[number] for number in family], sum(used[number] for number in family)


if __name__ == "__main__":
    sys.exit(main())
