"""What people of no public life do among themselves: a coach and his players, a couple, a shop and its customers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

    from onrecord.language.plain_words import Span, Token
    from onrecord.lexicon.entries import EventEntry
    from onrecord.lexicon.load import Lexicon
    from onrecord.stages.events.paths import Trigger
    from onrecord.stages.events.roles import Roles

# What two do by words or gifts is politics only where somebody of it takes part; a blow is one whoever deals it.
_SOCIAL = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
# To stand by or to help a cause may be public, whoever does it ("the singer backed the strike").
_FOR_CAUSES = frozenset({"SUPPORT", "AID"})
# Work laid down, camps cleared and captives freed are acts of those whom their trade brings together.
_GIVEN_UP = frozenset({"CONCEDE", "RETREAT"})
_PLAYED = frozenset({"AGREE", "CONSULT", "COOPERATE"})
_HIRED = frozenset({"AGREE", "COOPERATE", "RETREAT", "CONCEDE"})  # a player and his club
_TRAVELLED = frozenset({"CONSULT", "AGREE", "RETREAT", "CONCEDE"})  # a couple and the land that they visit or leave
_WITHOUT_DOER = frozenset({"AGREE", "CONSULT", "SUPPORT"})
_SIGNED = "057"
_PLURAL = frozenset({"NNS", "NNPS"})
_TITLES = frozenset({"nmod:desc", "compound", "flat", "appos"})
# How private a party is, as far as its words tell.
_PUBLIC, _SOMEBODY, _NAME, _PLACE, _THING, _WARE, _LOOSE, _HOUSE, _TRADE, _PRIVATE, _SHOW, _SPORT = range(12)


class PrivateLife:
    """Tells it of the parties of an act."""

    def __init__(self, lexicon: Lexicon, can_act: Callable[[Token], bool]) -> None:
        self._can_act = can_act
        self._words = (
            (_SPORT, lexicon.list("sport_role")),
            (_SHOW, lexicon.list("stage_role")),
            (_PRIVATE, lexicon.list("private_circle")),
            (_TRADE, lexicon.list("trade_role")),
            (_HOUSE, lexicon.list("private_house")),
            (_WARE, lexicon.list("private_thing") | lexicon.list("private_work")),
        )
        self._works, self._needy = lexicon.list("private_work"), lexicon.list("needy_person")
        self._parties, self._games = lexicon.list("party_in_plural"), lexicon.list("sport_setting")
        self._places = lexicon.list("place_noun")
        self._matches = lexicon.list("sport_contest") | lexicon.list("sport_match")

    def holds(self, trigger: Trigger, roles: Roles, entry: EventEntry) -> bool:
        """Whether nobody of public life takes part: who is not known to have none has one."""
        if entry.type not in _SOCIAL or not (roles.actors or roles.recipients):
            return False
        doers = [self._kind(head, trigger) for head in roles.actors]
        others = [self._kind(head, trigger) for head in roles.recipients]
        if min((*doers, *others)) > _PUBLIC and self._is_played(trigger, entry):
            return True
        if entry.type == "SUPPORT" and others and all(head.lemma_.lower() in self._works for head in roles.recipients):
            return True
        doers, others = _in_their_world(doers, others, entry)
        if not doers:
            return entry.type in _WITHOUT_DOER and min(others) >= _PRIVATE
        if min((*doers, *others)) < _THING or max(doers) < _WARE or self._may_be_public(roles, doers, entry):
            return False
        return _among_themselves(doers, others, entry)

    def _may_be_public(self, roles: Roles, doers: list[int], entry: EventEntry) -> bool:
        """Whether somebody in need is helped by others than his own, or a party may lay something down.

        So "musicians lifted a boycott", "a woman surrendered".
        """
        if entry.type == "AID":
            needy = any(head.lemma_.lower() in self._needy for head in roles.recipients)
            return needy and min(doers) < _PRIVATE
        given_up = entry.type in _GIVEN_UP
        return given_up and any(head.tag_ in _PLURAL or head.lemma_.lower() in self._needy for head in roles.actors)

    def _is_played(self, trigger: Trigger, entry: EventEntry) -> bool:
        """Whether the sentence is one of sport, by words that stand nowhere else: "midfielder", "semi-final"."""
        if entry.type not in _PLAYED and entry.cameo != _SIGNED:
            return False
        sentence: Span = trigger.token.sent
        if any(word.lemma_.lower() in self._games for word in sentence):
            return True
        verbs = (trigger.token, *grammar.children(trigger.token, "xcomp"))
        within = (child for verb in verbs for child in grammar.children(verb, "obl"))
        return any(child.lemma_.lower() in self._matches for child in within)

    def _kind(self, head: Token, trigger: Trigger) -> int:
        if head.pos_ == "PRON":
            meant = trigger.antecedents.get(head.i, frozenset())
            kind = self._kind_of_words(meant)
            return kind if kind >= _PRIVATE and not any(name.startswith("#") for name in meant) else _SOMEBODY
        if head.pos_ == "PROPN":
            called = self._kind_of_words({child.lemma_.lower() for child in head.children if child.dep_ in _TITLES})
            return called if called >= _SHOW else _kind_of_name(head)
        kind = self._kind_of_words({head.lemma_.lower()})
        if kind >= _SHOW:
            return _LOOSE if head.tag_ in _PLURAL and head.lemma_.lower() in self._parties else kind
        if kind >= _WARE and self._is_bare(head, trigger):
            return _LOOSE if kind == _TRADE and head.tag_ in _PLURAL else kind
        if head.lemma_.lower() in self._places:
            return _PLACE
        return _PUBLIC if self._can_act(head) else _THING

    def _kind_of_words(self, words: AbstractSet[str]) -> int:
        return next((kind for kind, some in self._words if not some.isdisjoint(words)), _PUBLIC)

    def _is_bare(self, head: Token, trigger: Trigger) -> bool:
        """Whether nobody public owns or heads them, and they are of no land: "the premier's wife", "Cuban doctors"."""
        for child in head.children:
            if child.ent_type_ and child.dep_ in {"compound", "amod", "nmod:poss", "nmod:desc"}:
                return False
            if head.tag_ in _PLURAL and child.dep_ == "amod":
                return False
            of = child.dep_ == "nmod" and grammar.preposition(child) == "of"
            if (of or (child.dep_ == "nmod:poss" and child.pos_ != "PRON")) and self._kind(child, trigger) < _THING:
                return False
        return True


def _kind_of_name(head: Token) -> int:
    if head.ent_type_ == "PLACE":
        return _PLACE
    return _SOMEBODY if head.ent_type_ == "PERSON" else _NAME


def _in_their_world(doers: list[int], others: list[int], entry: EventEntry) -> tuple[list[int], list[int]]:
    """Names told of as things where they are a player's club or a land that a family visits."""
    told = frozenset[int]()
    best = max(doers, default=_PUBLIC)
    if best >= _SHOW and (entry.type in _HIRED or entry.cameo == _SIGNED):
        told = frozenset({_SOMEBODY, _NAME, _PLACE})
    elif doers and entry.type in _TRAVELLED and min(doers) >= _TRADE:
        told = frozenset({_PLACE})
    return [_THING if kind in told else kind for kind in doers], [_THING if kind in told else kind for kind in others]


def _among_themselves(doers: list[int], others: list[int], entry: EventEntry) -> bool:
    """Whether such people are by themselves; several of a trade, or a firm, only with their customers."""
    if entry.type in _GIVEN_UP:
        return min(doers) >= (_HOUSE if entry.type == "RETREAT" else _TRADE)  # a firm may give way to its customers
    known = bool(others) and min(others) >= (_WARE if max(doers) >= _TRADE else _PRIVATE)
    if known or (others and entry.type in _FOR_CAUSES and entry.cameo != _SIGNED):
        return known
    if min(doers) >= _PRIVATE or (len(doers) > 1 and max(doers) >= _TRADE and min(doers) >= _LOOSE):
        return True
    return (entry.type == "AGREE" or entry.mode == "visit") and min(doers) >= _TRADE
