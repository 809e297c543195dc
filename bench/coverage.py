"""How much of each place set the gazetteer holds: the most that resolution can reach.

    python bench/coverage.py --data ../shared/bench [--gazetteer own.sqlite]

Rows are those that score.py counts: with coordinates, no demonym, no expression.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from gold import SETS_OF_PLACES, counted_toponyms, load_scorer, read_rows
from onrecord.knowledge.gazetteer import Gazetteer, load_gazetteer


def main() -> int:
    """Print one line a set."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder with the gold sets and score.py")
    parser.add_argument("--gazetteer", type=Path, help="a gazetteer of one's own; the installed one without it")
    args = parser.parse_args()
    gazetteer = load_gazetteer(args.gazetteer)
    score = load_scorer(args.data)
    print(f"{'set':16} {'names':>7} {'known':>7} {'with id':>8} {'id held':>8} {'by name':>8}")
    for name in SETS_OF_PLACES:
        rows = read_rows(args.data / f"{name}.jsonl")
        print(_line(name, [t for row in rows for t in counted_toponyms(score, row)], gazetteer))
    return 0


def _line(name: str, rows: list[dict[str, Any]], gazetteer: Gazetteer) -> str:
    known = held = by_name = numbered = 0
    for row in rows:
        spots = gazetteer.find(row["text"])
        known += bool(spots)
        if row.get("geonameid") is not None:
            numbered += 1
            held += gazetteer.by_id(int(row["geonameid"])) is not None
            by_name += any(str(spot.geonameid) == str(row["geonameid"]) for spot in spots)
    share = f"{known / len(rows):7.3f} {numbered:8} {held / numbered:8.3f} {by_name / numbered:8.3f}"
    return f"{name:16} {len(rows):7} {share}"


if __name__ == "__main__":
    sys.exit(main())
