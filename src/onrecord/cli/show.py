"""A reading for a person: what happened, where each party stands, what was promised, what to bear in mind."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.reading.cautions import find_cautions
from onrecord.reading.commitment import Commitment
from onrecord.reading.event import Event
from onrecord.reading.position import Position
from onrecord.reading.reading import Reading
from onrecord.reading.span import Span
from onrecord.reading.who_says import WhoSays

_COLOURS = {"happened": "bold", "ongoing": "bold", "denied": "red", "not_happened": "red"}
_SHORT = 22  # a column of no more than this many characters is never folded
_PIPE_WIDTH = 120  # where no terminal says how wide it is
_BASES = {
    "absent": "absent",
    "unreachable": "could not be reached",
    "declined": "declined to comment",
    "unclear": "unclear",
}


def print_reading(reading: Reading, text: str) -> None:
    """Print `reading` to standard output; colour only where the terminal has it, and never as the only sign."""
    console = Console(highlight=False)
    if not console.is_terminal:
        console = Console(highlight=False, width=_PIPE_WIDTH)
    voices = WhoSays(reading)
    console.print(_head(reading, text), soft_wrap=True)
    heads = [event for event in reading.events if event.same_as is None]
    rows: Sequence[tuple[str, Sequence[Any], Callable[..., Sequence[Any]]]] = (
        ("WHAT HAPPENED, WHAT IS PLANNED", heads, lambda e: _event(e, reading, voices)),
        ("WHERE EACH PARTY STANDS", reading.positions, lambda p: _position(p, voices)),
        ("WHAT WAS PROMISED", reading.commitments, lambda c: _commitment(c, voices)),
        ("WHO IS CALLED WHAT", reading.labels, lambda x: _label(x, voices)),
    )
    for heading, items, row in rows:
        if items:
            console.print(Text(f"\n{heading}", style="bold underline"))
            _print_table(console, [row(item) for item in items])
    cautions = find_cautions(reading)
    if cautions:
        console.print(Text("\nREAD WITH CARE", style="bold underline"))
        for caution in cautions:
            console.print(Text(f" ! {caution}"))


def _head(reading: Reading, text: str) -> Text:
    document = reading.document
    title = document.title or textwrap.shorten(text, 80, placeholder=" …")
    facts = [document.publisher, (document.published or "")[:10] or None, f"{len(reading.sentences)} sentences"]
    return Text.assemble((title, "bold"), "   ", " · ".join(fact for fact in facts if fact))


def _print_table(console: Console, rows: Sequence[Sequence[Any]]) -> None:
    widest = [max(len(str(row[at])) for row in rows) for at in range(len(rows[0]))]
    table = Table.grid(padding=(0, 2), pad_edge=True, expand=max(widest) > _SHORT)
    for width in widest:
        if width <= _SHORT:
            table.add_column(no_wrap=True)
        else:
            table.add_column(overflow="fold", ratio=3 if width == max(widest) else 2)
    for row in rows:
        table.add_row(*(cell if isinstance(cell, Text) else Text(str(cell)) for cell in row))
    console.print(table)


def _event(event: Event, reading: Reading, voices: WhoSays) -> Sequence[Any]:
    parties = voices.names(event.actors) or "?"
    if event.recipients:
        parties += f" → {voices.names(event.recipients)}"
    status: str = event.factuality.status
    if event.factuality.certainty in ("possible", "probable"):
        status = f"{status}, {event.factuality.certainty}"
    return (
        event.id,
        Text(status.replace("_", " "), style=_COLOURS.get(event.factuality.status, "")),
        event.type + (f"/{event.mode}" if event.mode else ""),
        f"{parties}  “{_words(event.trigger)}”{_numbers(event)}",
        _where_when(event, reading),
        f"says {voices.told_by(event.attribution)}" if event.attribution else "the reporter",
    )


def _numbers(event: Event) -> str:
    claims = ((name, getattr(event.numbers, name)) for name in event.numbers.__struct_fields__)
    told = [f"{claim.text} {name}" for name, claim in claims if claim is not None]
    return f" ({', '.join(told)})" if told else ""


def _where_when(event: Event, reading: Reading) -> str:
    place = next((p.name for p in reading.places if p.id == event.place), None)
    time = next((t.value for t in reading.times if t.id == event.time), None)
    return " · ".join(fact for fact in (place, time) if fact)


def _position(position: Position, voices: WhoSays) -> Sequence[Any]:
    stance = "not known" if position.stance == "unknown" else position.stance
    toward = _words(position.toward) if position.toward else ""
    basis = _BASES.get(position.basis, "")
    conditions = "".join(f" — {_words(c)}" for c in position.conditions)
    return (
        position.id,
        voices.name(position.holder),
        stance,
        "; ".join(part for part in (basis, toward) if part) + conditions,
        voices.told_by(position.attribution),
    )


def _commitment(commitment: Commitment, voices: WhoSays) -> Sequence[Any]:
    conditions = "".join(f" — {_words(c)}" for c in commitment.conditions)
    not_to = "not: " if commitment.polarity == "negative" else ""
    return (
        commitment.id,
        voices.name(commitment.by),
        commitment.kind,
        not_to + _words(commitment.action) + conditions,
        voices.told_by(commitment.attribution),
    )


def _label(label: Any, voices: WhoSays) -> Sequence[Any]:  # noqa: ANN401 - a Label
    words = f"“{_words(label)}”" if label.scare_quotes else _words(label)
    return ("", voices.entity_name(label.entity), words, "", voices.told_by(label.attribution))


def _words(span: Span) -> str:
    return textwrap.shorten(span.text, 100, placeholder=" …")
