"""MEANTIME's time figures over the stretch that its annotators read: the first six sentences of each report.

    python bench/times_first.py --data ../shared/bench [--sentences 6]

The set marks few times behind its sixth sentence, so the plain figures count right answers there as false ones.
Sentences are the set's own (the headline is the first, the dateline often the second); rows in training are left out.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from gold import before, end_of_first, load_scorer, read_rows
from onrecord.errors import InputError
from onrecord.pipeline import read_each
from onrecord.reading.document import Document
from onrecord.resources import load_resources


def main() -> int:
    """Print the share of gold times in the stretch, and the figures in it and over all."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder with the gold sets and score.py")
    parser.add_argument("--sentences", type=int, default=6)
    args = parser.parse_args()
    score = load_scorer(args.data)
    rows = read_rows(args.data / "meantime_dev.jsonl")
    found = _times(score, rows)
    ends = {row["id"]: end_of_first(row, args.sentences) for row in rows}
    first = [{**row, "timexes": before(row["timexes"], ends[row["id"]])} for row in rows]
    kept = {key: {"times": before(times, ends[key])} for key, times in found.items()}
    for title, gold, readings in (
        (f"first {args.sentences} sentences", first, kept),
        ("all", rows, {key: {"times": times} for key, times in found.items()}),
    ):
        figures = score.score_times(gold, readings)
        shown = ", ".join(f"{name} {figures[name]['f1']:.3f}" for name in ("relaxed", "strict", "value"))
        print(f"{title:20} {figures['relaxed']['n_gold']} in gold, {figures['relaxed']['n_pred']} found: {shown}")
    return 0


def _times(score: Any, rows: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:  # noqa: ANN401 - a module
    documents = [Document(**score.as_document("times", row)) for row in rows]
    found = {}
    for row, reading in zip(rows, read_each(documents, load_resources()), strict=True):
        if isinstance(reading, InputError):
            raise reading
        found[row["id"]] = [{"start": t.start, "end": t.end, "value": t.value, "type": t.type} for t in reading.times]
    return found


if __name__ == "__main__":
    sys.exit(main())
