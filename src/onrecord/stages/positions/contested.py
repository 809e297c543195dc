"""What is contested in public life: what firms trade, boards do at every meeting and people like is no stand."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import TYPE_CHECKING

from onrecord.language import grammar, walks_of_life
from onrecord.stages.positions.routine import is_duty, is_service
from onrecord.stages.positions.vague import is_of_whoever

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.language.plain_words import Token
    from onrecord.reading.entity import Entity
    from onrecord.reading.position import Position
    from onrecord.reading.span import Span
    from onrecord.stages.positions.room import Room

_HANGS = frozenset({"nmod", "nmod:poss", "nmod:desc", "compound", "amod", "conj", "appos", "acl", "acl:relcl"})
_DEPENDS = frozenset({"obj", "obl", "obl:agent", "xcomp"})
_PRIVATE = (*walks_of_life.SPORT, *walks_of_life.STAGE, *walks_of_life.PRIVATE, "sport_body")
_OF_GAMES = frozenset({"nmod", "nmod:poss"})
_BY_NAME = frozenset({"compound", "amod"})
_COUNT = re.compile(r"(?<![\d-])(\d{1,3})\s?(?:[-\u2013]|to)\s?(\d{1,3})(?![\d-])")  # "3-2", "52 to 48"
_OWNERS = frozenset({"nmod:poss", "nmod", "compound"})
_BOARD_BUSINESS = ("board_business", "routine_noun", "routine_business")
_DEEP = 3
_SEVERAL = frozenset({"NNS", "NNPS"})


class Weight(IntEnum):
    """How much of public life is in a thing."""

    NONE = 0
    PERSON = 1
    TRADE = 2
    PUBLIC = 3


class Side(IntEnum):
    """Who takes a stand."""

    PRIVATE = 0
    BUSINESS = 1
    SOMEBODY = 2
    PUBLIC = 3


def is_contested(position: Position, room: Room) -> bool:
    """Whether a stand is one of public life: for or against what is contested there, or decided."""
    thing = room.head_of(position.toward) if position.toward is not None else None
    if position.stance == "unknown" or thing is None:
        return True
    if any(c.lemma_.lower() in room.lexicon.list("bargain_of_accused") for c in grammar.children(thing, "compound")):
        return False  # "a plea deal"
    if is_of_whoever(position, room) or is_duty(position, thing, room) or is_service(position, thing, room):
        return False
    side = _side(position.holder, room)
    weight = _weight(thing, room, strict=side <= Side.BUSINESS)
    if position.stance == "opposes":
        return _is_worth_opposing(thing, side, weight, room)
    if _is_decided(position, room):
        return side > Side.PRIVATE
    return not _is_routine(position, thing, side, room) and _is_worth_support(position, thing, side, weight, room)


def _is_worth_support(position: Position, thing: Token, side: Side, weight: Weight, room: Room) -> bool:
    """Whether to be for it takes a side: it is contested, or somebody of public life wants it and does not praise."""
    if weight == Weight.PUBLIC:
        return True
    if weight == Weight.TRADE:
        return side == Side.PUBLIC or (side == Side.SOMEBODY and not _is_trade(position, thing, room))
    if _has_word(position.evidence[0], "cause_word", room):
        return side > Side.PRIVATE
    if _has_word(position.evidence[0], "praising_word", room) or _is_board(position.holder, room):
        return False
    return side >= (Side.SOMEBODY if weight == Weight.PERSON else Side.PUBLIC)


def _is_worth_opposing(thing: Token, side: Side, weight: Weight, room: Room) -> bool:
    """Whether to be against it is more than taste: whoever opposes a thing contests it, but for a coach or a critic."""
    if weight == Weight.PUBLIC:
        return True
    trivial = room.lexicon.together("private_work", "private_matter")
    return side != Side.PRIVATE and (side == Side.PUBLIC or thing.lemma_.lower() not in trivial)


def _is_trade(position: Position, thing: Token, room: Room) -> bool:
    """Whether it is dealt with a firm, or by who is known by name alone: "signed an agreement | with a supplier"."""
    holder = room.who.entity(position.holder.entity) if position.holder.entity is not None else None
    unknown = holder is not None and holder.type == "organization" and holder.named and not holder.sectors
    if unknown and _has_word(position.evidence[0], "dealing_word", room):
        return True
    sides = map(room.who.at, (side.i for side in grammar.prep_objects(thing, frozenset({"with"}))))
    return any(side is not None and walks_of_life.is_of_business(side, room.lexicon) for side in sides)


def _has_word(words: Span, name: str, room: Room) -> bool:
    span = room.doc.char_span(words.start, words.end, alignment_mode="expand")
    some = room.lexicon.list(name)
    return span is not None and any(word.lemma_.lower() in some or word.lower_ in some for word in span)


def _is_routine(position: Position, thing: Token, side: Side, room: Room) -> bool:
    """Whether a board only does what it does at every meeting: "approved a leave", "voted to hire a clerk"."""
    if position.basis != "acted" or not (side == Side.BUSINESS or _is_board(position.holder, room)):
        return False
    word, acts = thing.lemma_.lower(), thing.pos_ == "VERB"
    business = room.lexicon.list("board_act") if acts else room.lexicon.together(*_BOARD_BUSINESS)
    return word in business or thing.lower_ in business


def _is_decided(position: Position, room: Room) -> bool:
    """Whether votes were cast against it, or all who may vote decided: "in a 3-2 vote", "voters approved"."""
    head = room.head_of(position.holder)
    if position.basis != "acted" or head is None:
        return False
    if head.lemma_.lower() in room.lexicon.list("electorate_noun"):
        return True
    said = head.sent.text
    counts = (found.groups() for found in _COUNT.finditer(said))
    split = any(min(map(int, votes)) > 0 for votes in counts)
    return split and any(word.lemma_.lower() in room.lexicon.list("vote_count") for word in head.sent)


def _is_board(holder: Span, room: Room) -> bool:
    """Whether it is a board or a council, or some of one; not the committee of a parliament."""
    head, lexicon = room.head_of(holder), room.lexicon
    if head is None or {head.lower_, head.lemma_.lower()}.isdisjoint(lexicon.list("board_noun")):
        return False
    return not _has_word(holder, "chamber_name", room)


def _side(holder: Span, room: Room) -> Side:
    head = room.head_of(holder)
    if head is None:
        return Side.SOMEBODY
    entity = room.who.at(head.i)
    if _is_private(head, entity, room):
        return Side.PRIVATE
    if entity is not None and (_is_public(entity, room) or _is_for_causes(entity, room)):
        return Side.PUBLIC
    owners = [owner for owner in head.children if owner.dep_ in _OWNERS]
    known = list(filter(None, (room.who.at(owner.i) for owner in owners))) or list(filter(None, [entity]))
    firms = any(walks_of_life.is_of_business(one, room.lexicon) for one in known)
    return Side.BUSINESS if firms else Side.SOMEBODY


def _is_private(head: Token, entity: Entity | None, room: Room) -> bool:
    """Whether it is somebody of the stage, of sport or of a household."""
    private = room.lexicon.together(*_PRIVATE)
    role = entity.role.lower().rpartition(" ")[2] if entity is not None and entity.role else ""
    word = room.word_for(head)
    alone = head.tag_ not in _SEVERAL and word in room.lexicon.together(
        *walks_of_life.HOME
    )  # parents and tenants speak up
    return role in private or (not head.ent_type_ and (word in private or alone))


def _is_public(entity: Entity, room: Room) -> bool:
    former = not room.lexicon.list("former_sector").isdisjoint(entity.sectors)
    if former or walks_of_life.is_of_public_sector(entity, room.lexicon) or entity.type == "place":
        return True
    known = entity.actor is not None or entity.country is not None
    return known and not walks_of_life.is_of_business(entity, room.lexicon)


def _is_for_causes(entity: Entity, room: Room) -> bool:
    return not room.lexicon.list("cause_sector").isdisjoint(entity.sectors)


def _weight(thing: Token, room: Room, *, strict: bool) -> Weight:
    """What the thing is by its words, or by what and whom it concerns; a matter of sport or the stage is nothing.

    To firms it is no public matter because somebody of some country is in it: "a bid from a Japanese rival".
    """
    entity = room.who.at(thing.i)
    if entity is not None and _is_public(entity, room) and (entity.type != "place" or entity.country is not None):
        return Weight.PUBLIC
    own = _weight_of_word(thing, room)
    concerned = list(_concerned(thing, room, _DEEP))
    games = room.lexicon.together(*walks_of_life.SPORT, *walks_of_life.STAGE, "sport_body")
    if any(part.pos_ == "NOUN" and part.dep_ in _OF_GAMES and part.lemma_.lower() in games for part in concerned):
        return Weight.NONE  # "the appointment of a coach", "his team's defence"
    if own == Weight.PUBLIC or any(_is_of_public_life(part, room, strict=strict) for part in concerned):
        return Weight.PUBLIC
    if own == Weight.NONE and entity is not None and entity.type == "person" and entity.named:
        return Weight.PERSON
    return own


def _weight_of_word(thing: Token, room: Room) -> Weight:
    word, lexicon = thing.lemma_.lower(), room.lexicon
    if word in lexicon.list("trifle"):
        return Weight.NONE
    if word in lexicon.list("trade_matter") or not grammar.is_nominal(thing):
        return Weight.TRADE
    if word in lexicon.together("proposal", "contested", "votable", "public_matter") or word in lexicon.act_nouns:
        return Weight.PUBLIC
    if word in lexicon.list("course_noun"):
        of = (_weight_of_word(part, room) for part in grammar.prep_objects(thing, frozenset({"of"})))
        return max(of, default=Weight.NONE)
    ends = any(word.endswith(ending) for ending in lexicon.list("deed_ending"))
    return Weight.TRADE if ends and grammar.prep_objects(thing, frozenset({"of"})) else Weight.NONE


def _is_of_public_life(part: Token, room: Room, *, strict: bool) -> bool:
    entity = room.who.at(part.i)
    if strict and entity is not None and not walks_of_life.is_of_public_sector(entity, room.lexicon):
        entity = None
    named = entity is not None and (entity.type != "place" or (part.dep_ == "nmod:poss" and entity.country is not None))
    if entity is not None and named and _is_public(entity, room):
        return True
    return part.pos_ == "NOUN" and _weight_of_word(part, room) == Weight.PUBLIC


def _concerned(thing: Token, room: Room, deep: int) -> Iterator[Token]:
    """What hangs on a thing and whom it concerns; of what hangs on that no land ("tankers from a | Korean | yard")."""
    cases = room.lexicon.list("concerning_case")
    for child in thing.children if deep else ():
        if child.dep_ not in _HANGS | _DEPENDS or (
            child.dep_ in _BY_NAME and child.text[:1].isupper() and deep < _DEEP
        ):
            continue
        if child.dep_ == "nmod" and grammar.preposition(child) not in cases:
            continue
        yield child
        yield from _concerned(child, room, deep - 1)
