"""Sample attributions and positions for judging by hand, each with the sentence that it comes from.

    python bench/sample_attributions.py --data ../shared/bench            60 attributions, 60 positions
    python bench/sample_attributions.py --data … --kind positions --count 20 --seed 7

Half of each kind comes from each set, as far as it has that many. The same seed, data and version give the same sample.
What is printed are words of the texts: keep it outside the repository; docs/figures/attributions.md has the counts.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path

from onrecord.errors import InputError
from onrecord.pipeline import read_each
from onrecord.reading.attribution import Attribution
from onrecord.reading.document import Document
from onrecord.reading.position import Position
from onrecord.reading.reading import Reading
from onrecord.reading.who_says import WhoSays
from onrecord.resources import load_resources

SETS = ("polnear_dev", "re3d_dev")
KINDS = ("attributions", "positions")
CONTEXT = 120  # characters of content that are shown


def main() -> None:
    """Print the samples, numbered, one block an item."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder with the gold sets")
    parser.add_argument("--kind", choices=KINDS, action="append", help="what to sample; both if left out")
    parser.add_argument("--count", type=int, default=60, help="how many of each kind")
    parser.add_argument("--seed", type=int, default=20)
    args = parser.parse_args()
    readings = {name: list(_read(args.data / f"{name}.jsonl")) for name in SETS}
    for kind in args.kind or KINDS:
        print(f"== {kind}")
        for number, block in enumerate(_sample(readings, kind, args.count, args.seed), 1):
            print(f"{number:3} {block}\n")


def _read(path: Path) -> Iterator[tuple[Reading, str]]:
    rows = [json.loads(line) for line in path.read_text().splitlines() if line.strip()]
    documents = [Document(id=row["id"], text=row["text"], title=row.get("title")) for row in rows]
    for document, reading in zip(documents, read_each(documents, load_resources()), strict=True):
        if isinstance(reading, InputError):
            raise reading
        yield reading, document.text


def _sample(readings: dict[str, list[tuple[Reading, str]]], kind: str, count: int, seed: int) -> Iterator[str]:
    """Blocks out of each set, in the order of the draw; where one set has too few, the others give the rest."""
    left = count
    for at, name in enumerate(sorted(readings, key=lambda key: sum(len(getattr(r, kind)) for r, _ in readings[key]))):
        pool = [(item, reading, text) for reading, text in readings[name] for item in getattr(reading, kind)]
        drawn = random.Random(seed).sample(pool, min(len(pool), left // (len(readings) - at)))  # noqa: S311 - no secret
        left -= len(drawn)
        for item, reading, text in drawn:
            shown = _attribution(item, reading, text) if kind == "attributions" else _position(item, reading, text)
            yield f"{name} {reading.id} {item.id}\n{shown}"


def _attribution(item: Attribution, reading: Reading, text: str) -> str:
    voices = WhoSays(reading)
    first = item.cue or item.content[0]
    content = " || ".join(_short(piece.text) for piece in item.content)
    source = f"{item.source.text} = {voices.name(item.source)}" if item.source else "nobody named"
    cue = item.cue.text if item.cue else "none: goes on"
    via = "".join(f" → {voices.entity_name(key)}" for key in item.via)
    return f"    {_sentence(first.start, reading, text)}\n    WHO {source}{via}\n    CUE {cue}\n    SAYS {content}"


def _position(item: Position, reading: Reading, text: str) -> str:
    voices = WhoSays(reading)
    toward = f"{item.toward.text}" if item.toward else "-"
    conditions = "".join(f" | if: {_short(piece.text)}" for piece in item.conditions)
    return (
        f"    {_sentence(item.evidence[0].start, reading, text)}\n"
        f"    {item.holder.text} = {voices.name(item.holder)} | {item.stance} ({item.basis}) | {toward}{conditions}"
        f" | on whose word: {voices.told_by(item.attribution)}"
    )


def _sentence(at: int, reading: Reading, text: str) -> str:
    start, end = next((s for s in reading.sentences if s[0] <= at < s[1]), (at, at))
    return " ".join(text[start:end].split())


def _short(words: str) -> str:
    joined = " ".join(words.split())
    return joined if len(joined) <= CONTEXT * 2 else f"{joined[:CONTEXT]} … {joined[-CONTEXT:]}"


if __name__ == "__main__":
    main()
