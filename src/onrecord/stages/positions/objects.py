"""What one can stand for or against: no claim, nobody whom one merely helps, nothing that only counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.stages.positions.room import Room


def is_object(head: Token, room: Room) -> bool:
    """Whether one can stand for or against it: no claim, nobody whom one merely helps."""
    no_object = room.lexicon.together("stance_beneficiary", "stance_claim", "time_unit", "time_units", "time_weekday")
    if not is_named(head, room) or head.lemma_.lower() in no_object:
        return False
    return head.lemma_.lower() not in room.lexicon.list("helped_kind") or not _is_any_of_kind(head)


def _is_any_of_kind(noun: Token) -> bool:
    """Whether it is whoever is so: "people affected by malaria", "countries in need", not "the Syrian people"."""
    told = any(word.ent_type_ or word.dep_ in {"det", "nmod:poss", "nummod"} for word in noun.lefts)
    return not told and noun.pos_ == "NOUN" and not any(word.ent_type_ for word in noun.rights)


def is_named(head: Token, room: Room) -> bool:
    """Whether the words say what it is: no reflexive, no "anybody"; of a pronoun it must be known what it means."""
    if not grammar.is_nominal(head) or grammar.names_nobody(head):
        return False
    if {"Reflex=Yes", "PronType=Ind", "PronType=Neg"} & set(head.morph):
        return False
    return head.pos_ not in {"PRON", "DET", "NUM"} or room.who.at(head.i) is not None
