"""Who did what is told again of one person: "an officer shot Lee … he was **shot** behind a bar"; "Lee's **death**".

One person is struck, held or sentenced once in most reports, so that a later or an earlier mention of that act
(`same_as`) has the doer that another one names (event coreference shares arguments; Chen and Ji 2009). Nouns that
speak of a deed known from before, to several people too, have theirs already (`deeds_named`), and so are joined better.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from onrecord.reading.event import TOLD_AS_FACT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.reading.entity import Entity
    from onrecord.reading.event import Event
    from onrecord.reading.span import Argument

_DONE_ONCE = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_PERSON = "person"


def share_doers(events: Sequence[Event], entities: Sequence[Entity]) -> tuple[Event, ...]:
    """The events, an act done to one person with the doer that another mention of it names, in his words there.

    What only a speaker says is given to what the same speaker tells. Where several are told to have done such a thing
    to the same person, it stays open.
    """
    kinds = {entity.id: entity.type for entity in entities}
    acts: defaultdict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in events:
        if (person := _only_person(event, kinds)) is not None:
            acts[event.type, person].append(event)
    doers = {event.id: found for alike in acts.values() for event in alike if (found := _doers(event, alike))}
    return tuple(
        msgspec.structs.replace(event, actors=doers[event.id]) if event.id in doers else event for event in events
    )


def _only_person(event: Event, kinds: Mapping[str, str]) -> str | None:
    """The one person to whom it is told as fact that it was done, and to nobody else."""
    whom = {party.entity for party in event.recipients}
    person = next(iter(whom)) if len(whom) == 1 else None
    told = event.type in _DONE_ONCE and event.factuality.told in TOLD_AS_FACT
    return person if told and person is not None and kinds.get(person) == _PERSON else None


def _doers(event: Event, alike: Sequence[Event]) -> tuple[Argument, ...]:
    """Who is named by a mention of the act that has no doer, if nobody else did the like; none where that is open."""
    if event.actors:
        return ()
    named = [mention for mention in alike if mention.actors]
    parties = {frozenset(doer.entity for doer in mention.actors) for mention in named}
    same = [mention for mention in named if _root(mention) == _root(event)]
    heard = [mention for mention in same if mention.attribution in {None, event.attribution}]
    known = len(parties) == 1 and parties.isdisjoint({frozenset({None})})
    return heard[0].actors if known and heard else ()


def _root(event: Event) -> str:
    return event.same_as or event.id
