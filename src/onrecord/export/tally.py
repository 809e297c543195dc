"""What an export could not hold, counted from the rows that it wrote: never a fixed sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from types import MappingProxyType
from typing import Final

from onrecord.export.material import Material
from onrecord.export.records import EventRecord

LOSSES: Final = MappingProxyType[str, tuple[str, Callable[[EventRecord], bool]]](
    {
        "speaker": ("the speaker of {n}", lambda e: e.voice.attribution is not None),
        "more speakers": ("the speakers after the first of {n}", lambda e: e.speakers > 1),
        "certainty": ("how certain {n} are", lambda e: e.certainty not in ("certain", "unknown")),
        "conditions": ("the conditions of {n}", lambda e: bool(e.conditions)),
        "denials": ("who denies {n}", lambda e: bool(e.disputed_by)),
        "words": ("the sentence that tells {n}", lambda _: True),
        "offsets": ("where the words of {n} stand", lambda _: True),
        "numbers": ("the numbers of {n}", lambda e: bool(e.figures)),
        "other numbers": ("numbers other than the dead of {n}", lambda e: any(f.kind != "killed" for f in e.figures)),
        "ranges": ("the range of a number of {n}", lambda e: any(f.low != f.high for f in e.figures)),
        "figures": ("who gives which number of {n}", lambda e: len(e.figures) > 1),
        "dates": ("all but the first day of {n}", lambda e: bool(e.when and e.when.first != e.when.last)),
        "parties": ("which parties act together in {n}", lambda e: max(len(e.actors), len(e.recipients)) > 1),
        "sectors": (
            "the sectors after the first of parties to {n}",
            lambda e: any(len(party.sectors) > 1 for party in (*e.actors, *e.recipients)),
        ),
        "contexts": ("the contexts of {n}", lambda e: bool(e.contexts)),
        "mode": ("the mode of {n}", lambda e: e.mode is not None),
        "place": ("the place of {n}", lambda e: e.where is not None),
        "copies": ("which reports of {n} are copies", lambda e: e.independent < len(e.reports)),
        "reports": ("how many reports tell {n}", lambda e: len(e.reports) > 1),
    }
)
"""By name: what is lost, and of which events. Formats name those that they lose."""

_WHOLE: Final = MappingProxyType[str, Callable[[Material], int]](
    {
        "positions": lambda material: material.counts.stands,
        "commitments": lambda material: material.counts.pledges,
        "labels": lambda material: material.counts.names,
    }
)


class Tally:
    """Counts while a format is written."""

    def __init__(self, loses: tuple[str, ...]) -> None:
        self._loses = loses
        self._lost: Counter[str] = Counter()
        self.events = 0
        self.rows = 0
        self.refused: Counter[str] = Counter()
        self.notes: Counter[str] = Counter()
        self.merged = 0
        self.on_one_word = 0
        self.only_words = 0

    def wrote(self, record: EventRecord, rows: int = 1) -> None:
        """An event was written in this many rows."""
        self.events += 1
        self.rows += rows
        self.merged += len(record.members) > 1
        self.on_one_word += record.on_one_word
        self.only_words += not all(party.known for party in (*record.actors, *record.recipients))
        for name in self._loses:
            if name in LOSSES and LOSSES[name][1](record):
                self._lost[name] += 1

    def refuse(self, why: str) -> None:
        """An event could not be written."""
        self.refused[why] += 1

    def note(self, what: str, times: int = 1) -> None:
        """Something that whoever reads the file should know."""
        self.notes[what] += times

    def losses(self, material: Material) -> Iterator[str]:
        """What the file does not hold, with counts."""
        for name in self._loses:
            if name in LOSSES:
                if self._lost[name]:
                    yield LOSSES[name][0].format(n=many(self._lost[name], "event"))
            elif number := _WHOLE[name](material):
                yield many(number, name.removesuffix("s"))


def many(number: int, noun: str) -> str:
    """A number with its noun: "1 event", "1,200 events"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
