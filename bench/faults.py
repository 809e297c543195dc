"""Kill `onrecord ingest` or `merge` at random moments, again and again, and compare the file with an undisturbed one.

    python bench/faults.py ingest [--kills 50] [--reports 120] [--workers 2] [--seed 1]
    python bench/faults.py merge  [--kills 50] [--reports 120] [--seed 1]

After each `kill -9` of `ingest` the file must be sound and hold all that it held before; the workers must leave by
themselves. When all reports are in, a new file is begun. At the end of each file its contents must equal those of the
undisturbed run. After each `kill -9` of `merge` the file must hold all of the merge or nothing of it.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

EXAMPLES = Path(__file__).parent.parent / "examples"
_NUMBER = re.compile(r"\b\d+\b")
_PATIENCE_SECONDS = 120.0


def main() -> int:
    """Kill, check, and say how it went."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("command", choices=("ingest", "merge"))
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--reports", type=int, default=120)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    chance = random.Random(args.seed)  # noqa: S311 - moments only
    with tempfile.TemporaryDirectory() as folder:
        if args.command == "merge":
            done = kill_merges(Path(folder), args.reports, args.kills, chance)
            print(f"{args.kills} kills of merge: {done} came after the result was stored; no file held part of it")
            return 0
        trial = Trial(Path(folder), args.reports, args.workers, chance)
        while trial.kills < args.kills:
            trial.kill_once()
        trial.finish()
        print(f"{trial.kills} kills, {trial.inside} of them between the first and the last report of a run")
        print(
            f"{trial.files} files ended like the undisturbed one ({args.reports} reports); {trial.left} workers stayed"
        )
    return 1 if trial.left else 0


class Trial:
    """One series of kills; raises AssertionError where anything is lost, doubled or broken."""

    def __init__(self, folder: Path, reports: int, workers: int, chance: random.Random) -> None:
        self._folder, self._reports, self._workers, self._chance = folder, reports, workers, chance
        self._input = write_reports(folder / "reports.jsonl", reports)
        self._path = folder / "killed.db"
        self.kills = self.inside = self.files = self.left = 0
        self._start_seconds, self._work_seconds = self._run_undisturbed(folder / "undisturbed.db")
        self._undisturbed = contents(folder / "undisturbed.db")

    def kill_once(self) -> None:
        """Start, wait until something is stored (four times of five), a little longer, and kill."""
        before = self._stored(self._path)
        process = self._start(self._path)
        if self._chance.random() < 0.8:
            self._wait_for_more(process, before)
            time.sleep(self._chance.random() * self._work_seconds / 3)
        else:
            time.sleep(self._chance.random() * (self._start_seconds + self._work_seconds))
        done = process.poll() is not None
        process.kill()
        process.wait()
        self.left += _wait_for_workers(process.pid)
        if not done:
            self.kills += 1
        after = self._stored(self._path)
        assert before <= after, "a stored report is lost"
        self.inside += not done and before < after and len(after) < self._reports
        if self._path.exists():
            _check(self._path)
        if len(after) == self._reports:
            self.finish()

    def finish(self) -> None:
        """Let a run go to its end, compare, and begin a new file."""
        assert self._start(self._path).wait() == 0
        assert contents(self._path) == self._undisturbed, "the file differs from the undisturbed one"
        self.files += 1
        for path in self._folder.glob("killed.db*"):
            path.unlink(missing_ok=True)

    def _run_undisturbed(self, path: Path) -> tuple[float, float]:
        """Seconds until the first report is stored, and from there to the end."""
        started = time.monotonic()
        process = self._start(path)
        while process.poll() is None and not self._stored(path):
            time.sleep(0.02)
        first = time.monotonic()
        assert process.wait() == 0
        return first - started, time.monotonic() - first

    def _wait_for_more(self, process: subprocess.Popen[bytes], before: set[str]) -> None:
        while process.poll() is None and self._stored(self._path) == before:
            time.sleep(0.02)

    def _start(self, path: Path) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "onrecord", "ingest", str(self._input), "--project", str(path)]
        command += ["--workers", str(self._workers)]
        # A group of its own, by which its workers are found.
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)

    def _stored(self, path: Path) -> set[str]:
        if not path.exists():
            return set()
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=30)) as connection:
            if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'reports'").fetchone():
                return set()
            return {row[0] for row in connection.execute("SELECT report_id FROM reports")}


def kill_merges(folder: Path, reports: int, kills: int, chance: random.Random) -> int:
    """Kill merges of one file, each begun anew; how many of them had stored their result."""
    source = write_reports(folder / "reports.jsonl", reports)
    before, after, killed = (folder / name for name in ("before.db", "after.db", "killed.db"))
    onrecord = [sys.executable, "-m", "onrecord"]
    subprocess.run([*onrecord, "ingest", str(source), "--project", str(before)], check=True, capture_output=True)
    shutil.copy(before, after)
    started = time.monotonic()
    subprocess.run([*onrecord, "merge", "--project", str(after)], check=True, capture_output=True)
    seconds = time.monotonic() - started
    states = [contents(before), contents(after)]
    assert states[0] != states[1]
    done = 0
    for _ in range(kills):
        for path in folder.glob("killed.db*"):
            path.unlink(missing_ok=True)  # the log goes when the last connection is closed
        shutil.copy(before, killed)
        process = subprocess.Popen([*onrecord, "merge", "--project", str(killed)], stdout=subprocess.DEVNULL)
        # Most of the time goes into finding, and only the end into storing: half of the kills are meant for that.
        time.sleep(seconds * (chance.random() if chance.random() < 0.5 else 0.8 + 0.3 * chance.random()))
        process.kill()
        process.wait()
        done += states.index(contents(killed))  # a ValueError: neither all nor nothing
    return done


def contents(path: Path) -> list[str]:
    """All that a file holds, as SQL."""
    _check(path)
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def _check(path: Path) -> None:
    with closing(sqlite3.connect(path, timeout=30)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'texts'").fetchone():
            for index in ("texts", "act_words"):
                connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 0)")  # noqa: S608


def _wait_for_workers(group: int) -> int:
    """Wait until the killed process's workers have left; 1 where one stays (it is then ended)."""
    end = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < end:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return 0
        time.sleep(0.05)
    os.killpg(group, signal.SIGKILL)
    return 1


def write_reports(path: Path, number: int, *, corrected: bool = True) -> Path:
    """Short reports made of the examples' paragraphs, no two alike; each tenth in two states where `corrected`."""
    texts = [file.read_text() for file in sorted(EXAMPLES.glob("*.txt"))]
    paragraphs = [part for text in texts for part in text.strip().split("\n\n") if len(part) > 80]
    with path.open("w") as lines:
        for n in range(number):
            text = _NUMBER.sub(lambda match, n=n: str(int(match.group()) + n), paragraphs[n % len(paragraphs)])  # type: ignore[misc]
            rows = [{"id": f"r{n}", "text": f"{text} Note {n}.", "published": "2024-05-16"}]
            if corrected and n % 10 == 0:
                rows.append({**rows[0], "text": f"{text} Note {n}, corrected."})
            lines.writelines(json.dumps(row) + "\n" for row in rows)
    return path


if __name__ == "__main__":
    sys.exit(main())
