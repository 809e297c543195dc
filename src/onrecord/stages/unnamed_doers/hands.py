"""In whose hands somebody is who was arrested: "was held when **officers** found a gun", "police searched her home".

Nobody but police, soldiers and the like arrests people, so what they do in the clause that tells when, in one that is
joined or in the sentence before need be no act of force itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.grammar import children, conjuncts
from onrecord.language.mentions import who_in
from onrecord.language.nouns import noun_form
from onrecord.stages.unnamed_doers.passives import WHO_HOLDS, is_another_scene, is_of_its_own

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.entity import Entity
    from onrecord.reading.event import Event
    from onrecord.reading.span import Argument

_ARREST = "arrest"
_GROUPS = frozenset({"organization", "group"})


class Hands:
    """Finds who arrested somebody by what such do beside it, in one report."""

    def __init__(self, doc: Doc, entities: Sequence[Entity], lexicon: Lexicon) -> None:
        self._doc = doc
        self._who = who_in(doc, entities)
        self._whens = lexicon.together("act_when", "act_as_another")
        self._apart = lexicon.together("told_apart", "tells_of_another_act")
        self._holders = lexicon.list("who_holds")

    def doer(self, event: Event, verb: Token) -> Argument | None:
        """The only ones of that kind who do something in such a clause or sentence."""
        if event.mode != _ARREST:
            return None
        clauses = [it for one in conjuncts(verb) for it in children(one, "advcl") if self._tells_when(it)]
        if (found := self._only(clauses, event)) is not None or not is_of_its_own(verb):
            return found
        joined = [other for other in conjuncts(verb) if other.i < verb.i]
        if found := self._only(joined, event):
            return found
        start = verb.sent.start
        if joined or not start or is_another_scene(verb, self._apart):
            return None
        return self._only(conjuncts(self._doc[start - 1].sent.root), event)

    def _tells_when(self, clause: Token) -> bool:
        marks = {mark.lower_ for mark in children(clause, "mark", "advmod")}
        return not marks.isdisjoint(self._whens)

    def _only(self, verbs: Iterable[Token], event: Event) -> Argument | None:
        """Who of that kind does what these verbs tell, if they are of one and were not arrested themselves."""
        doing = [head for verb in verbs for head in children(verb, "nsubj")]
        found = {entity.id: head for head in doing if (entity := self._who.at(head.i)) and self._may_hold(head, entity)}
        held = [self._who.entity(party.entity) for party in event.recipients if party.entity is not None]
        if len(found) != 1 or any(not WHO_HOLDS.isdisjoint(one.sectors) for one in held):
            return None
        return self._who.argument(self._doc, next(iter(found.values())).i)

    def _may_hold(self, head: Token, entity: Entity) -> bool:
        """Police and soldiers, not one of them or who speaks for them."""
        called = noun_form(head, self._holders.__contains__) in self._holders
        kind = called or not WHO_HOLDS.isdisjoint(entity.sectors)
        return kind and entity.type in _GROUPS
