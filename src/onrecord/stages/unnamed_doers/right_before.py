"""Who did what is told right behind another act of his: "police raided a bar. Nine people were **arrested**".

A passive leaves out who did it where the words before have just named him (Prince 1981: what the hearer can infer).
Only what such a doer does is given to him: who holds people is of the police or the army, who kills had struck
somebody, and nobody's own people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.grammar import children, conjuncts, preposition
from onrecord.language.text import head_in
from onrecord.reading.event import TOLD_AS_FACT
from onrecord.stages.unnamed_doers.passives import WHO_HOLDS, goes_on, is_another_scene

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.entity import Entity
    from onrecord.reading.event import Event
    from onrecord.reading.span import Argument
    from onrecord.reading.time import TimeExpression

_FORCE, _COERCION = "ASSAULT", "COERCE"
_STRIKING = frozenset({_FORCE})
_ACTING = frozenset({_FORCE, _COERCION, "MOBILIZE"})
_ARREST, _CONVICT, _ABDUCT, _EXPEL, _RELEASE = "arrest", "convict", "abduct", "expel", "release"
_DEPORT, _SEIZE = "deport", "seize"
_LEFT_OPEN = frozenset({_ARREST, _CONVICT, _DEPORT, _RELEASE, _SEIZE})
_CHARGE, _HANDING_OVER = "ACCUSE", "COOPERATE"
_OF_COURTS = frozenset({_CHARGE, "CONCEDE"})
_BY_CAPTORS = frozenset({_CHARGE, _HANDING_OVER})
_BY_HOLDERS = frozenset({_ARREST, _DEPORT, _SEIZE})
_ON_TERMS = frozenset({"on", "by", "with"})
_WHATEVER_MEANS = frozenset({None, "destroy", "targeted", "abduct", "torture"})
_WHO_JUDGES = frozenset({"JUD"})
_WHO_FIGHTS = frozenset({"MIL", "REB", "UAF", "PRM"})
_UNDER_ARMS = frozenset({"COP", "MIL"})


class RightBefore:
    """Finds who acted right before in one report."""

    def __init__(self, doc: Doc, entities: Sequence[Entity], times: Sequence[TimeExpression], lexicon: Lexicon) -> None:
        self._doc = doc
        self._entities = {entity.id: entity for entity in entities}
        self._times = {time.id: time.value for time in times}
        self._apart = lexicon.together("told_apart", "tells_of_another_act")
        self._whens = lexicon.together("act_when", "act_as_another")
        self._holders, self._terms = lexicon.list("who_holds"), lexicon.list("terms_of_release")
        self._assailants = lexicon.list("assailant")
        self._courts = lexicon.classes.get("court_word", frozenset())
        self._deeds = lexicon.together("deed_of_force", "course_of_force")
        places = (mention for entity in entities if entity.type == "place" for mention in entity.mentions)
        self._place_ends = frozenset(mention.end for mention in places)

    def may_tell(self, event: Event, verb: Token) -> bool:
        """Whether it is such an act as goes with others, and was not done in the course of something else."""
        if event.type == _FORCE or event.mode in _LEFT_OPEN:
            return event.mode == _CONVICT or not self._is_otherwise(verb)
        return goes_on(verb) and (event.type in _BY_CAPTORS or event.mode == _EXPEL)

    def doer(self, event: Event, verb: Token, near: Sequence[tuple[Event, Token]]) -> Argument | None:
        """The only one who did the like in this sentence or, where nothing tells them apart, in the one before."""
        going = goes_on(verb)
        acts = [(act, token) for act, token in near if self._may_be_of_one(event, act, goes_on=going)]
        own = [act for act, token in acts if self._is_beside(token, verb)]
        inside = any(token.sent.start == verb.sent.start for _, token in acts)
        if not own and not inside and not is_another_scene(verb, self._apart):
            own = [act for act, token in acts if token.i < verb.sent.start]
        doers = [party for act in own for party in act.actors if party.entity and self._may_do(party, event)]
        several = any(len(act.actors) > 1 for act in own) and event.mode != _ARREST
        one = len({party.entity for party in doers}) == 1 and not several
        return doers[0] if one and not self._is_own(event, doers[0]) else None

    def _may_be_of_one(self, event: Event, act: Event, *, goes_on: bool) -> bool:
        """Whether the two may be parts of what one party did: by type, means, time and place.

        Who is told to have done the one by a verb that the other goes on with may have done either: "was arrested by
        soldiers and beaten".
        """
        if not act.actors or act.factuality.told not in TOLD_AS_FACT:
            return False
        if event.mode == _EXPEL:
            alike = act.mode == event.mode
        elif event.mode == _CONVICT:
            alike = act.mode == event.mode or act.type in _OF_COURTS  # who tried him
        elif event.mode == _DEPORT:
            alike = act.type == _COERCION
        elif event.type in _BY_CAPTORS:
            alike = act.mode in {_ARREST, _ABDUCT}
        elif event.mode == _RELEASE:
            alike = act.mode in {_ARREST, _ABDUCT} and _is_of_same(event, act)
        elif event.mode in {_ARREST, _ABDUCT, _SEIZE} or goes_on:
            alike = act.type in _ACTING
        else:
            alike = act.type in _STRIKING and _may_be_done_so(event.mode, act.mode)
            alike = alike or (event.mode is None and act.mode == _SEIZE and self._is_by_arms(act))
        then, before = self._times.get(event.time or ""), self._times.get(act.time or "")
        there = event.place in {None, act.place} or event.mode == _CONVICT  # "sentenced to nine years | in prison"
        return alike and there and (then is None or before is None or then == before)

    def _is_beside(self, other: Token, verb: Token) -> bool:
        """Whether the act is told in a clause before that the verb's is joined with, or in one that says when."""
        whole = conjuncts(verb.head if verb.dep_ == "advcl" and goes_on(verb) else verb)
        if conjuncts(other)[0].i == whole[0].i:
            return other.i < verb.i
        first = conjuncts(other)[0]
        marks = {mark.lower_ for mark in children(first, "mark", "advmod")}
        return first.dep_ == "advcl" and first.head.i == verb.i and not marks.isdisjoint(self._whens)

    def _is_otherwise(self, verb: Token) -> bool:
        """Whether it was done in the course of something else: "were killed in | a crash", "hurt in | clashes"."""
        phrases = children(verb, "obl")
        if any(noun.lemma_.lower() in self._terms and preposition(noun) in _ON_TERMS for noun in phrases):
            return True  # a court lets go "on bail"
        nouns = [noun for noun in phrases if preposition(noun) in {"in", "during"}]
        return any(
            noun.pos_ == "NOUN"
            and noun.lemma_.lower() not in self._deeds
            and noun.idx + len(noun) not in self._place_ends
            for noun in nouns
        )

    def _is_by_arms(self, act: Event) -> bool:
        """Whether troops or an armed band took or raided a place, in which they may have killed."""
        doers = [entity for party in act.actors if (entity := self._entities.get(party.entity or "")) is not None]
        hit = [entity for party in act.recipients if (entity := self._entities.get(party.entity or "")) is not None]
        armed = any(not _WHO_FIGHTS.isdisjoint(doer.sectors) for doer in doers)
        return armed and any(one.type == "place" for one in hit)

    def _may_do(self, party: Argument, event: Event) -> bool:
        """Whether such parties do such things: nobody but police, soldiers and the like arrests people."""
        entity = self._entities.get(party.entity or "")
        sectors = frozenset(entity.sectors) if entity is not None else frozenset[str]()
        head = head_in(self._doc, party.start, party.end)
        word = head.lemma_.lower() if head is not None else ""
        if event.mode == _CONVICT:
            return not sectors.isdisjoint(_WHO_JUDGES) and word in self._courts
        if event.mode not in _BY_HOLDERS and event.type != _CHARGE:
            return True
        alone = entity is not None and entity.type == "person"  # a policeman who shot somebody may be held himself
        return not alone and (not sectors.isdisjoint(WHO_HOLDS) or word in self._holders)

    def _is_own(self, event: Event, doer: Argument) -> bool:
        """Whether somebody to whom it was done is of the doer's side, or may have been an attacker himself."""
        one = self._entities.get(doer.entity or "")
        by_arms = one is not None and not _UNDER_ARMS.isdisjoint(one.sectors)
        for victim in event.recipients:
            other = self._entities.get(victim.entity or "")
            head = head_in(self._doc, victim.start, victim.end)
            word = head.lemma_.lower() if head is not None else ""
            if word in (self._holders if by_arms else self._assailants):
                return True
            if one is not None and other is not None and _are_together(one, other):
                return True
        return False


def _are_together(one: Entity, other: Entity) -> bool:
    if one.id == other.id or one.id in other.member_of or other.id in one.member_of:
        return True
    alike = not frozenset(one.sectors).isdisjoint(other.sectors)
    return alike or (one.country is not None and one.country == other.country)


def _may_be_done_so(means: str | None, others: str | None) -> bool:
    """Whether both may be parts of one blow: who throws stones has shot nobody."""
    return means == others or means in _WHATEVER_MEANS or others in _WHATEVER_MEANS


def _is_of_same(event: Event, act: Event) -> bool:
    """Whether both are done to the same: "detained a photographer. She was freed"."""
    whom = {party.entity for party in event.recipients} - {None}
    return not whom.isdisjoint({party.entity for party in act.recipients})
