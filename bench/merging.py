"""What `onrecord merge` takes by the number of stored reports: time on the clock, processor time, memory.

    python bench/merging.py [--reports 1000 5000 20000] [--folder DIR] [--digest]
    python bench/merging.py --long 40 160 640      one report that tells a text so many times over, and its copy

The readings are those of the stories (tests/stories) and the examples with parties, places, days and publishers changed
at random as in `pages.py`, and with nearly every word of their texts exchanged for another one as long, so that no two
are copies by construction. Each merge is a process of its own. `--digest` prints a hash of all that a merge stores, so
that two ways of merging can be compared; project files are kept in `--folder`, if one is given.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from onrecord.merge.merging import merge_reports
from onrecord.merge.report import Report
from onrecord.pipeline import read_many
from onrecord.reading.document import Document, DocumentInfo
from onrecord.reading.reading import Reading
from onrecord.store.project import open_view, open_writer
from pages import EXAMPLES, made_up
from stories import load_stories

STORED = ("copies", "clusters", "cluster_events", "actors", "actor_entities", "findings")  # what a merge writes
_WORD = re.compile(r"[a-z]{4,}")


def main() -> int:
    """Build each file, merge it, print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--reports", type=int, nargs="+", default=[1_000, 5_000, 20_000])
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--digest", action="store_true")
    parser.add_argument("--long", type=int, nargs="+")
    args = parser.parse_args()
    if args.long:
        print("| times | characters | acts | processor s |\n|---|---|---|---|")
        for times in args.long:
            print(f"| {times:,} | {measure_long(times)} |", flush=True)
        return 0
    templates = _templates()
    print("| reports | file, MB | wall s | processor s | memory, MB |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for reports in args.reports:
            path = (args.folder or Path(folder)) / f"merging-{reports}.db"
            if not path.exists():
                build(path, reports, templates)
            wall, processor, memory = measure(path)
            size = path.stat().st_size / 1e6
            print(f"| {reports:,} | {size:.0f} | {wall:.0f} | {processor:.0f} | {memory:.0f} |", flush=True)
            if args.digest:
                print(digest(path))
    return 0


def build(path: Path, reports: int, templates: Sequence[tuple[Document, Reading]]) -> None:
    """Write a project file of so many made-up reports."""
    chance = random.Random(1)  # noqa: S311 - made-up data
    words: dict[int, list[str]] = {}
    for word in sorted({word for document, _ in templates for word in _WORD.findall(document.text)}):
        words.setdefault(len(word), []).append(word)
    with open_writer(path) as writer:
        writer._connection.execute("PRAGMA synchronous = OFF")  # noqa: SLF001 - made-up data need survive no power cut
        for n in range(reports):
            document, reading = made_up(n, templates, chance)
            document = replace(document, text=_reworded(document.text, words, chance))
            writer.add(document, replace(reading, document=DocumentInfo.of(document)))
        writer._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # noqa: SLF001 - the file's size is printed


def measure(path: Path) -> tuple[float, float, float]:
    """Seconds on the clock and of the processor, and megabytes, of one merge."""
    command = [sys.executable, "-m", "onrecord", "merge", "--project", str(path)]
    started = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"the merge ended with {status}")
    return time.monotonic() - started, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def measure_long(times: int) -> str:
    """Characters and acts of a report that tells a text so many times over, and what its merge with its copy takes."""
    text = "\n\n".join([(EXAMPLES / "border-court.txt").read_text(encoding="utf-8")] * times)
    documents = [Document(id=day, text=text, published=f"2024-05-{day}") for day in ("16", "17")]
    reports = [Report(d.id, d.text, r) for d, r in zip(documents, read_many(documents), strict=True)]
    started = time.process_time()
    across = merge_reports(reports)
    return f"{len(text):,} | {len(across.tellings):,} | {time.process_time() - started:.1f}"


def digest(path: Path) -> str:
    """A hash of everything that the last merge stored."""
    sums = hashlib.sha256()
    with open_view(path) as view:
        for table in STORED:
            for row in sorted(map(repr, view.query(f"SELECT * FROM {table}"))):  # noqa: S608 - our own words
                sums.update(row.encode("utf-8", "surrogatepass"))
    return sums.hexdigest()


def _templates() -> list[tuple[Document, Reading]]:
    documents = [report.document for story in load_stories() for report in story.reports]
    texts = [file.read_text(encoding="utf-8") for file in sorted(EXAMPLES.glob("*.txt"))]
    documents += [Document(id=str(n), text=text, published="2024-05-16") for n, text in enumerate(texts)]
    return list(zip(documents, read_many(documents), strict=True))


def _reworded(text: str, words: Mapping[int, Sequence[str]], chance: random.Random) -> str:
    """Most words exchanged for others of their length: every offset of the reading still stands."""

    def other(match: re.Match[str]) -> Any:  # noqa: ANN401 - a string
        return chance.choice(words[len(match[0])]) if chance.random() < 0.8 else match[0]

    return _WORD.sub(other, text)


if __name__ == "__main__":
    sys.exit(main())
