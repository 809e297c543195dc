"""Whether an act is done to somebody, or to such a thing as force is used on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.events.paths import follow

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.lexicon.entries import EventEntry
    from onrecord.lexicon.load import Lexicon
    from onrecord.stages.events.acting import Acting
    from onrecord.stages.events.paths import Trigger
    from onrecord.stages.events.roles import Roles

_FOR_PEOPLE = ("person_noun", "group_noun", "organization_noun", "body_noun", "peopled_place", "anyones_noun")
_TARGETS = ("force_target", "instrument", "place_noun", "thing_noun")
_TO_WHOM = frozenset({"of", "on", "against", "with"})
_OF = frozenset({"of"})
_SUBJECT = ("subj",)
_AT = frozenset({"at", "on", "against"})
_ON_THINGS = "target"


class Suffering:
    """Tells which words of a report stand for somebody or something that force can be used on."""

    def __init__(self, lexicon: Lexicon, acting: Acting) -> None:
        self._acting = acting
        self._people, self._targets = lexicon.together(*_FOR_PEOPLE), lexicon.together(*_TARGETS)
        self._measures = lexicon.together("measure_noun", "quantity_noun", "menace_noun")
        self._blows = lexicon.together("instrument", "means_of_force")
        self._anybody, self._bare_counts = lexicon.list("anybody"), lexicon.list("bare_count")

    def is_somebodys(self, trigger: Trigger, entry: EventEntry) -> bool:
        """Whether what the entry's first path leads to, if to anything, is a party or some ("released the crew").

        So "freed forty", "dropped in on the premier"; a "target" may be a thing, too ("attacked a convoy"), and
        anything is one of a blow ("the strike destroyed a pump jack"). What flies is aimed at somebody ("shot flares at
        the planes"), and what is blamed may be his.
        """
        heads = follow(trigger, entry.recipient[0])
        things = entry.object == _ON_THINGS
        if trigger.pos == "NOUN" and trigger.support is not None:
            return True  # "the town endured | a siege of two years"
        if things and any(head.lemma_.lower() in self._blows for head in follow(trigger, _SUBJECT)):
            return True
        some = [head for head in heads if self._may_suffer(head, things=things)]
        if any(things or not is_it(head) for head in some) or not heads:
            return True
        aimed = [head for path in entry.recipient if path[0] in _AT for head in follow(trigger, path)]
        hit = any(self._acting.can_act(head, tools=True) for head in aimed)
        return hit or (entry.type == "ACCUSE" and any(map(self._is_owned, heads)))

    def _is_owned(self, head: Token) -> bool:
        """Whether it is a party's: "blamed it on | the policies of the ministry"."""
        owners = (*grammar.children(head, "nmod:poss"), *grammar.prep_objects(head, _OF))
        return any(map(self._acting.can_act, owners))

    def is_ideas(self, trigger: Trigger, entry: EventEntry, roles: Roles) -> bool:
        """Whether a noun's act has only what it cannot be done to beside it: "an attack of nerves"."""
        if not entry.object or trigger.pos != "NOUN" or not roles.recipients or roles.spot:
            return False
        told = [head for head in roles.recipients if grammar.preposition(head) in _TO_WHOM]
        some = any(self._may_suffer(head, things=entry.object == _ON_THINGS) for head in roles.recipients)
        return len(told) == len(roles.recipients) and not some

    def _may_suffer(self, head: Token, *, things: bool) -> bool:
        lemma = head.lemma_.lower()
        somebody = self._acting.can_act(head, tools=True) or self._are_some(head) or lemma in self._people
        named = head.pos_ == "PROPN" and bool(head.ent_type_)
        return somebody or (things and (named or lemma in self._targets))

    def _are_some(self, head: Token) -> bool:
        """Whether some are counted or meant: "freed forty", "killed a number of men", "stabbed each other".

        So too who is called a menace: "destroyed the scourge of the militia".
        """
        wholes = grammar.prep_objects(head, _OF) if head.lemma_.lower() in self._measures else []
        counted = any(self._acting.can_act(whole) or self._acting.are_some(whole) for whole in wholes)
        counted = counted or (not wholes and head.lower_ in self._bare_counts)
        one_another = any(part.dep_ == "fixed" for part in head.children)
        meant = one_another or head.lower_ in self._anybody or head.tag_ == "WP"
        return counted or meant or self._acting.are_some(head)


def is_it(head: Token) -> bool:
    """A thing's pronoun ("since it was released on Tuesday")."""
    return head.pos_ == "PRON" and {"Gender=Neut", "Number=Sing"} <= set(head.morph)
