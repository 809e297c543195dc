"""Stands told in who gets or has them: "the truce has the backing of Mali", "Mali, a critic of the truce"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.positions.asserted import takes_place
from onrecord.stages.positions.objects import is_object
from onrecord.stages.positions.stance import entries_at
from onrecord.stages.positions.takers import names_party
from onrecord.stages.positions.turned import is_open
from onrecord.stages.positions.words import lemma_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.language.plain_words import Token
    from onrecord.reading.position import Position, Stance
    from onrecord.stages.positions.room import Room

_OWNERS = frozenset({"of", "from"})
_GOT = frozenset({"obj", "obl"})


def owned_stands(room: Room) -> Iterator[Position]:
    """Positions of those whose backing or criticism something has, and of who is called its backer or critic."""
    partisans = room.lexicon.map("partisan")
    for noun in room.doc:
        if noun.pos_ != "NOUN":
            continue
        if noun.dep_ in _GOT:
            yield from _got(noun, room)
        stance = partisans.get(lemma_of(noun, room.lexicon))
        if stance is not None:
            yield from _called(noun, "supports" if stance == "supports" else "opposes", room)


def _got(noun: Token, room: Room) -> Iterator[Position]:
    """Whose it is that something has, wins or meets with ("has the support of Mali", "drew criticism from unions")."""
    verb = noun.head
    getting = lemma_of(verb, room.lexicon) in room.lexicon.list("stance_getting_verb")
    if not getting or not takes_place(verb, room.lexicon) or grammar.negation(verb) is not None:
        return
    things = [thing for thing in grammar.surface_subjects(verb) if names_party(thing) and is_object(thing, room)]
    entry = next((entry for entry in entries_at(noun, room.lexicon) if not entry.get("case")), None)
    if not things or entry is None or is_open(noun, room.lexicon) or grammar.negation(noun) is not None:
        return
    owners = [*grammar.prep_objects(noun, _OWNERS), *grammar.prep_objects(verb, frozenset({"from"}))]
    for holder in room.holders(owners):
        if not room.is_same(holder, things[0]):
            yield room.position(holder, (entry["stance"], "reported"), things[0], noun)


def _called(noun: Token, stance: Stance, room: Room) -> Iterator[Position]:
    """Of what somebody named is a backer or an opponent: "Ana Ruiz, | a critic | of the dam", "is a critic of it"."""
    things = [thing for thing in grammar.prep_objects(noun, frozenset({"of"})) if is_object(thing, room)]
    named = [noun.head] if noun.dep_ == "appos" else []
    if any(child.dep_ == "cop" for child in noun.lefts) and takes_place(noun, room.lexicon):
        named = [] if grammar.negation(noun) is not None else grammar.children(noun, "nsubj")
    for holder in room.holders(filter(names_party, named)) if things else ():
        if not room.is_same(holder, things[0]):
            yield room.position(holder, (stance, "reported"), things[0], noun)
