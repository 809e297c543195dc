"""Later mentions of an act that the report has told before: `same_as` names the first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from onrecord.reading.event import TOLD_AS_FACT

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc
    from onrecord.reading.entity import Entity
    from onrecord.reading.event import Event

_LOOK_BACK = 12  # acts; a report that returns to an act after more has usually come to another one


def join_repeats(doc: Doc, events: Sequence[Event], entities: Sequence[Entity]) -> tuple[Event, ...]:
    """Mark an event as `same_as` an earlier one where nothing that is said of the two differs.

    Both have the type, and the trigger's lemma or a party in common on each side that both name; neither place, time,
    numbers nor status may contradict. Two acts that name no common party are left apart.
    """
    known = frozenset(entity.id for entity in entities)
    lemmas = [_lemma(doc, event) for event in events]
    joined: list[Event] = []
    for at, event in enumerate(events):
        first = next(
            (
                joined[before].same_as or joined[before].id
                for before in range(at - 1, max(-1, at - 1 - _LOOK_BACK), -1)
                if _same(event, events[before], alike=lemmas[at] == lemmas[before], known=known)
            ),
            None,
        )
        joined.append(event if first is None else msgspec.structs.replace(event, same_as=first))
    return tuple(joined)


def _lemma(doc: Doc, event: Event) -> str:
    span = doc.char_span(event.trigger.start, event.trigger.end, alignment_mode="expand")
    return span.root.lemma_.lower() if span is not None else event.trigger.text.lower()


def _same(one: Event, other: Event, *, alike: bool, known: frozenset[str]) -> bool:
    """Whether type, status, parties, place, time and numbers of two events let them be one act."""
    if one.type != other.type or not (alike or one.mode == other.mode):
        return False
    if one.trigger.start == other.trigger.start or (one.factuality.status in TOLD_AS_FACT) != (
        other.factuality.status in TOLD_AS_FACT
    ):
        return False
    if one.factuality.polarity != other.factuality.polarity:
        return False
    actors, recipients = _parties(one, other, "actors", known), _parties(one, other, "recipients", known)
    if actors is False or recipients is False or not (actors or recipients):
        return False
    if not alike and not (actors and recipients):
        return False
    return _agree(one.place, other.place) and _agree(one.time, other.time) and _numbers_agree(one, other)


def _parties(one: Event, other: Event, side: str, known: frozenset[str]) -> bool | None:
    """True where both name a common party, False where both name different ones, None where one names none."""
    a = {argument.entity for argument in getattr(one, side) if argument.entity in known}
    b = {argument.entity for argument in getattr(other, side) if argument.entity in known}
    if not a or not b:
        return False if getattr(one, side) and getattr(other, side) else None
    return bool(a & b)


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _numbers_agree(one: Event, other: Event) -> bool:
    for name in one.numbers.__struct_fields__:
        a, b = getattr(one.numbers, name), getattr(other.numbers, name)
        if a is not None and b is not None and (a.low, a.high) != (b.low, b.high):
            return False
    return True
