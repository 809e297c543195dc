"""Where parties stand, from words and from deeds; absence and silence are bases of *unknown*, never of opposition."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.language.stretches import Stretches
from onrecord.stages.positions.absence import absences
from onrecord.stages.positions.contested import is_contested
from onrecord.stages.positions.deeds import stands_of_events
from onrecord.stages.positions.doubt import unclear_stands
from onrecord.stages.positions.likewise import likewise
from onrecord.stages.positions.owned import owned_stands
from onrecord.stages.positions.referents import spelled_out
from onrecord.stages.positions.room import Room
from onrecord.stages.positions.stance import stances
from onrecord.stages.positions.verdicts import verdicts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.language.plain_words import Doc
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.attribution import Attribution
    from onrecord.reading.entity import Entity
    from onrecord.reading.event import Event
    from onrecord.reading.position import Position
    from onrecord.reading.span import Target

__all__ = ["find_positions"]


_FEW = 8  # positions back, within which others may have voted on the same


def find_positions(
    doc: Doc,
    events: Sequence[Event],
    attributions: Sequence[Attribution],
    entities: Sequence[Entity],
    lexicon: Lexicon,
) -> tuple[Position, ...]:
    """Positions with ids P1, P2, … in the order of their evidence.

    A stand in a condition, a wish, a question or a denial is none. Of two positions of one holder out of the same words
    the first counts: stance words before events.
    """
    room = Room(doc, events, attributions, entities, lexicon)
    silent = list(absences(room))
    known = {key for position in silent for key in _keys(position)}
    silent += [position for position in unclear_stands(room) if known.isdisjoint(_keys(position))]
    found = [*stances(room, room.things_stood_on(silent)), *silent]
    told = {_stand(position) for position in found}
    others = (*owned_stands(room), *verdicts(room, room.things_stood_on(found)))
    found += [position for position in others if _stand(position) not in told]
    taken = {key for position in found for key in _keys(position)}
    found += [position for position in stands_of_events(room) if taken.isdisjoint(_keys(position))]
    found += list(likewise(found, room))
    found = [position for position in found if not room.is_denied(position.evidence[0].start)]
    terms = Stretches((term.start, term.end, True) for position in found for term in position.conditions)
    found = [position for position in found if not _is_term(position, terms)]
    found.sort(key=lambda position: (position.evidence[0].start, position.holder.start))
    found = [
        _with_vote(position, found[max(0, place - _FEW) : place], found[place + 1 : place + _FEW], room)
        for place, position in enumerate(found)
    ]
    told_in_full = (spelled_out(position, room) for position in found)
    stood = [position for position in told_in_full if position is not None and is_contested(position, room)]
    stood = _in_the_most_words(stood)
    return tuple(msgspec.structs.replace(position, id=f"P{n}") for n, position in enumerate(stood, 1))


def _is_term(position: Position, terms: Stretches[bool]) -> bool:
    """Whether it is what another stand depends on: "backs the pact provided that | Mali signs it"."""
    start = position.evidence[0].start
    return bool(terms.over(start, start + 1))


def _with_vote(position: Position, before: Sequence[Position], after: Sequence[Position], room: Room) -> Position:
    """Who abstains does so on what others voted on right before ("nine approved it, two abstained").

    So does who "abstained when the council approved it", in the same sentence.
    """
    if position.toward is not None or (position.stance, position.basis) != ("unknown", "acted"):
        return position
    here = room.head_of(position.evidence[0])
    voted = [(p.toward, room.head_of(p.toward)) for p in before if p.toward is not None and p.basis == "acted"]
    near = [toward for toward, head in reversed(voted) if here and head is not None and room.is_near(head, here)]
    later = [(p.toward, room.head_of(p.toward)) for p in after if p.toward is not None and p.basis == "acted"]
    near += [toward for toward, head in later if here and head is not None and head.sent.end == here.sent.end]
    return msgspec.structs.replace(position, toward=next(iter(near), None))


def _in_the_most_words(positions: Sequence[Position]) -> list[Position]:
    """Positions on one thing with the fullest words for it: "passed a law | that bans it, drawing criticism from"."""
    longest: dict[int, Target] = {}
    for position in positions:
        if position.toward is not None:
            last = longest.setdefault(position.toward.start, position.toward)
            longest[position.toward.start] = max(last, position.toward, key=lambda words: words.end)
    return [
        position if position.toward is None else _on(longest[position.toward.start], position, position.toward)
        for position in positions
    ]


def _on(words: Target, position: Position, toward: Target) -> Position:
    """A position on a thing in fuller words, if these are not about who takes it ("the text | proposed by Chad")."""
    if words.start <= position.holder.start < words.end:
        return position
    full = msgspec.structs.replace(toward, end=words.end, text=words.text)
    return msgspec.structs.replace(position, toward=full)


def _stand(position: Position) -> tuple[object, ...]:
    """Who stands how on what, in the same words for it ("dismissed the plan | as a ploy")."""
    toward = position.toward
    return position.holder.start, position.stance, toward.start if toward is not None else None


def _keys(position: Position) -> set[tuple[int | str, int]]:
    """What tells whether two positions are one: the holder, in words and as an entity, with the words of the stand."""
    end = position.evidence[-1].end
    return {(position.holder.start, end)} | ({(position.holder.entity, end)} if position.holder.entity else set())
