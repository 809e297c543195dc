"""What somebody keeps to himself is nothing to stand for or against: "would not say how he died", "gave no details"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.positions.stance import entries_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.language.plain_words import Token
    from onrecord.reading.span import Argument
    from onrecord.stages.positions.room import Room

_HOW, _WHY = "WRB", "why"
_CLAUSES = frozenset({"ccomp", "advcl", "advcl:relcl", "acl:relcl", "csubj"})


def is_withheld(thing: Token, silent: Sequence[Argument], room: Room) -> bool:
    """Whether who is silent on it only keeps back what happened, or what he knows."""
    inquiring = any(_inquires(who, room) for who in silent)
    if thing.dep_ in _CLAUSES and _asks_for_fact(thing, silent, room, inquiring=inquiring):
        return True
    facts = room.lexicon.list("withheld_fact")
    if inquiring:
        facts = facts | room.lexicon.list("withheld_in_inquiry")
    return any(one.pos_ == "NOUN" and one.lemma_.lower() in facts for one in grammar.conjuncts_below(thing))


def _inquires(who: Argument, room: Room) -> bool:
    """Whether it is somebody who inquires into deeds: police, prosecutors, courts."""
    body = room.entity(who)
    return body is not None and not room.lexicon.list("inquiring_sector").isdisjoint(body.sectors)


def _asks_for_fact(clause: Token, silent: Sequence[Argument], room: Room, *, inquiring: bool) -> bool:
    """Whether a clause asks for what is so: "how he died", "how many there were"; not where one stands, nor "whether".

    What one will do oneself is no such fact: "would not say how it would respond". Of who inquires into deeds "whether"
    asks for one ("whether the gun was stolen"); who says not "why" he stands somewhere has taken his stand.
    """
    asking = grammar.asking_word(clause)
    if asking is not None and asking.lower_ == _WHY:
        return True
    if asking is None or (asking.lower_ in grammar.WHETHER and not inquiring):
        return False
    if asking.tag_ == _HOW and asking.head != clause:
        return True  # "how many nurses back it"
    known = entries_at(clause, room.lexicon)
    if known or clause.lemma_.lower() in room.lexicon.list("side_taking_verb"):
        return False  # "which side it backs", "how he had voted", "where it stands"
    subjects = grammar.surface_subjects(clause)
    if any(subject.lemma_.lower() in room.lexicon.list("position_noun") for subject in subjects):
        return False
    own = {who.entity for who in silent}
    doers = [room.who.at(subject.i) for subject in subjects]
    himself = any(doer is not None and doer.id in own for doer in doers)
    return not (himself and grammar.has_modal(clause))
