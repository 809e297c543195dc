"""A reading for a person: what happened, where each party stands, what was promised, what to bear in mind."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.cli.console import console
from onrecord.cli.stands import stands
from onrecord.reading.cautions import find_cautions
from onrecord.reading.commitment import Commitment
from onrecord.reading.event import Event
from onrecord.reading.reading import Reading
from onrecord.reading.span import Span, in_one_line
from onrecord.reading.spelled import NOT_SAID, counted, first_words, spell_action, spell_status, spell_time
from onrecord.reading.who_says import WhoSays

_COLOURS = {"happened": "bold", "ongoing": "bold", "denied": "red", "not_happened": "red"}
_SHORT = 22  # a column of no more than this many characters is never folded


def print_reading(reading: Reading, text: str) -> None:
    """Print `reading` to standard output; colour only where the terminal has it, and never as the only sign."""
    out = console()
    voices = WhoSays(reading)
    out.print(_head(reading, text), soft_wrap=True)
    heads = [event for event in reading.events if event.same_as is None]
    sections: Sequence[tuple[str, Sequence[Sequence[Any]]]] = (
        ("WHO STANDS WHERE", stands(reading, voices)),
        ("WHAT HAPPENED, WHAT IS PLANNED", [_event(event, reading, voices) for event in heads]),
        ("WHAT WAS PROMISED", [_commitment(commitment, reading, voices) for commitment in reading.commitments]),
        ("WHO IS CALLED WHAT", [_label(label, voices) for label in reading.labels]),
    )
    for heading, rows in sections:
        if rows:
            out.print(Text.assemble("\n", (heading, "bold underline"), ("   … and on whose word", "dim")))
            _print_table(out, rows)
    if not any(rows for _, rows in sections):
        out.print("\nNo act, stand, promise or label is read in it.")
    cautions = find_cautions(reading)
    if cautions:
        out.print(Text("\nREAD WITH CARE", style="bold underline"))
        table = Table.grid(padding=(0, 1, 0, 0))  # a long one goes on below its own first word
        for caution in cautions:
            table.add_row(" !", Text(caution))
        out.print(table)


def _head(reading: Reading, text: str) -> Text:
    document = reading.document
    heading = next((text[piece.start : piece.end] for piece in reading.furniture if piece.kind == "heading"), None)
    title = document.title or first_words(text if heading is None else in_one_line(heading))
    facts = [document.publisher, (document.published or "")[:10] or None, counted(len(reading.sentences), "sentence")]
    return Text.assemble((title, "bold"), "   ", " · ".join(fact for fact in facts if fact))


def _print_table(out: Console, rows: Sequence[Sequence[Any]]) -> None:
    widest = [max(len(str(row[at])) for row in rows) for at in range(len(rows[0]))]
    table = Table.grid(padding=(0, 2), pad_edge=True, expand=max(widest) > _SHORT)
    for width in widest:
        if width <= _SHORT:
            table.add_column(no_wrap=True)
        else:
            table.add_column(overflow="fold", ratio=3 if width == max(widest) else 2)
    for row in rows:
        table.add_row(*(cell if isinstance(cell, Text) else Text(str(cell)) for cell in row))
    out.print(table)


def _event(event: Event, reading: Reading, voices: WhoSays) -> Sequence[Any]:
    parties = voices.names(event.actors) or (NOT_SAID if event.recipients else "")
    if event.recipients:
        parties += f" → {voices.names(event.recipients)}"
    told = event.factuality
    return (
        event.id,
        Text(spell_status(told.status, told.polarity, told.certainty), style=_COLOURS.get(told.status, "")),
        event.type + (f"/{event.mode}" if event.mode else ""),
        f"{parties}  “{_words(event.trigger)}”{_numbers(event)}".strip(),
        _where_when(event, reading),
        voices.told_by(event.attribution),
    )


def _numbers(event: Event) -> str:
    claims = ((name, getattr(event.numbers, name)) for name in event.numbers.__struct_fields__)
    told = [f"{claim.words} {name}" for name, claim in claims if claim is not None]
    return f" ({', '.join(told)})" if told else ""


def _where_when(event: Event, reading: Reading) -> str:
    place = next((p.name for p in reading.places if p.id == event.place), None)
    return " · ".join(fact for fact in (place, _when(event.time, reading)) if fact)


def _when(key: str | None, reading: Reading) -> str | None:
    return next((spell_time(time) for time in reading.times if time.id == key), None)


def _commitment(commitment: Commitment, reading: Reading, voices: WhoSays) -> Sequence[Any]:
    conditions = "".join(f" — {_words(c)}" for c in commitment.conditions)
    due = f" (due {when})" if (when := _when(commitment.due, reading)) else ""
    return (
        commitment.id,
        voices.name(commitment.by),
        commitment.kind,
        spell_action(_words(commitment.action), commitment.polarity) + due + conditions,
        voices.told_by(commitment.attribution),
    )


def _label(label: Any, voices: WhoSays) -> Sequence[Any]:  # noqa: ANN401 - a Label
    words = f"“{_words(label)}”" if label.scare_quotes else _words(label)
    return ("", voices.entity_name(label.entity), words, "", voices.told_by(label.attribution))


def _words(span: Span) -> str:
    return textwrap.shorten(span.words, 100, placeholder=" …")
