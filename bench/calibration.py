"""Whether a place's confidence is true: of mentions given with .8, eight in ten should be the right place.

    python bench/calibration.py --data ../shared/bench

A mention is right where it overlaps a gold place and has its GeoNames id; a found name that the gold does not have is
left out, since the confidence says which place a name means, not whether it is one. `ece` is the expected calibration
error (Naeini et al. 2015): the mean gap between confidence and share, weighted by mentions.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from gold import SETS_OF_PLACES, counted_toponyms, load_scorer, read_rows
from onrecord.errors import InputError
from onrecord.pipeline import read_each
from onrecord.reading.document import Document
from onrecord.resources import Resources, load_resources

BINS = 10
Answers = list[tuple[float, bool]]


def main() -> int:
    """Print the reliability table of each set and of all together."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder with the gold sets and score.py")
    args = parser.parse_args()
    score, know = load_scorer(args.data), load_resources()
    every: Answers = []
    for name in SETS_OF_PLACES:
        answers = _answers(score, args.data / f"{name}.jsonl", know)
        every += answers
        print(_table(name, answers))
    print(_table("all", every))
    return 0


def _answers(score: Any, path: Path, know: Resources) -> Answers:  # noqa: ANN401 - the scorer's module
    rows = read_rows(path)
    documents = [Document(**score.as_document("places", row)) for row in rows]
    answers: Answers = []
    for row, reading in zip(rows, read_each(documents, know), strict=True):
        if isinstance(reading, InputError):
            raise reading
        gold = [(t["start"], t["end"], t) for t in counted_toponyms(score, row) if t.get("geonameid") is not None]
        found = [(m.start, m.end, place) for place in reading.places for m in place.mentions]
        for (_, _, place), (_, _, toponym) in score.match(found, gold, score.overlap):
            if place.confidence is not None:
                answers.append((place.confidence, place.geonameid == str(toponym["geonameid"])))
    return answers


def _table(name: str, answers: Answers) -> str:
    lines = [f"{name}: {len(answers)} mentions", "  confidence   mentions   mean   right"]
    gap = 0.0
    for at in range(BINS):
        inside = [answer for answer in answers if min(int(answer[0] * BINS), BINS - 1) == at]
        if inside:
            mean = sum(sure for sure, _ in inside) / len(inside)
            right = sum(good for _, good in inside) / len(inside)
            gap += abs(mean - right) * len(inside) / len(answers)
            lines.append(f"  {at / BINS:.1f} to {(at + 1) / BINS:.1f} {len(inside):10} {mean:6.3f} {right:7.3f}")
    brier = sum((sure - good) ** 2 for sure, good in answers) / len(answers)
    return "\n".join([*lines, f"  ece {gap:.3f}, Brier {brier:.3f}"])


if __name__ == "__main__":
    sys.exit(main())
