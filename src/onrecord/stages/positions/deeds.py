"""Stands shown by deeds: events whose lexicon entry has a stance."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.language import grammar
from onrecord.reading.span import Target
from onrecord.stages.positions.asserted import takes_place
from onrecord.stages.positions.basis import basis_of
from onrecord.stages.positions.objects import is_object
from onrecord.stages.positions.stance import entries_at
from onrecord.stages.positions.turned import is_open

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.language.plain_words import Token
    from onrecord.reading.position import Basis, Position, Stance
    from onrecord.reading.span import Argument
    from onrecord.stages.positions.room import Room

_SHOWS = frozenset({"SUPPORT", "REJECT", "AID", "SANCTION", "PROTEST", "COOPERATE"})
_TELLS_APART = frozenset({"compound", "amod"})
_WHOSE = frozenset({"by", "from"})
_REAL = frozenset({"happened", "ongoing"})


def stands_of_events(room: Room) -> Iterator[Position]:
    """Positions of the actors of events that happened and whose entry says what stand the act shows."""
    by_start = {token.idx: token for token in room.doc}
    for event in room.events:
        entry = room.lexicon.event_by_id.get(event.rule)
        shows = entry is not None and not room.lexicon.list("stand_deed").isdisjoint(entry.lemmas)
        stance = entry.stance if entry is not None and shows else None
        trigger = by_start.get(event.trigger.start)
        if (
            event.type not in _SHOWS
            or stance not in {"supports", "opposes"}
            or event.factuality.status not in _REAL
            or trigger is None
            or is_open(trigger, room.lexicon)
        ):
            continue
        if not event.recipients or not takes_place(trigger, room.lexicon):
            continue
        recipient = event.recipients[0]
        if recipient.entity is None or room.who.entity(recipient.entity).type == "place":
            continue  # who marches in a city does not oppose it
        head = room.head_of(recipient)
        if _comes_from(trigger, recipient.start) or head is None or not _is_target(head, trigger, stance, room):
            continue
        party = room.who.at(head.i)  # behind a thing that is praised stands nobody who is
        entity = party.id if party is not None else None
        target = Target(start=recipient.start, end=recipient.end, text=recipient.text, event=None, entity=entity)
        for actor in event.actors:
            doer = room.head_of(actor)
            if actor.entity is None or actor.entity == recipient.entity or (doer and _is_not_who(doer, trigger, room)):
                continue
            stand: Stance = "supports" if stance == "supports" else "opposes"
            bare = room.position(actor, (stand, _basis(actor, stand, trigger, room)), None, trigger)
            yield _about(bare, target)


def _is_target(head: Token, trigger: Token, stance: str, room: Room) -> bool:
    """Whether the act is about the recipient: not what is his, no manner ("in protest"), no way ("marched on").

    Nor is it about whose a thing is: of "rejected claims by the ministry" it is the claims.
    Whom an active verb is about stands behind it: of "thanked him for backing her plan" she is not what he backs.
    """
    if trigger.pos_ == "VERB" and head.i < trigger.i and head not in grammar.logical_objects(trigger):
        return False
    aside = room.lexicon.list("deed_direction")
    if stance == "opposes":
        aside = aside | room.lexicon.list("deed_company")  # "marched with the lecturers"
    aimed = grammar.preposition(head) not in aside
    return (
        aimed
        and is_object(head, room)
        and head.dep_ != "nmod:poss"
        and not (head.dep_ == "nmod" and grammar.preposition(head) in _WHOSE)
        and not (trigger.dep_ == "nmod" or grammar.preposition(trigger))
    )


def _is_not_who(doer: Token, trigger: Token, room: Room) -> bool:
    """Whether somebody only counts or tells apart who did it: of "most Lima | voters" it is not Lima that did."""
    beside = doer.dep_ in _TELLS_APART and doer.head.pos_ == "NOUN" and doer.head in grammar.surface_subjects(trigger)
    return beside or room.is_part_counted(doer)


def _basis(actor: Argument, stand: Stance, trigger: Token, room: Room) -> Basis:
    """Why we say so: who praises or hails somebody takes the stand in words, and an endorsement is only told of."""
    entries = (entry for entry in entries_at(trigger, room.lexicon) if entry["stance"] == stand)
    entry = next(entries, None)
    return "acted" if entry is None else basis_of(actor, entry, trigger, room)


def _comes_from(trigger: Token, start: int) -> bool:
    """Whether the recipient is where somebody comes from ("hails from Basra"), which is no stand."""
    return any(head.left_edge.idx <= start <= head.idx for head in grammar.prep_objects(trigger, frozenset({"from"})))


def _about(position: Position, target: Target) -> Position:

    return msgspec.structs.replace(position, toward=target)
