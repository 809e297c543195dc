"""What is told like an act and is none: of trades and their public, of polls, of oneself, of reporters who ask."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.language import grammar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from collections.abc import Set as AbstractSet

    from onrecord.language.plain_words import Token
    from onrecord.lexicon.entries import EventEntry
    from onrecord.lexicon.load import Lexicon
    from onrecord.stages.events.paths import Trigger
    from onrecord.stages.events.roles import Roles

# Types that are politics only where somebody of it is concerned.
_POLITE = frozenset({"REQUEST", "SUPPORT", "AID", "CONSULT"})
_PRIVATE = frozenset({"CONSULT", "AGREE", "AID"})
_OPINIONS = frozenset({"SUPPORT", "REJECT", "ACCUSE", "AGREE"})
_SIDES = frozenset({"SUPPORT", "REJECT"})
_FIXTURES = frozenset({"CONSULT", "ASSAULT", "AGREE"})  # what sides do to each other in a match
_SIDES_TYPES = frozenset({"PLACE", "ORGANIZATION"})
_SAID = _POLITE - {"AID"} | _OPINIONS | {"CONCEDE"}  # what one may do to another in words, and in private
_TURNS_AWAY = frozenset({"REJECT", "SANCTION"})
_BY_MANY = frozenset({"strike", "obstruct", "demo", "boycott", "riot"})  # one alone may starve himself or daub a wall
_IN_CROWDS = frozenset({"demo", "obstruct"})
_FROWNS, _MEETS = "disapprove", "meet"
_ALLEGES = "allege"  # of a crime, or in court: public whoever does it
_HARM = frozenset({"ASSAULT", "COERCE"})  # who does it to himself does it to nobody
_PRESENT = frozenset({"VBZ", "VBP"})
_OBJECT = ("obj",)
_PARTICIPLE = frozenset({"VBN", "VBD"})


class Everyday:
    """Tells such acts by their words."""

    def __init__(self, lexicon: Lexicon, can_act: Callable[[Token], bool]) -> None:
        self._can_act = can_act
        self._audience = lexicon.list("audience")
        self._answers = lexicon.list("answering_verb")
        self._shares = lexicon.list("poll_share")
        self._polls, self._levels = lexicon.list("poll_noun"), lexicon.list("poll_level")
        self._kin = lexicon.list("family_noun")
        self._services = lexicon.list("service_house")
        self._private, self._sport = lexicon.list("leisure_party"), lexicon.list("leisure_own")
        self._matters, self._judges = lexicon.list("leisure_matter"), lexicon.list("leisure_judge")
        self._heard, self._crowds = lexicon.list("leisure_heard"), lexicon.list("leisure_crowd")
        self._lone, self._public = self._private | lexicon.list("lone_trade"), _public(lexicon)

    def holds(self, trigger: Trigger, entry: EventEntry) -> bool:
        """Whether it is no act, whoever does it."""
        if entry.type in _FIXTURES and _is_fixture(trigger.token):
            return True  # "Chelsea visit Anfield", "Spain meet Portugal"
        if entry.type in _HARM and _is_on_oneself(trigger):
            return True  # "killed themselves", "handcuffing herself to a gate"
        if entry.type in _OPINIONS and any(map(self._is_share, grammar.surface_subjects(trigger.token))):
            return True  # "58 percent support the bill"
        if entry.type in _SIDES and self._is_polls_figure(trigger.token):
            return True
        return entry.type == "REQUEST" and self._is_reporters_question(trigger.token)

    def holds_for(self, trigger: Trigger, roles: Roles, entry: EventEntry) -> bool:
        """Whether it is none between these parties."""
        others = (*roles.recipients, *roles.actors[1:])
        private = entry.type in _PRIVATE or self._is_at_home(roles, entry)
        if private and others and all(map(self._is_ones_kin, others)):
            return True
        if entry.type == "PROTEST" and self._is_no_protest(trigger, roles, entry):
            return True
        if (entry.type in _SAID or self._is_parting(entry)) and self._is_leisure(trigger, roles, entry):
            return True
        if entry.type == "AID" and self._is_trade(trigger.token, roles):
            return True
        asked = {word for need in entry.needs if need.path == _OBJECT for word in need.lemmas}
        if entry.type in _POLITE and any(self._is_audience(head, asked) for head in roles.recipients):
            return True
        return entry.type in _OPINIONS and any(map(self._is_polled, roles.actors))

    def _is_polls_figure(self, word: Token) -> bool:
        """Whether a poll says it ("a poll found that Danes back it") or how much of it there is ("low support")."""
        if any(level.lower_ in self._levels for level in grammar.children(word, "amod")):
            return True
        said = [word.head] if word.dep_ == "ccomp" else grammar.children(word, "parataxis")
        return any(who.lemma_.lower() in self._polls for verb in said for who in grammar.children(verb, "nsubj"))

    def _is_ones_kin(self, head: Token) -> bool:
        """Whether it is one's family: "wrote to her daughter"."""
        owners = grammar.children(head, "nmod:poss")
        return head.lemma_.lower() in self._kin and any(owner.pos_ == "PRON" for owner in owners)

    def _is_at_home(self, roles: Roles, entry: EventEntry) -> bool:
        """Whether he says it to his own wife: "he scolded his wife"; the senator's rival may scold the senator's."""
        said = entry.type in _SAID - {"REQUEST"} and entry.mode in {None, _FROWNS}
        return said and bool(roles.actors) and all(head.pos_ == "PRON" for head in roles.actors)

    def _is_leisure(self, trigger: Trigger, roles: Roles, entry: EventEntry) -> bool:
        """Whether those of one game, stage or family say it of one another ("the coach scolded his players").

        So what they or a reviewer say of a film or a meal, and what nobody known to act in public says of a referee.
        """
        if entry.type == "REQUEST" and any(head.head.i != trigger.token.i for head in roles.recipients):
            return False  # "campaigned for the release of their brother"
        doers, others = _words(roles.actors), frozenset(map(self._whose, roles.recipients))
        among = bool(doers) and doers <= self._private
        if among and doers.isdisjoint(self._heard) and (entry.mode == _FROWNS or entry.type in _TURNS_AWAY):
            return entry.mode == _MEETS or all(map(self._is_theirs, roles.recipients))
        if others and others <= self._matters:
            told = bool(doers) or entry.mode == _FROWNS  # "the film was panned"; not "the phone was demanded"
            return told and doers <= self._private | self._judges
        if others and others <= self._sport and entry.mode == _FROWNS and all(map(_is_by_name, roles.actors)):
            return True
        public = entry.mode == _ALLEGES and not others <= self._sport
        return among and bool(others) and not public and others <= self._private | self._matters

    def _is_parting(self, entry: EventEntry) -> bool:
        """Whether one only ends something with another, as singers do with their managers; courts do not."""
        return entry.type == "SANCTION" and entry.mode != "convict"

    def _is_no_protest(self, trigger: Trigger, roles: Roles, entry: EventEntry) -> bool:
        """Whether one alone is in the way or stays away ("the driver blocked the road"), or fans boo a referee."""
        if entry.mode not in _BY_MANY or not roles.actors or trigger.pos != "VERB":
            return False
        if any(map(grammar.is_reflexive, grammar.children(trigger.token, "obj"))):
            return False  # "chained herself to the gate", "set himself on fire"
        if all(map(self._is_lone, roles.actors)):
            return True
        if entry.mode not in _IN_CROWDS or not entry.needs:
            return False
        return _words(roles.actors) <= self._crowds and all(map(self._is_theirs, roles.recipients))

    def _is_lone(self, head: Token) -> bool:
        """Whether it is one of a trade or a family and no crowd."""
        return head.tag_ == "NN" and head.lemma_.lower() in self._lone

    def _is_theirs(self, head: Token) -> bool:
        """Whether it is one of them, or neither a party nor an act nor what public life is about."""
        trifle = head.lemma_.lower() not in self._public and not self._can_act(head)
        return trifle or self._whose(head) in self._private

    def _whose(self, head: Token) -> str:
        """The word itself, or where it is nothing of this kind whose it is ("her sister's drawings")."""
        word = head.lemma_.lower()
        owners = grammar.children(head, "nmod:poss")
        known = word in self._private or word in self._matters
        return word if known or not owners or self._can_act(head) else owners[0].lemma_.lower()

    def _is_trade(self, verb: Token, roles: Roles) -> bool:
        """Whether it is what such a house is for: "the hospital treats patients", not "treated nine men"."""
        present = verb.tag_ in _PRESENT and all(head.lemma_.lower() in self._services for head in roles.actors)
        return present and bool(roles.actors) and all(head.tag_ == "NNS" for head in roles.recipients)

    def _is_audience(self, head: Token, asked: AbstractSet[str]) -> bool:
        """Whether a trade or a medium speaks to its own: "encouraged readers to write"; not "shot at tourists".

        Whom the entry itself names (`asked`) it does not mean so ("treated patients").
        """
        spoken_to = head.dep_ in {"obj", "iobj", "nsubj:pass"} and head.tag_ == "NNS"
        return spoken_to and head.lemma_.lower() in self._audience and head.lemma_.lower() not in asked

    def _is_polled(self, head: Token) -> bool:
        """Whether it is a share of those asked in a poll: "was backed by 42 percent of voters"."""
        return self._is_share(head) or self._is_share(head.head)

    def _is_share(self, word: Token) -> bool:
        return word.lemma_.lower() in self._shares

    def _is_reporters_question(self, verb: Token) -> bool:
        """Whether somebody only asks what is answered: "pressed on the cost, the minister said"."""
        if verb.tag_ not in _PARTICIPLE or grammar.children(verb, "obl:agent", "obj"):
            return False
        if verb.dep_ == "advcl":
            asked = not grammar.children(verb, "nsubj", "nsubj:pass", "aux", "aux:pass")
            return asked and verb.head.lemma_.lower() in self._answers
        answered = any(other.lemma_.lower() in self._answers for other in grammar.children(verb, "conj"))
        return answered and grammar.is_passive(verb) and not grammar.children(verb, "xcomp")


def _is_fixture(verb: Token) -> bool:
    """Whether one name does it in the plural, as only the names of sides do."""
    if verb.tag_ != "VBP" or grammar.children(verb, "aux", "aux:pass"):
        return False
    doers = grammar.children(verb, "nsubj")
    return (
        len(doers) == 1
        and doers[0].tag_ == "NNP"
        and doers[0].ent_type_ in _SIDES_TYPES
        and (len(grammar.conjuncts_below(doers[0])) == 1)
    )


def _is_by_name(head: Token) -> bool:
    """Whether nothing tells what somebody is: "Klopp", "she"."""
    return head.ent_type_ == "PERSON" or head.pos_ == "PRON"


@lru_cache(maxsize=4)
def _public(lexicon: Lexicon) -> frozenset[str]:
    """What public life is about: acts, and what is contested there."""
    return lexicon.list("contested") | frozenset(lexicon.events)


def _words(heads: Iterable[Token]) -> frozenset[str]:
    return frozenset(head.lemma_.lower() for head in heads)


def _is_on_oneself(trigger: Trigger) -> bool:
    """Whether the doer does it to himself alone; who "blew himself up" is told of by a frame that asks for it."""
    selves = [it for it in grammar.children(trigger.token, "obj") if grammar.is_reflexive(it)]
    return any(len(grammar.conjuncts_below(it)) == 1 for it in selves) and not grammar.children(
        trigger.token, "compound:prt"
    )
