"""Whose a deed is that is told again: "agents **shot** the editor … the **killing** of the editor", "he was **shot**".

Who did it is told elsewhere (an implicit argument that the context fills, Gerber and Chai 2010). A noun that speaks of
a known deed looks back; a verb ("the editor was **shot** at noon") is the same act wherever it is told of one person by
the same word. What befalls somebody once in a report is one deed; towns are struck again and again.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from onrecord.language.grammar import children, is_definite
from onrecord.language.plain_words import Token
from onrecord.language.text import head_in
from onrecord.reading.event import TOLD_AS_FACT, Event

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.language.plain_words import Doc
    from onrecord.reading.entity import Entity
    from onrecord.reading.time import TimeExpression

_FORCE, _PERSON = "ASSAULT", "person"
_ONCE = frozenset({"arrest", "abduct", "release", "convict", "expel", "deport"})  # modes, besides blows
_PEOPLE = frozenset({_PERSON, "group"})


class _Deed(NamedTuple):
    """An act told as fact, and for each of those to whom it was done what may tell the deed: its kind and them."""

    event: Event
    token: Token
    keys: tuple[tuple[str, str, str], ...]


def tell_whose_deeds(
    doc: Doc, events: Sequence[Event], entities: Sequence[Entity], times: Sequence[TimeExpression]
) -> tuple[Event, ...]:
    """The events, deeds without a doer with who is told to have done such to the same people, in his words there.

    What only a speaker says is given to what the same speaker tells. Where two are told to have done it, it stays open.
    """
    types = {entity.id: entity.type for entity in entities if entity.type in _PEOPLE}
    deeds = {event.id: deed for event in events if (deed := _deed(doc, event, types)) is not None}
    told: defaultdict[tuple[str, str, str], list[_Deed]] = defaultdict(list)
    for act in deeds.values():
        for key in act.keys if act.event.actors else ():
            told[key].append(act)
    days = {time.id: time.value for time in times}
    return tuple(_with_doer(deeds[event.id], told, types, days) if event.id in deeds else event for event in events)


def _deed(doc: Doc, event: Event, types: Mapping[str, str]) -> _Deed | None:
    if event.factuality.told not in TOLD_AS_FACT or (event.type != _FORCE and event.mode not in _ONCE):
        return None
    token = head_in(doc, event.trigger.start, event.trigger.end)
    whom = [party.entity for party in event.recipients if party.entity in types]
    if token is None or not whom or len(whom) < len(event.recipients):
        return None
    kind = "" if event.type == _FORCE else event.mode or ""
    return _Deed(event, token, tuple((event.type, kind, entity) for entity in whom if entity is not None))


def _with_doer(
    deed: _Deed,
    told: Mapping[tuple[str, str, str], Sequence[_Deed]],
    types: Mapping[str, str],
    days: Mapping[str, str],
) -> Event:
    event = deed.event
    noun = deed.token.pos_ == "NOUN"
    if event.actors or not (_is_known(deed.token) if noun else _is_of_one_person(deed, types)):
        return event
    acts = [[act for act in told.get(key, ()) if not noun or act.token.i < deed.token.i] for key in deed.keys]
    doers = {_doers(act.event) for of in acts for act in of}
    if not all(acts) or len(doers) > 1:
        return event
    fitting = [act.event for act in reversed(acts[0]) if noun or act.token.lemma_ == deed.token.lemma_]
    chosen = next((act for act in fitting if _may_be_one(event, act, days)), None)
    actors = tuple(party for party in chosen.actors if party.entity is not None) if chosen is not None else ()
    return msgspec.structs.replace(event, actors=actors)


def _is_known(noun: Token) -> bool:
    """Whether the noun speaks of a deed that is known: "the killing of the editor", "his arrest"."""
    return is_definite(noun) or bool(children(noun, "nmod:poss"))


def _is_of_one_person(deed: _Deed, types: Mapping[str, str]) -> bool:
    """Whether it is done to one person alone; people of a kind may be others each time."""
    return len(deed.keys) == 1 and types[deed.keys[0][-1]] == _PERSON


def _may_be_one(event: Event, act: Event, days: Mapping[str, str]) -> bool:
    """Whether neither day nor place tells them apart, and nobody else says so."""
    then, before = days.get(event.time or ""), days.get(act.time or "")
    apart = (then is not None and before is not None and then != before) or (
        event.place is not None and act.place is not None and event.place != act.place
    )
    return not apart and act.attribution in {None, event.attribution}


def _doers(event: Event) -> frozenset[str | None]:
    return frozenset(party.entity for party in event.actors)
