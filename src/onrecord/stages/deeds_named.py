"""Whose a deed is that is named by its victim: "agents **shot** the editor … the **killing** of the editor".

The noun names only whom it was done to; who did it was told before (an implicit argument that the context fills,
Gerber and Chai 2010). What befalls somebody once in a report is one deed; towns are struck again and again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.language.grammar import children, is_definite
from onrecord.language.text import head_in
from onrecord.reading.event import TOLD_AS_FACT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.language.plain_words import Doc, Token
    from onrecord.reading.entity import Entity
    from onrecord.reading.event import Event
    from onrecord.reading.span import Argument
    from onrecord.reading.time import TimeExpression

_FORCE = "ASSAULT"
_ONCE = frozenset({"arrest", "abduct", "release", "convict", "expel", "deport"})  # modes, besides blows
_PEOPLE = frozenset({"person", "group"})
_Key = tuple[str, str, str]


def tell_whose_deeds(
    doc: Doc, events: Sequence[Event], entities: Sequence[Entity], times: Sequence[TimeExpression]
) -> tuple[Event, ...]:
    """The events, nouns of deeds without a doer with who was told before to have done such to the same people.

    Where two are told to have done it, it stays open. Takes time linear in events.
    """
    people = frozenset(entity.id for entity in entities if entity.type in _PEOPLE)
    values = {time.id: time.value for time in times}
    done: dict[_Key, Event | None] = {}
    found = []
    for event in events:
        token = head_in(doc, event.trigger.start, event.trigger.end)
        told = event.factuality.told in TOLD_AS_FACT
        keys = _keys(event, people) if told else []
        if keys and not event.actors and token is not None and _is_named(token):
            event = _with_doer(event, [done.get(key) for key in keys], values)  # noqa: PLW2901
        for key in keys if event.actors else ():
            before = done.get(key, event)
            done[key] = event if before is not None and _doers(before) == _doers(event) else None
        found.append(event)
    return tuple(found)


def _keys(event: Event, people: frozenset[str]) -> list[_Key]:
    """What may tell the deed: its kind and whom it was done to, if these are people."""
    if event.type != _FORCE and event.mode not in _ONCE:
        return []
    whom = [party.entity for party in event.recipients]
    kind = "" if event.type == _FORCE else event.mode or ""
    return [(event.type, kind, entity) for entity in whom if entity in people] if set(whom) <= people else []


def _is_named(token: Token) -> bool:
    """Whether the noun speaks of a deed that is known: "the killing of the editor", "his arrest"."""
    return token.pos_ == "NOUN" and (is_definite(token) or bool(children(token, "nmod:poss")))


def _with_doer(event: Event, acts: Sequence[Event | None], values: Mapping[str, str]) -> Event:
    act = acts[0]
    if act is None or any(other is None or _doers(other) != _doers(act) for other in acts):
        return event
    then, before = values.get(event.time or ""), values.get(act.time or "")
    apart = then is not None and before is not None and then != before
    heard = act.attribution in {None, event.attribution}  # what another speaker charges somebody with stays his word
    if apart or not heard or (event.place is not None and act.place is not None and event.place != act.place):
        return event
    return msgspec.structs.replace(event, actors=_known(act.actors))


def _doers(event: Event) -> frozenset[str | None]:
    return frozenset(party.entity for party in event.actors)


def _known(parties: Sequence[Argument]) -> tuple[Argument, ...]:
    return tuple(party for party in parties if party.entity is not None)
