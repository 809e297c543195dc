"""Read single news leads written for this, in words that no entry was written for, and count what is told of them.

    python bench/leads.py                shares right
    python bench/leads.py --missed       also each lead without an act of its type

`bench/leads.txt` has a lead a line: type, doer, to whom, words, between bars; "-" where nobody is named. Nothing is
mended for these leads: whoever adds entries for them writes others in their place. Two are the same party here where
they share a word of more than three letters or all of the shorter one.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

from onrecord.errors import InputError
from onrecord.pipeline import read_each
from onrecord.reading.document import Document
from onrecord.reading.event import Event
from onrecord.reading.span import Argument
from onrecord.resources import load_resources

LEADS = Path(__file__).with_suffix(".txt")
LONG = 4  # letters


def main() -> None:
    """Print how many leads have an act of the right type, and one with the right parties too."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--missed", action="store_true", help="print the leads without an act of their type")
    args = parser.parse_args()
    leads = [line.split("|", 3) for line in LEADS.read_text().splitlines()]
    documents = [Document(id=str(at), text=words) for at, (*_, words) in enumerate(leads)]
    typed = whole = 0
    for lead, reading in zip(leads, read_each(documents, load_resources()), strict=True):
        if isinstance(reading, InputError):
            raise reading
        kind, doer, other, words = lead
        found = [event for event in reading.events if event.type == kind]
        typed += bool(found)
        whole += any(_has(event, doer, other) for event in found)
        if args.missed and not found:
            print(f"{kind}: {words}")
    print(f"{len(leads)} leads: type {typed / len(leads):.3f}, type and parties {whole / len(leads):.3f}")


def _has(event: Event, doer: str, other: str) -> bool:
    """Whether the event has both; who do something to one another may both be its doers."""
    parties: Sequence[Argument] = (*event.actors, *event.recipients)
    return _names(event.actors, doer) and _names(parties if len(event.actors) > 1 else event.recipients, other)


def _names(parties: Iterable[Argument], wanted: str) -> bool:
    return wanted == "-" or any(_are_one(party.text, wanted) for party in parties)


def _are_one(one: str, other: str) -> bool:
    first, second = ({word.strip(",.'’").removesuffix("'s").lower() for word in it.split()} for it in (one, other))
    return any(len(word) >= LONG for word in first & second) or first <= second or second <= first


if __name__ == "__main__":
    main()
