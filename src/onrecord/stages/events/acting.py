"""Which words stand for somebody who can act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar

if TYPE_CHECKING:
    from onrecord.language.mentions import Who
    from onrecord.language.plain_words import Token
    from onrecord.lexicon.load import Lexicon

_ACTING = frozenset({"person", "organization", "group", "place"})
_OF = frozenset({"of"})
_PATIENTS = frozenset({"nsubj:pass", "obj"})
_ACTING_NAMES = frozenset({"PERSON", "ORGANIZATION", "PLACE", "NORP"})


class Acting:
    """Tells which words of a report stand for somebody who can act."""

    def __init__(self, who: Who, lexicon: Lexicon) -> None:
        self._who = who
        self._instruments = lexicon.list("instrument")
        self._others = lexicon.list("others")
        self._how_many = lexicon.list("how_many")
        self._weekdays = lexicon.together("time_weekday")

    def can_act(self, head: Token, *, tools: bool = False) -> bool:
        """Whether the word stands for a party: a person, body, group or place; with `tools` also a weapon."""
        entity = self._who.at(head.i)
        if entity is not None and entity.type in _ACTING:
            return True
        if tools and head.lemma_.lower() in self._instruments:
            return True
        if entity is not None:
            return False
        if head.pos_ == "PRON" or (head.pos_ in {"DET", "NUM"} and head.dep_ in {"nsubj", "obl:agent"}):
            features = set(head.morph)  # "this" and "the" stand for nobody
            nobody = "PronType=Art" in features or {"PronType=Dem", "Number=Sing"} <= features
            return head.tag_ in {"PRP", "DT", "CD"} and not nobody
        return head.ent_type_ in _ACTING_NAMES and head.lower_ not in self._weekdays  # "Monday's clash"

    def are_some(self, head: Token) -> bool:
        """Whether it stands for some though it names nobody: "forty", "two others", "nobody"."""
        nobody = head.pos_ == "PRON" and grammar.names_nobody(head)
        return nobody or head.pos_ == "NUM" or head.lemma_.lower() in self._others or self.are_how_many(head)

    def are_how_many(self, head: Token) -> bool:
        """Whether a word for how many stands alone for those to whom it is done: "two more were held"."""
        if head.lower_ not in self._how_many or head.dep_ not in _PATIENTS:
            return False
        return all(whole.pos_ == "PRON" for whole in grammar.prep_objects(head, _OF))  # not "some of the footage"
