"""Where attributions go wrong on PolNeAR's development part: how many gold ones are missed or cut wrong, and why.

    python bench/attribution_errors.py --data ../shared/bench

A gold attribution is paired with the first one in the reading whose cue overlaps its own, or, where one of the two has
no cue, whose content does by half. Counts only: no sentence of the texts is printed.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from gold import read_rows
from onrecord.errors import InputError
from onrecord.pipeline import read_each
from onrecord.reading.attribution import Attribution
from onrecord.reading.document import Document
from onrecord.reading.reading import Reading
from onrecord.resources import load_resources
from onrecord.stages.attributions.cues import cue_index, form_index

HALF = 0.5
Chars = frozenset[int]


def main() -> int:
    """Print the classes with their counts, most frequent first."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder with the gold sets")
    args = parser.parse_args()
    rows = read_rows(args.data / "polnear_dev.jsonl")
    documents = [Document(id=row["id"], text=row["text"], title=row.get("title")) for row in rows]
    know = load_resources()
    known = {lemma for lemma, _ in cue_index(know.lexicon)} | set(form_index(know.lexicon))
    counts: Counter[str] = Counter()
    for row, reading in zip(rows, read_each(documents, know), strict=True):
        if isinstance(reading, InputError):
            raise reading
        counts += _classes(row, reading, known)
    for name, count in counts.most_common():
        print(f"{count:6} {name}")
    return 0


def _classes(row: dict[str, Any], reading: Reading, known: set[str]) -> Counter[str]:
    """The class of every gold attribution of one report, and of every one that the gold has not."""
    found = [(_own(a.source), _own(a.cue), _pieces(a)) for a in reading.attributions]
    counts: Counter[str] = Counter()
    used: set[int] = set()
    for wanted in row["attributions"]:
        source, cue, content = (_spans(wanted[role]) for role in ("source", "cue", "content"))
        place = _partner((cue, content), found, used)
        if place is None:
            counts["missed: " + _why(wanted, row["text"], reading, known)] += 1
            continue
        used.add(place)
        off = [
            name
            for name, a, b in (("source", source, found[place][0]), ("content", content, found[place][2]))
            if _overlap(a, b) < HALF
        ]
        counts["found: " + (" and ".join(off) + " off by half" if off else "right")] += 1
    counts["not in the gold"] += len(found) - len(used)
    return counts


def _partner(wanted: tuple[Chars, Chars], found: list[tuple[Chars, Chars, Chars]], used: set[int]) -> int | None:
    cue, content = wanted
    free = [place for place in range(len(found)) if place not in used]
    by_cue = (place for place in free if cue & found[place][1])
    by_content = (
        place
        for place in free
        if not (cue and found[place][1]) and content and _overlap(content, found[place][2]) > HALF
    )
    return next(by_cue, None) if any(cue & found[place][1] for place in free) else next(by_content, None)


def _why(wanted: dict[str, Any], text: str, reading: Reading, known: set[str]) -> str:
    """Why nothing was found: in a caption, no word of the lexicon in its cue, or a known word that was not read."""
    spans = wanted["cue"]
    unread = [piece for piece in reading.furniture if not piece.tells]
    if any(piece.start <= span["start"] < piece.end for span in spans for piece in unread):
        return "in a caption or byline, which are never read"
    words = re.findall(r"\w+", " ".join(text[span["start"] : span["end"]] for span in spans).lower())
    return "a word of its cue is known" if known.intersection(words) else "no word of its cue is in the lexicon"


def _own(span: Any) -> Chars:  # noqa: ANN401 - a span or an argument, or nothing
    return frozenset() if span is None else frozenset(range(span.start, span.end))


def _pieces(attribution: Attribution) -> Chars:
    return frozenset(char for piece in attribution.content for char in range(piece.start, piece.end))


def _spans(spans: list[dict[str, Any]]) -> Chars:
    return frozenset(char for span in spans for char in range(span["start"], span["end"]))


def _overlap(one: Chars, other: Chars) -> float:
    return 1.0 if not one and not other else len(one & other) / max(1, len(one | other))


if __name__ == "__main__":
    sys.exit(main())
