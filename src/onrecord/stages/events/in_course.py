"""Who deals a blow in whose course another act is told: "killed nine **in an attack**", "marched **in a protest**".

Such a noun has no doer beside it, since the verb that it goes with has named him (control into nouns: NomBank's
arguments of the support clause). Who is shot in an attack may have been its dealer, and who is held for one is: there
the doer stays open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.language import grammar
from onrecord.stages.events.drafts import FORCE, EventDraft

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.language.plain_words import Token
    from onrecord.lexicon.load import Lexicon
    from onrecord.stages.events.roles import Cast

_COERCION = frozenset({"COERCE"})
_FORCE_OR_COERCION = FORCE | _COERCION
_PROTEST, _TALKS, _RELEASE, _VISIT = "PROTEST", "CONSULT", "release", "visit"
_IN, _IN_COURSE = frozenset({"in"}), frozenset({"in", "during"})
_BY_FORCE = frozenset({"seize"})  # modes of coercion in which who holds something has struck
_LOOSE = frozenset({"a", "an"})


def fill_going_along(drafts: Sequence[EventDraft], cast: Cast, lexicon: Lexicon) -> list[EventDraft]:
    """Give an act that goes with another one its doer: "stormed the town, with the burning of houses".

    So too a search in which something is done ("held nine men in raids on homes"), and a blow, a protest or talks.
    """
    acts = [draft for draft in drafts if draft.actors and not draft.spot]
    told = {seat.i: draft for draft in acts for seat in _seats(draft)}
    course = _Course(cast, lexicon)
    return [
        msgspec.structs.replace(draft, actors=(*(who for who in whose if who not in draft.actors), *draft.actors))
        if draft.trigger.token.pos_ == "NOUN" and _lacks_a_side(draft) and (whose := course.doers(draft, told))
        else draft
        for draft in drafts
    ]


def _seats(draft: EventDraft) -> list[Token]:
    support = draft.trigger.support
    return [draft.trigger.token] if support is None else [draft.trigger.token, support]


def _lacks_a_side(draft: EventDraft) -> bool:
    """Whether nobody is named who does it, or of two who fight only the one behind "with"."""
    partners = draft.entry.reciprocal and draft.entry.type in FORCE and draft.trigger.support is None
    behind = all(grammar.preposition(grammar.conjuncts(head)[0]) == "with" for head in draft.actors)
    return not draft.actors or (partners and behind)


class _Course:
    """Finds in one report who does what stands beside a verb."""

    def __init__(self, cast: Cast, lexicon: Lexicon) -> None:
        self._cast = cast
        self._measures = lexicon.list("measure_noun")
        self._wars = lexicon.list("course_of_force")
        self._assailants = lexicon.list("assailant")

    def doers(self, draft: EventDraft, told: Mapping[int, EventDraft]) -> tuple[Token, ...]:
        """The doers of the act in whose course, or with which, the noun's act is told."""
        kind = draft.entry.type
        if kind in _COERCION:
            act = self._beside(draft, told, _IN_COURSE)
            return _but_own(draft, act) if act is not None and act.entry.type in _FORCE_OR_COERCION else ()
        if kind in FORCE:
            act = self._company(draft, told)
            return act.actors if act is not None else self._dealers(draft, told)
        act = self._beside(draft, told, _IN_COURSE) if kind in {_PROTEST, _TALKS} else None
        if act is None or act.entry.type != kind or (kind == _TALKS and not _are_those(draft, act)):
            return ()
        return _but_own(draft, act)

    def _company(self, draft: EventDraft, told: Mapping[int, EventDraft]) -> EventDraft | None:
        """The blow that "with" sets the noun, or the noun it is coordinated with, beside."""
        first = grammar.conjuncts(draft.trigger.token)[0]
        beside = grammar.preposition(first) == "with" and first.dep_ in {"obl", "nmod", "obj"}
        act = told.get(first.head.i) if beside else None
        return act if act is not None and act.entry.type in FORCE else None

    def _dealers(self, draft: EventDraft, told: Mapping[int, EventDraft]) -> tuple[Token, ...]:
        """Who dealt the blow in which something was done: "freed nine inmates in an attack on the prison"."""
        mutual = draft.entry.reciprocal
        if not (mutual or draft.recipients or draft.spot):
            return ()  # who is named nowhere beside it, it only recalls
        act = self._beside(draft, told, _IN_COURSE if mutual else _IN) or (
            None if mutual else self._called(draft, told)
        )
        if act is None or draft.trigger.token.lemma_.lower() in self._wars or self._may_be_met(draft, act):
            return ()
        struck = act.entry.type in FORCE
        by_force = struck or act.entry.mode in _BY_FORCE or act.entry.mode == _RELEASE
        doers = tuple(it for it in _but_own(draft, act) if self._cast.can_act(it) or self._cast.is_crewed(it))
        return doers if by_force and not (mutual and not struck) else ()

    def _may_be_met(self, draft: EventDraft, act: EventDraft) -> bool:
        """Whether the act may have met the blow, as where its dealers are killed or its doer is whom it struck."""
        fighting = any(head.lemma_.lower() in self._assailants for head in act.recipients)
        known = bool(draft.recipients) or not _is_any(draft.trigger.token)
        if fighting and known and not draft.entry.reciprocal:
            return True
        struck = [
            part for head in draft.recipients for part in (head, *grammar.children(head, "nmod:poss", "compound"))
        ]
        return any(part == doer or self._cast.on_one_side(part, doer) for part in struck for doer in act.actors)

    def _beside(self, draft: EventDraft, told: Mapping[int, EventDraft], words: frozenset[str]) -> EventDraft | None:
        """The act of the verb, or of its object, that the noun stands behind by one of the prepositions."""
        first = grammar.conjuncts(draft.trigger.token)[0]
        node = (
            self._counting(first) if draft.recipients or draft.spot else first
        )  # a bare "series of raids" only recalls
        if grammar.preposition(node) not in words:
            return None
        if node.dep_ == "obl":
            return told.get(node.head.i)
        whom = grammar.conjuncts(node.head)[0]  # "killed nine people | in two raids"
        return told.get(whom.head.i) if node.dep_ == "nmod" and whom.dep_ == "obj" else None

    def _called(self, draft: EventDraft, told: Mapping[int, EventDraft]) -> EventDraft | None:
        """The blow that is called so behind it: "shelled a camp, | the second attack this week"."""
        node = draft.trigger.token
        apart = node.left_edge.is_punct or (node.left_edge.i > 0 and node.left_edge.nbor(-1).is_punct)
        act = told.get(node.head.head.i) if node.dep_ == "appos" and node.head.dep_ == "obj" and apart else None
        return act if act is not None and act.entry.type in FORCE else None

    def _counting(self, noun: Token) -> Token:
        """The noun, or the one that counts it ("a wave of attacks")."""
        counted = (
            noun.dep_ == "nmod" and grammar.preposition(noun) == "of" and noun.head.lemma_.lower() in self._measures
        )
        return noun.head if counted else noun


def _are_those(draft: EventDraft, act: EventDraft) -> bool:
    """Whether the noun only says how two talked: "discussed it with the premier | in a phone call"."""
    alone = draft.entry.mode != _VISIT and not draft.recipients
    return alone and len(act.actors) > 1 and _is_any(draft.trigger.token)


def _is_any(noun: Token) -> bool:
    """Whether the words do not say that it is known which: "an attack", "two attacks", "clashes"."""
    articles = [word.lower_ for word in grammar.children(noun, "det", "nmod:poss")]
    return all(article in _LOOSE for article in articles)


def _but_own(draft: EventDraft, act: EventDraft) -> tuple[Token, ...]:
    return tuple(head for head in act.actors if head not in draft.recipients)
