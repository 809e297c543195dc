"""What people of no public life say and do among themselves: a coach and his players, a shop and its guests."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.language import grammar, walks_of_life
from onrecord.stages.events.paths import follow
from onrecord.stages.events.private_kinds import (
    GIVEN_UP,
    HOME,
    HOUSE,
    LOOSE,
    NAME,
    PLACE,
    PRIVATE,
    PUBLIC,
    SHOW,
    SIGNED,
    SOMEBODY,
    SPORT,
    THING,
    TRADE,
    VISIT,
    WARE,
    PrivateKinds,
    among_themselves,
    in_their_world,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from onrecord.language.mentions import Who
    from onrecord.language.plain_words import Span, Token
    from onrecord.lexicon.entries import EventEntry
    from onrecord.lexicon.load import Lexicon
    from onrecord.stages.events.paths import Trigger
    from onrecord.stages.events.roles import Roles
    from onrecord.stages.events.surroundings import Surroundings

# What two do by words or gifts is politics only where somebody of it takes part; a blow is one whoever deals it.
_SOCIAL = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
_SAID = frozenset({"AGREE", "CONSULT", "SUPPORT", "REQUEST", "REJECT", "ACCUSE", "CONCEDE"})
_IN_A_LIFE = _SOCIAL | {"REQUEST"}  # what an obituary tells of somebody and his family
_ASKS_OR_NOT = frozenset({"REQUEST", "REJECT"})
_SIDES = frozenset({NAME, PLACE, SPORT})  # as far as a game shows them
_PEOPLE = frozenset({SOMEBODY, LOOSE, TRADE, HOME, PRIVATE, SHOW, SPORT})
_BLOW = "ASSAULT"
_TOLD = _SOCIAL | _SAID | {"THREATEN", "SANCTION"}
# Asked, agreed or discussed with somebody private it is private, whoever does it; the others only where he does it.
_DEALINGS = frozenset({"AGREE", "REQUEST", "CONSULT"})
_STANDS = frozenset({"SUPPORT", "AID", "COOPERATE", "THREATEN"})
_WITH_KIN = frozenset({"CONSULT", "AGREE", "AID"})
# Work laid down, camps cleared and captives freed are acts of those whom their trade brings together.
_PLAYED = frozenset({"AGREE", "CONSULT", "COOPERATE"})
_WITHOUT_DOER = frozenset({"AGREE", "CONSULT", "SUPPORT"})
_TURNS_AWAY = frozenset({"REJECT", "SANCTION"})
_MEET, _DISAPPROVE, _CONVICT = "meet", "disapprove", "convict"
_ALLEGE = "allege"  # of a crime, or in court: public whoever does it
_OBJECT = ("obj",)
_ASKED_TO_DO = frozenset({"nsubj", "nsubj:pass"})
_PLURAL = frozenset({"NNS", "NNPS"})


class PrivateLife:
    """Tells it of the parties of an act."""

    def __init__(self, who: Who, lexicon: Lexicon, can_act: Callable[[Token], bool], around: Surroundings) -> None:
        self._who, self._can_act, self._lexicon = who, can_act, lexicon
        self.kinds = PrivateKinds(who, lexicon, can_act)
        self._kin, self._game = lexicon.list("family_noun"), lexicon.together("field_role", "game_role")
        self._works, self._matters = lexicon.list("private_work"), lexicon.list("private_matter")
        self._reviewers, self._needy = lexicon.list("reviewer"), lexicon.list("needy_person")
        self._games = lexicon.together("field_role", "sport_setting")
        self._matches = lexicon.together("sport_contest", "sport_match")
        self._contested = _contested(lexicon)
        self._around, self._courtesies = around, lexicon.list("courtesy_verb")
        self._public = lexicon.together("public_concern", "contested")

    def holds(self, trigger: Trigger, entry: EventEntry, roles: Roles) -> bool:
        """Whether nobody of public life takes part: who is not known to have none has one."""
        if self._is_of_its_surroundings(trigger, entry, roles) or self._is_a_writers(trigger, entry, roles):
            return True
        if entry.type not in _TOLD or _is_in_court(entry) or is_for_another(trigger, entry, roles):
            return False
        if self._is_with_kin(entry, roles) or self._is_a_players(entry, roles):
            return True
        doers = [self.kinds.of(head, trigger) for head in roles.actors]
        others = [self.kinds.of(head, trigger) for head in roles.recipients]
        return (
            self._is_played(trigger, entry, (*doers, *others))
            or self._is_dealt(trigger, entry, roles, doers, others)
            or self._is_courtesy(trigger, entry, roles, others)
            or self._is_social(entry, roles, doers, others)
            or self._is_said(trigger, entry, roles, doers)
        )

    def _is_of_its_surroundings(self, trigger: Trigger, entry: EventEntry, roles: Roles) -> bool:
        """Whether a game or a notice of death is told of, and nobody public takes part."""
        heads = (*roles.actors, *roles.recipients)
        entities = [self._who.at(head.i) for head in heads]
        if any(it is not None and walks_of_life.is_of_public_sector(it, self._lexicon) for it in entities):
            return False
        if entry.type in _IN_A_LIFE and self._around.are_of_death(trigger.token):
            return True
        return self._is_at_play(trigger, entry, roles) and self._around.are_of_game(trigger.token)

    def _is_a_writers(self, trigger: Trigger, entry: EventEntry, roles: Roles) -> bool:
        """Whether somebody tells of himself of whom nothing is known: "I thank the two men who helped me"."""
        heads = (*roles.actors, *roles.recipients)
        mine = [head for head in heads if any(map(self._is_unknown_speaker, (head, *_owned_by(head))))]
        if not mine or entry.type not in _IN_A_LIFE | {"REJECT"}:
            return False
        others = [self.kinds.of(head, trigger) for head in heads if head not in mine]
        public = any(head.lemma_.lower() in self._public for head in roles.recipients)
        return min(others, default=SOMEBODY) >= SOMEBODY and not public

    def _is_unknown_speaker(self, head: Token) -> bool:
        return head.pos_ == "PRON" and {"Person=1", "Number=Sing"} <= set(head.morph) and self._who.at(head.i) is None

    def _is_at_play(self, trigger: Trigger, entry: EventEntry, roles: Roles) -> bool:
        """Whether it may be of a game: what sides agree on, visits, blows at nobody, what a coach says of anything."""
        doers = [self.kinds.of(head, trigger) for head in roles.actors]
        others = [self.kinds.of(head, trigger) for head in roles.recipients]
        if entry.type in _PLAYED or entry.type == _BLOW:
            return entry.type != _BLOW or min(others, default=THING) >= THING  # "attacked early"
        if entry.type in _ASKS_OR_NOT and min(others, default=THING) >= THING and doers:
            leagues = [head.lemma_.lower() in self._matches for head in roles.actors]
            return all(leagues) or _SIDES.issuperset(doers)  # "the league turned down the stadium"
        of_sport = bool(doers) and min(doers) >= SPORT
        return of_sport and entry.type in _SAID | _SOCIAL and (entry.mode != _ALLEGE or min(others, default=0) >= THING)

    def _is_with_kin(self, entry: EventEntry, roles: Roles) -> bool:
        """Whether it is with one's own family: "wrote to her daughter"; "he scolded his wife", not the senator's."""
        others = (*roles.recipients, *roles.actors[1:])
        at_home = entry.type in _SAID - {"REQUEST"} and entry.mode in {None, _DISAPPROVE}
        alone = bool(roles.actors) and all(head.pos_ == "PRON" for head in roles.actors)
        if entry.type not in _WITH_KIN and not (at_home and alone):
            return False
        return bool(others) and all(map(self._is_ones_kin, others))

    def _is_ones_kin(self, head: Token) -> bool:
        owners = grammar.children(head, "nmod:poss")
        return head.lemma_.lower() in self._kin and any(owner.pos_ == "PRON" for owner in owners)

    def _is_a_players(self, entry: EventEntry, roles: Roles) -> bool:
        """Whether a player without a name does it: whomever he asks or agrees with, it is of his sport.

        So what one backs, offers or threatens alone; several may stand for something in public.
        """
        alone = all(head.tag_ not in _PLURAL for head in roles.actors)
        dealt = entry.type in _DEALINGS or (entry.type in _STANDS and alone)
        return dealt and bool(roles.actors) and all(map(self._is_player, roles.actors))

    def _is_player(self, head: Token) -> bool:
        entity = self._who.at(head.i)
        return head.lemma_.lower() in self._game and (entity is None or not entity.named)

    def _is_played(self, trigger: Trigger, entry: EventEntry, kinds: Iterable[int]) -> bool:
        """Whether the sentence is one of sport, by words that stand nowhere else: "midfielder", "semi-final"."""
        if (entry.type not in _PLAYED and entry.cameo != SIGNED) or min(kinds, default=PUBLIC) == PUBLIC:
            return False
        sentence: Span = trigger.token.sent
        if any(word.lemma_.lower() in self._games for word in sentence):
            return True
        verbs = (trigger.token, *grammar.children(trigger.token, "xcomp"))
        within = (child for verb in verbs for child in grammar.children(verb, "obl"))
        return any(child.lemma_.lower() in self._matches for child in within)

    def _is_dealt(self, trigger: Trigger, entry: EventEntry, roles: Roles, doers: list[int], others: list[int]) -> bool:
        """Whether nobody public has a part in it, and somebody private has, or it is about private things."""
        if entry.type not in _DEALINGS and entry.type not in _STANDS:
            return False
        if not others:
            doers, others = doers[:1], doers[1:]  # of those who do it together, one does it with the others
        if entry.mode == VISIT:
            others = [THING if kind == PLACE else kind for kind in others]
        if min((*doers, *others), default=SOMEBODY) < SOMEBODY:
            return False
        if entry.mode == VISIT and roles.actors and all(head.pos_ == "PRON" for head in roles.actors):
            return True  # "we visited Lisbon": whoever says so is no envoy
        private = HOME if entry.type == "CONSULT" else PRIVATE  # kin ask and are asked in public, too
        if doers and min(doers) >= private:
            return True
        if entry.type in _DEALINGS and max(others, default=PUBLIC) >= private:
            return True
        about = follow(trigger, _OBJECT) if doers and trigger.pos == "VERB" and entry.type != "AID" else []
        return bool(about) and all(map(self._is_matter, about))

    def _is_matter(self, head: Token) -> bool:
        """Whether it is a thing of private life, whatever is done with it: a film, a meal, a lease."""
        return head.lemma_.lower() in self._matters or head.lemma_.lower() in self._works

    def _is_courtesy(self, trigger: Trigger, entry: EventEntry, roles: Roles, others: list[int]) -> bool:
        """Whether people of no name or office are thanked, welcomed or honoured, by whomever: "thanked them"."""
        entities = (self._who.at(head.i) for head in roles.recipients)
        named = any(it is not None and (it.named or it.sectors) for it in entities)
        courteous = entry.type == "SUPPORT" and trigger.token.lemma_.lower() in self._courtesies
        return courteous and bool(others) and not named and _PEOPLE.issuperset(others)

    def _is_social(self, entry: EventEntry, roles: Roles, doers: list[int], others: list[int]) -> bool:
        """Whether those of sport, stage, trade or home do something for one another."""
        if entry.type not in _SOCIAL or not (doers or others):
            return False
        if entry.type == "SUPPORT" and others and all(head.lemma_.lower() in self._works for head in roles.recipients):
            return True
        doers, others = in_their_world(doers, others, entry)
        if not doers:
            return entry.type in _WITHOUT_DOER and min(others) >= HOME
        if min((*doers, *others)) < THING or max(doers) < WARE or self._may_be_public(roles, doers, entry):
            return False
        return among_themselves(doers, others, entry)

    def _may_be_public(self, roles: Roles, doers: list[int], entry: EventEntry) -> bool:
        """Whether somebody in need is helped by others than his own, or a party may lay something down.

        So "musicians lifted a boycott", "a woman surrendered".
        """
        if entry.type == "AID":
            needy = any(head.lemma_.lower() in self._needy for head in roles.recipients)
            return needy and min(doers) < HOME
        given_up = entry.type in GIVEN_UP
        return given_up and any(head.tag_ in _PLURAL or head.lemma_.lower() in self._needy for head in roles.actors)

    def _is_said(self, trigger: Trigger, entry: EventEntry, roles: Roles, doers: list[int]) -> bool:
        """Whether those of one game, stage or family say it of one another ("the coach scolded his players").

        So what they or a reviewer say of a film or a meal, and what nobody known to act in public says of a referee.
        """
        if entry.type not in _SAID and entry.type != "SANCTION":
            return False
        among = bool(doers) and min(doers) >= LOOSE and HOUSE not in doers
        frowns = entry.mode == _DISAPPROVE
        if among and min(doers) >= PRIVATE and (frowns or entry.type in _TURNS_AWAY):
            snubbed = entry.mode == _MEET and all(self.kinds.of(head, trigger) != PUBLIC for head in roles.recipients)
            return snubbed or all(self.is_theirs(head, trigger) for head in roles.recipients)
        if not roles.recipients:
            return False
        if all(map(self._is_matter, roles.recipients)):
            told = bool(doers) or frowns  # "the film was panned"; not "the phone was demanded"
            return told and (among or all(head.lemma_.lower() in self._reviewers for head in roles.actors))
        if frowns and all(head.lemma_.lower() in self._game for head in roles.recipients):
            return all(map(_is_by_name, roles.actors))
        owned = all(self._is_matter(head) or self._is_ones_own(head, trigger) for head in roles.recipients)
        return among and entry.mode != _ALLEGE and owned

    def is_theirs(self, head: Token, trigger: Trigger) -> bool:
        """Whether it is one of them, or neither a party nor an act nor what public life is about."""
        trifle = head.lemma_.lower() not in self._contested and not self._can_act(head)
        return trifle or self._is_ones_own(head, trigger)

    def _is_ones_own(self, head: Token, trigger: Trigger) -> bool:
        """Whether it is one of them, or a thing of theirs ("her sister's drawings"); a firm may be called to act."""
        kind = self.kinds.of(head, trigger)
        owners = grammar.children(head, "nmod:poss") if kind == THING else ()
        kinds = (kind, *(self.kinds.of(owner, trigger) for owner in owners))
        return HOUSE not in kinds and max(kinds) >= LOOSE


def _is_in_court(entry: EventEntry) -> bool:
    return entry.type == "SANCTION" and entry.mode == _CONVICT


def is_for_another(trigger: Trigger, entry: EventEntry, roles: Roles) -> bool:
    """Whether one who is not asked himself is the object: "campaigned for the release of their brother".

    Who stands behind the thing asked for is asked: "demanded an answer from her brother", "said he should go".
    """
    if entry.type != "REQUEST":
        return False
    others = [head for head in roles.recipients if head.head.i != trigger.token.i]
    return any(grammar.preposition(head) != "from" and head.dep_ not in _ASKED_TO_DO for head in others)


def _owned_by(head: Token) -> list[Token]:
    return grammar.children(head, "nmod:poss")


def _is_by_name(head: Token) -> bool:
    """Whether nothing tells what somebody is: "Klopp", "she"."""
    return head.ent_type_ == "PERSON" or head.pos_ == "PRON"


@lru_cache(maxsize=4)
def _contested(lexicon: Lexicon) -> frozenset[str]:
    """What public life is about: acts, and what is contested there."""
    return lexicon.list("contested") | frozenset(lexicon.events)
