"""Who only hears a charge: "police received a complaint from a tenant" accuses no police."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar

if TYPE_CHECKING:
    from onrecord.language.mentions import Who
    from onrecord.language.plain_words import Token
    from onrecord.lexicon.entries import EventEntry
    from onrecord.lexicon.load import Lexicon
    from onrecord.stages.events.paths import Trigger

_HEARING_SECTORS = frozenset({"COP", "JUD"})  # whom one turns to with complaints of others
_OF_WHOM = frozenset({"about", "against", "that"})


class Heard:
    """Tells in one report whether the subject of a noun's light verb is not the one accused but the one told."""

    def __init__(self, who: Who, lexicon: Lexicon) -> None:
        self._who = who
        self._hearing, self._charges = lexicon.list("verb_of_hearing"), lexicon.list("heard_charge")

    def is_only_heard(self, trigger: Trigger, entry: EventEntry) -> bool:
        """Whether the charge is one that somebody is told of: by police, or with whom or what it is about."""
        verb = trigger.support
        if entry.type != "ACCUSE" or verb is None or trigger.token.lemma_.lower() not in self._charges:
            return False
        if verb.lemma_.lower() not in self._hearing:
            return False
        words = (word for word in verb.subtree if word.i > trigger.token.i and word.dep_ in {"case", "mark"})
        return any(map(self._is_told, grammar.surface_subjects(verb))) or any(it.lower_ in _OF_WHOM for it in words)

    def but_himself(self, heads: list[Token], entry: EventEntry, actors: list[Token]) -> list[Token]:
        """Those whom a clause tells of less who accuses, who means others: "complained that | he | paid too much"."""
        own = [entity for actor in actors if (entity := self._who.at(actor.i)) is not None]
        return [head for head in heads if entry.type != "ACCUSE" or not any(self._who.at(head.i) is it for it in own)]

    def _is_told(self, subject: Token) -> bool:
        entity = self._who.at(subject.i)
        return entity is not None and not _HEARING_SECTORS.isdisjoint(entity.sectors)
