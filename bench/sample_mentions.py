"""Sample mentions in chains and place links for judging by hand, each with the sentence that it comes from.

    python bench/sample_mentions.py DOCUMENTS … --seed 61            60 mentions, 40 place links

DOCUMENTS are JSON Lines with `id` and `text`, or plain text with a blank line between reports; of each file the same
share is drawn. A mention in a chain is one of a party that was mentioned before in other words: right if it is that
party. A place link is right if the gazetteer's place is the one that is meant. The same seed, data and version give the
same sample. What is printed are words of the texts: keep it outside the repository; docs/figures/entities.md counts.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from onrecord.errors import InputError
from onrecord.pipeline import read_each
from onrecord.reading.document import Document
from onrecord.reading.reading import Reading
from onrecord.resources import load_resources

SHOWN = 6  # earlier mentions of a chain that are shown

Item = tuple[int, str, str]  # where it starts, the report, what is to be judged


def main() -> None:
    """Print the samples, numbered, one block an item."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--mentions", type=int, default=60)
    parser.add_argument("--places", type=int, default=40)
    parser.add_argument("--seed", type=int, default=61)
    args = parser.parse_args()
    read = [list(_read(path)) for path in args.files]
    for title, count, find in (("mentions", args.mentions, _mentions), ("places", args.places, _places)):
        print(f"== {title}")
        for number, block in enumerate(_sample(read, count, args.seed, find), 1):
            print(f"{number:3} {block}\n")


def _read(path: Path) -> Iterator[tuple[Reading, str]]:
    text = path.read_text()
    if path.suffix == ".jsonl":
        rows = [json.loads(line) for line in text.splitlines() if line.strip()]
    else:
        rows = [{"id": f"{path.stem}-{n}", "text": part} for n, part in enumerate(text.split("\n\n")) if part.strip()]
    documents = [Document(id=row["id"], text=row["text"]) for row in rows]
    for document, reading in zip(documents, read_each(documents, load_resources()), strict=True):
        if isinstance(reading, InputError):
            raise reading
        yield reading, document.text


def _sample(
    read: Sequence[Sequence[tuple[Reading, str]]], count: int, seed: int, find: Callable[[Reading], Iterator[Item]]
) -> Iterator[str]:
    for reports in read:
        pool = [(item, reading, text) for reading, text in reports for item in find(reading)]
        for (start, where, said), reading, text in random.Random(seed).sample(pool, min(len(pool), count // len(read))):  # noqa: S311 - no secret
            first, last = next((s for s in reading.sentences if s[0] <= start < s[1]), (start, start))
            yield f"{where}\n    {' '.join(text[first:last].split())}\n    {said}"


def _mentions(reading: Reading) -> Iterator[Item]:
    """Mentions of a party that was mentioned before, but not in the same words nor in words around them."""
    for entity in reading.entities:
        for at, mention in enumerate(entity.mentions):
            before = [other for other in entity.mentions[:at] if other.end <= mention.start]
            if before and mention.text.lower() not in {other.text.lower() for other in before}:
                chain = " / ".join(dict.fromkeys(other.text for other in before[:SHOWN]))
                yield mention.start, reading.id, f"[{mention.text}] = {entity.name} <{entity.type}>: {chain}"


def _places(reading: Reading) -> Iterator[Item]:
    for place in reading.places:
        for mention in place.mentions if place.geonameid else ():
            of = ", ".join(filter(None, (place.name, place.feature, place.admin1, place.country)))
            yield mention.start, reading.id, f"[{mention.text}] = {of}"


if __name__ == "__main__":
    main()
