"""Protests that are none: one alone in the way ("the driver blocked the road"), fans who boo a referee."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.events.private_kinds import TRADE

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.lexicon.entries import EventEntry
    from onrecord.lexicon.load import Lexicon
    from onrecord.stages.events.paths import Trigger
    from onrecord.stages.events.private_life import PrivateLife
    from onrecord.stages.events.roles import Roles

_BY_MANY = frozenset({"strike", "obstruct", "demo", "boycott", "riot"})  # one alone may starve himself or daub a wall
_IN_CROWDS = frozenset({"demo", "obstruct"})


class LoneProtest:
    """Tells it of the parties of a protest."""

    def __init__(self, lexicon: Lexicon, life: PrivateLife) -> None:
        self._life = life
        self._lone, self._crowds = lexicon.list("lone_trade"), lexicon.list("leisure_crowd")

    def holds(self, trigger: Trigger, entry: EventEntry, roles: Roles) -> bool:
        """Whether one alone is in the way or stays away, or a crowd that came to see something is loud about it."""
        if entry.type != "PROTEST" or entry.mode not in _BY_MANY or not roles.actors or trigger.pos != "VERB":
            return False
        if any(map(grammar.is_reflexive, grammar.children(trigger.token, "obj"))):
            return False  # "chained herself to the gate", "set himself on fire"
        if all(self._is_lone(head, trigger) for head in roles.actors):
            return True
        if entry.mode not in _IN_CROWDS or not entry.needs:
            return False
        crowds = all(head.lemma_.lower() in self._crowds for head in roles.actors)
        return crowds and all(self._life.is_theirs(head, trigger) for head in roles.recipients)

    def _is_lone(self, head: Token, trigger: Trigger) -> bool:
        """Whether it is one of a trade or a family and no crowd."""
        if head.tag_ != "NN":
            return False
        kind = self._life.kinds.of(head, trigger)
        return head.lemma_.lower() in self._lone or kind >= TRADE
