"""What is done every day or as a rule is no stand: "adopts rules for the docks", "will not accept new applications"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.reading.position import Position
    from onrecord.stages.positions.room import Room

_PRESENT = frozenset({"VBZ", "VBP"})
_PLURAL = frozenset({"NNS", "NNPS"})
_WHICH = frozenset({"det", "nmod:poss", "nummod"})


def is_duty(position: Position, thing: Token, room: Room) -> bool:
    """Whether it is what a body does as a rule: "The board adopts rules for the docks".

    A headline tells of one deed in the present, but has no articles ("Senate passes bill").
    """
    verb = room.head_of(position.evidence[0])
    if position.basis != "acted" or verb is None or verb.tag_ not in _PRESENT or _is_told_apart(thing):
        return False
    doers = grammar.children(verb, "nsubj")
    return bool(doers) and _is_definite(doers[0])


def is_service(position: Position, thing: Token, room: Room) -> bool:
    """Whether an office only does not take in what people bring it: "will not accept | new applications"."""
    verb = room.head_of(position.evidence[0])
    taking = verb is not None and verb.lemma_.lower() in room.lexicon.list("taking_in_verb")
    taken = thing.tag_ in _PLURAL and thing.lemma_.lower() in room.lexicon.list("taken_in")
    return taking and taken and not _is_told_apart(thing)


def _is_told_apart(thing: Token) -> bool:
    """Whether a word before a thing says which it is or how many: "the rules", "its rules", "two rules"."""
    return thing.pos_ != "NOUN" or any(child.dep_ in _WHICH for child in thing.lefts)


def _is_definite(noun: Token) -> bool:
    return any(child.dep_ == "det" and child.lower_ in {"the", "each", "every"} for child in noun.lefts)
