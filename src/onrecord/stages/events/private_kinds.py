"""How far the parties of an act stand from public life, as their words, names and sectors tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.language import grammar, walks_of_life

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

    from onrecord.language.mentions import Who
    from onrecord.language.plain_words import Token
    from onrecord.lexicon.entries import EventEntry
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.entity import Entity
    from onrecord.stages.events.paths import Trigger


# From parties of public life to people who have none; a higher kind is more private. NAME is a body of which nothing
# else is known, SOMEBODY a person or people of whom nothing is, WARE what is bought or looked at, LOOSE those of a kind
# below in the plural, who may speak up together ("players"), HOUSE a firm or school, TRADE one of a trade, HOME kin,
# tenants and others who ask in public, too.
PUBLIC: Final = 0
NAME: Final = 1
PLACE: Final = 2
SOMEBODY: Final = 3
THING: Final = 4
WARE: Final = 5
LOOSE: Final = 6
HOUSE: Final = 7
TRADE: Final = 8
HOME: Final = 9
PRIVATE: Final = 10
SHOW: Final = 11
SPORT: Final = 12

_HIRED = frozenset({"AGREE", "COOPERATE", "RETREAT", "CONCEDE"})  # a player and his club
_TRAVELLED = frozenset({"CONSULT", "AGREE", "RETREAT", "CONCEDE"})  # a couple and the land that they visit or leave
GIVEN_UP = frozenset({"CONCEDE", "RETREAT"})
# To stand by or to help a cause may be public, whoever does it ("the singer backed the strike").
_FOR_CAUSES = frozenset({"SUPPORT", "AID"})
SIGNED, VISIT = "057", "visit"
_PLURAL = frozenset({"NNS", "NNPS"})
_TITLES = frozenset({"nmod:desc", "compound", "flat", "appos"})
_OWNERS = frozenset({"compound", "amod", "nmod:poss", "nmod:desc"})


class PrivateKinds:
    """Tells the kind of a party in one report."""

    def __init__(self, who: Who, lexicon: Lexicon, can_act: Callable[[Token], bool]) -> None:
        self._who, self._can_act = who, can_act
        self._words = (
            (SPORT, lexicon.together(*walks_of_life.SPORT)),
            (SHOW, lexicon.together(*walks_of_life.STAGE)),
            (PRIVATE, lexicon.together(*walks_of_life.PRIVATE, "beast")),
            (HOME, lexicon.together(*walks_of_life.HOME)),
            (TRADE, lexicon.together("trade_role")),
            (HOUSE, lexicon.together("private_house")),
            (WARE, lexicon.together("private_work", "private_matter", "private_thing")),
        )
        self._lexicon = lexicon
        self._loose = lexicon.list("party_in_plural")
        self._places = lexicon.list("place_noun")
        self._bodies = lexicon.list("daily_body")

    def of(self, head: Token, trigger: Trigger) -> int:
        """The kind of the party that `head` stands for."""
        entity = self._who.at(head.i)
        if head.pos_ == "PRON":
            meant = trigger.antecedents.get(head.i, frozenset())
            kind = self._of_words(meant)
            named = any(name.startswith("#") for name in meant)
            return kind if kind >= HOME and not named else self._of_entity(entity, SOMEBODY)
        if head.pos_ == "PROPN":
            titles = {child.lemma_.lower() for child in head.children if child.dep_ in _TITLES}
            called = self._of_words(titles | self._role_of(entity))
            body = PRIVATE if head.lower_ in self._bodies else _of_name(head)
            return called if called >= SHOW else self._of_entity(entity, body)
        return self._of_noun(head, entity, trigger)

    def _of_noun(self, head: Token, entity: Entity | None, trigger: Trigger) -> int:
        kind = self._of_words({head.lemma_.lower()})
        if kind >= SHOW:
            return LOOSE if head.tag_ in _PLURAL and head.lemma_.lower() in self._loose else kind
        if kind >= WARE and self._is_bare(head, trigger):
            return LOOSE if kind == TRADE and head.tag_ in _PLURAL else kind
        if head.lemma_.lower() in self._places:
            return PLACE
        return self._of_entity(entity, SOMEBODY) if self._can_act(head) else THING

    def _of_words(self, words: AbstractSet[str]) -> int:
        return next((kind for kind, some in self._words if not some.isdisjoint(words)), PUBLIC)

    def _role_of(self, entity: Entity | None) -> frozenset[str]:
        """The noun of the office that a name goes by ("the Cuban pianist" of "Ana Ruiz")."""
        role = entity.role if entity is not None else None
        return frozenset({role.lower().rpartition(" ")[2]}) if role else frozenset()

    def _of_entity(self, entity: Entity | None, unknown: int) -> int:
        """What an entity's land, sectors and type say; `unknown` where they say nothing."""
        if entity is None:
            return unknown
        if entity.type == "place":
            return PLACE
        if walks_of_life.is_of_public_sector(entity, self._lexicon):
            return PUBLIC
        if entity.type == "organization":
            return (PRIVATE if self.is_daily_body(entity) else NAME) if entity.named else PUBLIC
        return PUBLIC if entity.country is not None else unknown

    def is_daily_body(self, body: Entity) -> bool:
        """Whether its name says that it is a club, a choir, a school: "the Lions Club", "Pine Street Elementary"."""
        return body.actor is None and not self._bodies.isdisjoint(body.name.lower().split())

    def _is_bare(self, head: Token, trigger: Trigger) -> bool:
        """Whether nobody public owns or heads them, and they are of no land: "the premier's wife", "Cuban doctors"."""
        for child in head.children:
            if child.ent_type_ and child.dep_ in _OWNERS:
                return False
            if head.tag_ in _PLURAL and child.dep_ == "amod":
                return False
            of = child.dep_ == "nmod" and grammar.preposition(child) == "of"
            if (of or (child.dep_ == "nmod:poss" and child.pos_ != "PRON")) and self.of(child, trigger) < THING:
                return False
        return True


def _of_name(head: Token) -> int:
    if head.ent_type_ == "PLACE":
        return PLACE
    return SOMEBODY if head.ent_type_ == "PERSON" else NAME


def in_their_world(doers: list[int], others: list[int], entry: EventEntry) -> tuple[list[int], list[int]]:
    """Names told of as things where they are a player's club or a land that a family visits."""
    told = frozenset[int]()
    best = max(doers, default=PUBLIC)
    if best >= SHOW and (entry.type in _HIRED or entry.cameo == SIGNED):
        told = frozenset({SOMEBODY, NAME, PLACE})
    elif doers and entry.type in _TRAVELLED and min(doers) >= TRADE:
        told = frozenset({PLACE})
    return [THING if kind in told else kind for kind in doers], [THING if kind in told else kind for kind in others]


def among_themselves(doers: list[int], others: list[int], entry: EventEntry) -> bool:
    """Whether such people are by themselves; several of a trade, or a firm, only with their customers."""
    if entry.type in GIVEN_UP:
        return min(doers) >= (HOUSE if entry.type == "RETREAT" else TRADE)  # a firm may give way to its customers
    known = bool(others) and min(others) >= (WARE if max(doers) >= TRADE else HOME)
    if known or (others and entry.type in _FOR_CAUSES and entry.cameo != SIGNED):
        return known
    if min(doers) >= HOME or (len(doers) > 1 and max(doers) >= TRADE and min(doers) >= LOOSE):
        return True
    return (entry.type == "AGREE" or entry.mode == VISIT) and min(doers) >= TRADE
