"""The examples of event entries as tests: marked sentences, and whether a reading of one holds what is marked.

Marks: `T{trigger}`, `A{actor}`, `R{recipient}`. What reads the sentences is handed in, so that this needs no parser.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from onrecord.lexicon.entries import EventEntry
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.event import Event
    from onrecord.reading.span import Span

_MARK = re.compile(r"([TAR])\{([^{}]*)\}")


class Read(Protocol):
    """What reads many sentences into the events of each, in order."""

    def __call__(self, texts: Sequence[str]) -> Iterable[Sequence[Event]]:
        """Return the events of every text."""


class Example(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence without its marks, and where the marks stood.

    Attributes:
        expected: False for a counter-example, in which the entry must not fire; nor any other at a marked trigger.
    """

    entry: str
    text: str
    expected: bool
    triggers: tuple[tuple[int, int], ...] = ()
    actors: tuple[tuple[int, int], ...] = ()
    recipients: tuple[tuple[int, int], ...] = ()


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """An example that does not hold, and why."""

    entry: str
    file: str
    text: str
    because: str


def unmark(entry: str, marked: str, *, expected: bool = True) -> Example:
    """Take the marks out of a sentence, keeping their places."""
    spans: dict[str, list[tuple[int, int]]] = {"T": [], "A": [], "R": []}
    pieces: list[str] = []
    at = length = 0
    for mark in _MARK.finditer(marked):
        before = marked[at : mark.start()]
        start = length + len(before)
        spans[mark[1]].append((start, start + len(mark[2])))
        pieces += [before, mark[2]]
        length = start + len(mark[2])
        at = mark.end()
    return Example(
        entry=entry,
        text="".join([*pieces, marked[at:]]),
        expected=expected,
        triggers=tuple(spans["T"]),
        actors=tuple(spans["A"]),
        recipients=tuple(spans["R"]),
    )


def examples_of(entry: EventEntry) -> Iterator[Example]:
    """The examples and counter-examples of an entry."""
    for text in entry.examples:
        yield unmark(entry.id, text)
    for text in entry.not_examples:
        yield unmark(entry.id, text, expected=False)


def fault(example: Example, events: Sequence[Event]) -> str | None:
    """Why the events of a sentence do not hold what is marked in it; None if they do."""
    fired = [event for event in events if event.rule == example.entry]
    if not example.expected:
        marked = (e for e in events if any(_overlaps(e.trigger, span) for span in example.triggers))
        return "it fires" if fired else next((f"{event.rule} fires there" for event in marked), None)
    if not fired:
        others = ", ".join(sorted({event.rule for event in events})) or "nothing"
        return f"it does not fire; {others} does"
    faults = [_fault_of(example, event) for event in fired]
    return None if None in faults else faults[0]


def _fault_of(example: Example, event: Event) -> str | None:
    if example.triggers and not any(_overlaps(event.trigger, span) for span in example.triggers):
        return f"the trigger is {event.trigger.text}"
    for role, arguments, spans in (
        ("actor", event.actors, example.actors),
        ("recipient", (*event.recipients, *event.actors), example.recipients),
    ):
        for span in spans:
            if not any(_overlaps(argument, span) for argument in arguments):
                return f"the {role} {example.text[span[0] : span[1]]} is not found"
    return None


def _overlaps(one: Span, span: tuple[int, int]) -> bool:
    return one.start < span[1] and span[0] < one.end


def find_failures(lexicon: Lexicon, read: Read | Callable[[Sequence[str]], Iterable[Sequence[Event]]],
                  files: frozenset[str] | None = None) -> Iterator[Failure]:  # fmt: skip
    """Run all examples of event entries through a reader; yield those that do not hold, in the order of the files.

    Args:
        lexicon: whose entries to check.
        read: sentences to the events in each.
        files: only the entries of these files; all if left out.
    """
    rows = [
        (entry, example)
        for entry in lexicon.event_entries
        if files is None or entry.file in files
        for example in examples_of(entry)
    ]
    for (entry, example), events in zip(rows, read([example.text for _, example in rows]), strict=True):
        because = fault(example, events)
        if because is not None:
            yield Failure(entry=entry.id, file=entry.file, text=example.text, because=because)
