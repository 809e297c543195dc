"""Business: what firms, and those who own, run or buy from them, do among themselves is no act of public life.

A firm is a party as any other where it deals with a state, a court, its workers or a town.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar, walks_of_life

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from collections.abc import Set as AbstractSet

    from onrecord.language.mentions import Who
    from onrecord.language.plain_words import Token
    from onrecord.lexicon.entries import EventEntry
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.entity import Entity
    from onrecord.stages.events.paths import Trigger
    from onrecord.stages.events.roles import Roles

_DEALINGS = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "REQUEST", "REJECT", "RETREAT"})
_RIVALRY = frozenset({"ASSAULT", "COERCE", "THREATEN", "SANCTION"})  # "Boeing is fighting Airbus"
_SAID = frozenset({None, "disapprove"})  # a charge or a suit of one firm against another is public
_BY_WORDS = frozenset({None, "withdraw", "discontinue", "restrict"})
_COURT = "legal"
_TOGETHER = frozenset({"COOPERATE", "CONSULT"})
_MEET, _RESIGN = "meet", "resign"  # to turn down or leave talks, an office
_PRESS = frozenset({"JRN"})
_OF = frozenset({"of", "at"})
# How far from business a party is, as far as it is known.
_FIRM, _UNKNOWN, _THING, _PUBLIC = range(4)
_MOST_STEPS = 4
_STANDING = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss", "conj", "appos"})
_WITHIN = frozenset({"xcomp", "advcl", "acl", "obj"})


class Business:
    """Tells it in one report; `can_act` says whether a word stands for a party."""

    def __init__(self, who: Who, lexicon: Lexicon, can_act: Callable[[Token], bool]) -> None:
        self._who, self._can_act = who, can_act
        self._sectors, self._people = lexicon.list("business_sector"), lexicon.list("business_party")
        self._matters, self._public = lexicon.list("business_matter"), lexicon.list("public_concern")
        self._markets, self._fields = lexicon.list("market_noun"), lexicon.list("business_field")
        self._kin = lexicon.together(*walks_of_life.HOME)
        self._offices, self._state_words = lexicon.list("business_office"), lexicon.list("state_word")

    def holds(self, trigger: Trigger, entry: EventEntry, roles: Roles) -> bool:
        """Whether firms alone take part, or a market does, and nothing of public life is named with it."""
        doers, others = self._kinds(roles.actors, trigger), self._kinds(roles.recipients, trigger)
        if not self._may_be_business(entry, others):
            return False
        if any(_is_called(head, self._markets) for head in roles.actors):
            return True  # "the markets forced the bank to raise its rates"
        parties = [*doers, *others]
        meant = _PUBLIC not in parties and self._is_for_trade(roles.recipients)
        if entry.type in _RIVALRY and meant and (doers or trigger.support is not None):
            return True  # "launched an attack on Apple's dominance", "invaded the grocery business"
        return bool(doers) and self._is_among_firms(trigger, entry, roles, [kind for kind in parties if kind != _THING])

    def _is_among_firms(self, trigger: Trigger, entry: EventEntry, roles: Roles, parties: list[int]) -> bool:
        """Whether nobody but firms takes part; who rescued or fined a bank is mostly a state, though it is not said."""
        if not parties or _PUBLIC in parties or self._is_of_public_life(_clause(trigger)):
            return False
        if entry.type in _RIVALRY and len(parties) > 1 and _FIRM in parties:
            return True
        if self._is_a_pact(entry, roles):
            return False
        firms = parties.count(_FIRM)
        return firms > 1 or (self._is_of_trade(trigger, roles) and (firms == 1 or self._is_near_firms(trigger, roles)))

    def _is_a_pact(self, entry: EventEntry, roles: Roles) -> bool:
        """Whether it is trade that PLOVER counts: named firms work together or talk, or those of two countries deal.

        "Daimler sold the plant to Cerberus" is economic cooperation, "Gazprom agreed with CNPC" between countries.
        """
        found = [self._who.at(head.i) for head in (*roles.actors, *roles.recipients)]
        known = [entity for entity in found if entity is not None]
        if (entry.type in _TOGETHER or entry.mode == _MEET) and sum(entity.named for entity in known) > 1:
            return True
        if entry.mode == _RESIGN and any(entity.named for entity in known):
            return True  # whose name is news has a part in public life
        return len({entity.country for entity in known if entity.country}) > 1

    def _may_be_business(self, entry: EventEntry, others: list[int]) -> bool:
        if entry.type == "ACCUSE":
            things = bool(others) and set(others) == {_THING}  # "blamed weak sales for the loss"
            return (things or entry.mode in _SAID) and _COURT not in entry.contexts
        return entry.type in _DEALINGS or (entry.type in _RIVALRY and entry.mode in _BY_WORDS)

    def _is_for_trade(self, heads: Iterable[Token]) -> bool:
        """Whether it is done to a trade, or to what is gained in one."""
        return any(head.lemma_.lower() in self._fields for head in heads)

    def _kinds(self, heads: Iterable[Token], trigger: Trigger) -> list[int]:
        return [self._kind(head, trigger) for head in heads]

    def _kind(self, head: Token, trigger: Trigger) -> int:
        if _is_called(head, self._people):
            return _FIRM
        entity = self._who.at(head.i)
        if entity is None:
            return _UNKNOWN if self._can_act(head) else _THING
        if _is_called(head, self._offices) and not entity.sectors:
            beside = () if head.lemma_.lower() in self._kin else _clause(trigger).subtree  # a family may face a firm
            return _FIRM if any(map(self._is_firm, (*_owners(head), *beside))) else _PUBLIC
        return self._kind_of(entity)

    def _kind_of(self, entity: Entity) -> int:
        """A firm by its sector or by that of which one is a member; who is known to be nothing may be one."""
        node, steps = entity, 0
        while not node.sectors and node.member_of and steps < _MOST_STEPS:
            node, steps = self._who.entity(node.member_of[0]), steps + 1
        if node.actor is None and not self._state_words.isdisjoint(node.name.lower().split()):
            return _PUBLIC  # "the Federal Deposit Insurance Corp."; not a firm that is known, as "State Farm"
        if node.sectors:
            if node.type == "person" and not self._is_of_firm(node):
                return _PUBLIC  # a billionaire may stand for office
            press = _PRESS.issuperset(node.sectors)
            return _FIRM if self._sectors.issuperset(node.sectors) else _UNKNOWN if press else _PUBLIC
        if node.type in {"place", "group"} or node.country is not None:
            return _PUBLIC
        return _UNKNOWN if node.type in {"organization", "person"} else _THING

    def _is_of_firm(self, person: Entity) -> bool:
        """Whether he has an office in business: "the chief executive", "founder Ana Silva"."""
        office = (person.role or person.name).lower().rpartition(" ")[2]
        known = office in self._offices or office in self._people
        return known or (person.role is None and bool(person.member_of))

    def _is_near_firms(self, trigger: Trigger, roles: Roles) -> bool:
        """Whether bodies of which nothing is known do it, or a firm is named with it ("quit as CEO of the bank")."""
        doers = [self._who.at(head.i) for head in roles.actors]
        if all(doer is not None and doer.type == "organization" for doer in doers):
            return True
        return any(map(self._is_firm, _clause(trigger).subtree))

    def _is_firm(self, word: Token) -> bool:
        entity = self._who.at(word.i)
        known = entity is not None and self._kind_of(entity) == _FIRM
        return known or _is_called(word, self._people)

    def _is_of_public_life(self, act: Token) -> bool:
        """Whether somebody of public life or a matter of it is named with the act: "merged to please the ministry"."""
        while act.dep_ in _WITHIN and not grammar.children(act, "nsubj"):
            act = act.head  # "signed a contract with the ministry | to supply jets", "the city rejected | an offer"
        for word in act.subtree:
            if word.lemma_.lower() in self._public and not any(
                map(self._is_matter, grammar.children(word, "compound"))
            ):
                return True  # but not a "price war"
            firms = self._is_matter(word) or _is_called(word, self._people)
            entity = self._who.at(word.i) if word.dep_ in _STANDING and not firms else None
            if entity is not None and entity.sectors and self._kind_of(entity) == _PUBLIC:
                return True
        return False

    def _is_of_trade(self, trigger: Trigger, roles: Roles) -> bool:
        """Whether it is about what firms buy, sell and own; the parties themselves do not tell that."""
        told = {trigger.token.i, *(head.i for head in roles.actors)}
        return any(self._is_matter(word) for word in _clause(trigger).subtree if word.i not in told)

    def _is_matter(self, word: Token) -> bool:
        return _is_called(word, self._matters)


def _is_called(word: Token, some: AbstractSet[str]) -> bool:
    """Whether a word is one of these and no name: a senator may be called Miller."""
    return word.pos_ != "PROPN" and word.lemma_.lower() in some


def _clause(trigger: Trigger) -> Token:
    """The word whose phrase tells of the act: a noun's verb, where it has one ("launched | an attack")."""
    return trigger.token if trigger.support is None else trigger.support


def _owners(head: Token) -> tuple[Token, ...]:
    """Whose one is: "its rival", "two directors of the mining company", "analysts at the bank"."""
    return (*grammar.children(head, "nmod:poss"), *grammar.prep_objects(head, _OF))
