"""What is told like an act and is daily life: of schools, parishes and clubs, neighbours who help, thanks at work.

"The choir agreed to sing two hymns", "neighbours rescued a boy", "the owner praised his staff", "felt pressured".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.events.private_kinds import PRIVATE, PUBLIC, SHOW, SOMEBODY, THING, TRADE
from onrecord.stages.events.private_life import is_for_another

if TYPE_CHECKING:
    from onrecord.language.mentions import Who
    from onrecord.language.plain_words import Token
    from onrecord.lexicon.entries import EventEntry
    from onrecord.lexicon.load import Lexicon
    from onrecord.stages.events.paths import Trigger
    from onrecord.stages.events.private_life import PrivateLife
    from onrecord.stages.events.roles import Roles
    from onrecord.stages.events.surroundings import Surroundings

_MILD = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "REJECT"})
_OF_A_PARISH = frozenset({"REL"})  # a sector of public life, but not where a parish supper is told of
_FROWNS = frozenset({None, "disapprove", "allege"})
_INVESTIGATE, _ALLEGE, _ELECTION, _COURT = "investigate", "allege", "election", "legal"
_NAMES = frozenset({"NORP", "PLACE", "ORGANIZATION"})  # "blamed hostility to Muslims"
_YEAR = 4


class DailyLife:
    """Tells it in one report, where nobody of public life takes part."""

    def __init__(self, who: Who, lexicon: Lexicon, life: PrivateLife, around: Surroundings) -> None:
        self._who, self._life, self._around = who, life, around
        self._public = lexicon.list("public_sector")
        self._concerns = lexicon.list("public_concern") - lexicon.list("daily_too")
        self._politics = self._concerns | (lexicon.classes.get("politics", frozenset()) - lexicon.list("daily_too"))
        self._helpers, self._felt = lexicon.list("daily_helper"), lexicon.list("felt_verb")
        self._lone = lexicon.list("lone_helper")
        self._calamities = lexicon.together("driven_out_by", "calamity_word")
        self._thanks, self._praise = lexicon.list("courtesy_verb"), lexicon.list("praise_verb")
        self._audience = lexicon.together("audience", "private_circle", "family_noun")
        self._causes, self._blaming = lexicon.list("cause_noun"), lexicon.list("laying_blame")
        self._force = lexicon.together("means_of_force", "foul_play")
        classes = lexicon.classes
        self._mishaps = classes.get("accident", frozenset()) | classes.get("natural_cause", frozenset())

    def holds(self, trigger: Trigger, entry: EventEntry, roles: Roles) -> bool:
        """Whether it is daily life."""
        if self._is_felt(trigger.token) or _is_of_a_career(trigger, entry, roles):
            return True
        if entry.mode == _INVESTIGATE:
            return self._is_of_mishap(trigger, roles)
        heads = (*roles.actors, *roles.recipients)
        if any(self._is_of_public_life(head, trigger) for head in heads):
            return False
        return self._is_among_themselves(trigger, entry, roles) or self._is_around(trigger, entry)

    def _is_among_themselves(self, trigger: Trigger, entry: EventEntry, roles: Roles) -> bool:
        """Whether it is what such people do for, ask of or say of one another, by its type."""
        if entry.type == "SUPPORT":
            thanks = self._is_thanks(trigger, roles) or self._is_praise_of_trifles(trigger, roles)
            return thanks or self._is_of_show(trigger, roles)
        if entry.type == "REQUEST":
            return not is_for_another(trigger, entry, roles) and self._is_asked_in_private(trigger, roles)
        if entry.type == "CONCEDE":  # "apologised to customers"
            return bool(roles.recipients) and all(map(self._is_audience, roles.recipients))
        if entry.type == "AID":
            return self._is_neighbourly(trigger.token, roles)
        if entry.mode != _ALLEGE:
            return False
        blames = trigger.token.lemma_.lower() in self._blaming
        return (blames and self._is_of_trifles(trigger, roles)) or self._is_grumbling(trigger, roles)

    def _is_around(self, trigger: Trigger, entry: EventEntry) -> bool:
        """Whether daily life is told of around it, and nothing of public life with it."""
        mild = entry.type in _MILD or (entry.type == "ACCUSE" and entry.mode in _FROWNS)
        if not mild or _COURT in entry.contexts or not self._around.are_everyday(trigger.token):
            return False
        return self._has_none(trigger.token, self._concerns)

    def _has_none(self, token: Token, words: frozenset[str]) -> bool:
        return not any(word.lemma_.lower() in words for word in token.sent)

    def _is_of_public_life(self, head: Token, trigger: Trigger) -> bool:
        """Whether a land, an office or a body of it is meant; a priest or a gardener is not, whatever his sector."""
        entity = self._who.at(head.i)
        if entity is None or (not entity.named and self._kind(head, trigger) >= PRIVATE):
            return False
        return entity.country is not None or not self._public.isdisjoint(frozenset(entity.sectors) - _OF_A_PARISH)

    def _is_felt(self, participle: Token) -> bool:
        """Whether only a state of mind is told: "students feel pressured", "she felt attacked"."""
        if participle.tag_ != "VBN" or participle.dep_ != "xcomp" or grammar.children(participle, "obl:agent"):
            return False
        return participle.head.lemma_.lower() in self._felt and not grammar.has_to(participle)

    def _is_of_mishap(self, trigger: Trigger, roles: Roles) -> bool:
        """Whether how an accident came about is looked into, with nobody accused: "is investigating the crash"."""
        named = roles.recipients or grammar.children(trigger.token, "obj")
        if not named or not all(map(self._is_mishap, named)):
            return False
        return self._has_none(trigger.token, self._force)

    def _is_mishap(self, head: Token) -> bool:
        """A crash or a fire, and the cause of one."""
        lemma = head.lemma_.lower()
        if lemma in self._causes:
            return True
        return lemma in self._mishaps and not grammar.children(head, "nmod:poss")

    def _is_thanks(self, trigger: Trigger, roles: Roles) -> bool:
        """Whether people thank one another, or praise those who have no name: "the owner praised his staff"."""
        if trigger.pos != "VERB" or not roles.actors or not roles.recipients:
            return False
        lemma = trigger.token.lemma_.lower()
        if (lemma not in self._thanks and lemma not in self._praise) or not self._has_none(
            trigger.token, self._politics
        ):
            return False  # "thanked those who backed his run for the senate"
        if any(self._who.at(head.i) is None and head.pos_ != "PRON" for head in roles.recipients):
            return False  # "praised the ruling", "welcomed the change"
        heads = (*roles.actors, *roles.recipients)
        if lemma in self._praise and any(self._kind(head, trigger) == PUBLIC for head in heads):
            return False
        named = [entity for head in roles.recipients if (entity := self._who.at(head.i)) is not None and entity.named]
        return lemma in self._thanks or not named

    def _is_praise_of_trifles(self, trigger: Trigger, roles: Roles) -> bool:
        """Whether a thing is praised that public life is not about: "barbers praised the new scissors"."""
        return trigger.token.lemma_.lower() in self._praise and self._is_of_trifles(trigger, roles)

    def _is_of_show(self, trigger: Trigger, roles: Roles) -> bool:
        """Whether one stands by a player or a singer who is not named: "the manager defended his pitcher"."""
        return bool(roles.recipients) and all(self._kind(head, trigger) >= SHOW for head in roles.recipients)

    def _is_asked_in_private(self, trigger: Trigger, roles: Roles) -> bool:
        """Whether one of a trade or at home is asked, or asks those of no name: "urged buyers to bid", "her doctor"."""
        if not roles.actors or not roles.recipients or not self._has_none(trigger.token, self._concerns):
            return False
        asking = min(self._kind(head, trigger) for head in roles.actors)
        asked = min(self._kind(head, trigger) for head in roles.recipients)
        unnamed = all(head.pos_ == "PRON" for head in roles.recipients)
        return (asking >= SOMEBODY and asked >= TRADE) or (asking >= TRADE and asked >= SOMEBODY and unnamed)

    def _is_grumbling(self, trigger: Trigger, roles: Roles) -> bool:
        """Whether customers or viewers alone complain, of nobody: "viewers complained that it was too short"."""
        if not roles.actors or roles.recipients:
            return False
        private = all(self._kind(head, trigger) >= PRIVATE for head in roles.actors)
        return private and self._has_none(trigger.token, self._concerns)

    def _kind(self, head: Token, trigger: Trigger) -> int:
        return self._life.kinds.of(head, trigger)

    def _is_audience(self, head: Token) -> bool:
        return head.tag_ == "NNS" and head.lemma_.lower() in self._audience

    def _is_neighbourly(self, verb: Token, roles: Roles) -> bool:
        """Whether neighbours, teachers or a passer-by help, and no calamity is told of."""
        if not roles.actors or not self._has_none(verb, self._calamities):
            return False
        two = bool(roles.recipients) and all(map(self._is_somebody, (*roles.actors, *roles.recipients)))
        return two or all(map(self._is_helper, roles.actors))

    def _is_somebody(self, head: Token) -> bool:
        """Whether it is one person of no name: "an usher helped a woman"."""
        entity = self._who.at(head.i)
        return entity is not None and entity.type == "person" and not entity.named and head.tag_ == "NN"

    def _is_helper(self, head: Token) -> bool:
        lemma = head.lemma_.lower()
        if lemma in self._helpers or (lemma in self._lone and head.tag_ == "NN"):
            return True
        entity = self._who.at(head.i)
        return entity is not None and entity.named and self._life.kinds.is_daily_body(entity)

    def _is_of_trifles(self, trigger: Trigger, roles: Roles) -> bool:
        """Whether things alone are blamed, and nothing of public life is named: "blamed a broken grinder"."""
        if not roles.actors or not roles.recipients or any(self._kind(it, trigger) == PUBLIC for it in roles.actors):
            return False
        things = all(
            self._who.at(it.i) is None and self._kind(it, trigger) >= THING and self._life.is_theirs(it, trigger)
            for it in roles.recipients
        )
        named = any(word.ent_type_ in _NAMES for head in roles.recipients for word in head.subtree)
        return things and not named and self._has_none(trigger.token, self._concerns)


def _is_of_a_career(trigger: Trigger, entry: EventEntry, roles: Roles) -> bool:
    """Whether an election is only a date in somebody's life: "was elected to the board in 1974"."""
    if _ELECTION not in entry.contexts or entry.type != "SUPPORT" or roles.actors:
        return False
    verb = trigger.token
    if trigger.pos != "VERB" or not grammar.is_passive(verb):
        return False
    return any(map(_is_year, grammar.children(verb, "obl", "obl:tmod", "nmod")))


def _is_year(word: Token) -> bool:
    """Whether it is a bare year: "in 1974", not "in March 2024"."""
    return word.text.isdigit() and len(word.text) == _YEAR and grammar.preposition(word) in {"in", "since"}
