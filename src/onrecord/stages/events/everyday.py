"""What is told like an act and is none: of trades and their public, polls, oneself, reporters and their sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from onrecord.language.plain_words import Token
    from onrecord.lexicon.entries import EventEntry
    from onrecord.lexicon.load import Lexicon
    from onrecord.stages.events.paths import Trigger
    from onrecord.stages.events.roles import Roles

# Types that are politics only where somebody of it is concerned.
_POLITE = frozenset({"REQUEST", "SUPPORT", "AID", "CONSULT"})
_OPINIONS = frozenset({"SUPPORT", "REJECT", "ACCUSE", "AGREE"})
_SIDES = frozenset({"SUPPORT", "REJECT"})
_FIXTURES = frozenset({"CONSULT", "ASSAULT", "AGREE"})  # what sides do to each other in a match
_SIDES_TYPES = frozenset({"PLACE", "ORGANIZATION"})
_HELPS = frozenset({"AID", "SUPPORT"})
_CARES = frozenset({"AID", "RETREAT", "SUPPORT", "COOPERATE"})
_HARM = frozenset({"ASSAULT", "COERCE"})
_ON_OTHERS = _HARM | {"SUPPORT", "AID"}  # who does it to himself does it to nobody
_PRESENT = frozenset({"VBZ", "VBP"})
_NOTICES = frozenset({"REQUEST", "AGREE"})
_OBJECT = ("obj",)
_OF, _FOR = frozenset({"of"}), frozenset({"for"})
_WHOLE = frozenset({"root", "conj", "parataxis", "ccomp"})
_PARTICIPLE = frozenset({"VBN", "VBD"})


class Everyday:
    """Tells such acts by their words."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._audience = lexicon.list("audience")
        self._answers = lexicon.list("answering_verb")
        self._shares = lexicon.list("poll_share")
        self._polls, self._levels = lexicon.list("poll_noun"), lexicon.list("poll_level")
        self._beasts = lexicon.list("beast")
        self._bidden = lexicon.together("audience", "bidden_public", "anybody")
        self._routine, self._settling = lexicon.list("routine_business"), lexicon.list("settling_word")
        self._steps = lexicon.list("routine_step")
        self._services = lexicon.list("service_house")
        self._anonymity, self._naming = lexicon.list("anonymity_word"), lexicon.list("source_naming_verb")

    def holds(self, trigger: Trigger, entry: EventEntry) -> bool:
        """Whether it is no act, whoever does it."""
        if entry.type in _FIXTURES and _is_fixture(trigger.token):
            return True  # "Chelsea visit Anfield", "Spain meet Portugal"
        bare = entry.type in _HARM or (_OBJECT in entry.recipient and not any(it.path == _OBJECT for it in entry.needs))
        if entry.type in _ON_OTHERS and bare and _is_on_oneself(trigger):
            return True  # "killed themselves", "the theatre supports itself"
        if entry.type in _OPINIONS and any(map(self._is_share, grammar.surface_subjects(trigger.token))):
            return True  # "58 percent support the bill"
        if entry.type in _SIDES and self._is_polls_figure(trigger.token):
            return True
        if entry.type in _NOTICES and self._is_notice(trigger.token):
            return True
        asks = entry.type == "REQUEST"
        return asks and (self._is_reporters_question(trigger.token) or self._is_for_anonymity(trigger.token))

    def holds_for(self, trigger: Trigger, entry: EventEntry, roles: Roles) -> bool:
        """Whether it is none between these parties."""
        if entry.type in _HELPS and self._is_trade(trigger.token, roles):
            return True
        if entry.type in _CARES and roles.recipients and all(map(self._is_beast, roles.recipients)):
            return True  # "rescued a dog", "housed the ants"
        settles = entry.type in _OPINIONS and trigger.token.lemma_.lower() in self._settling
        if settles and self._is_routine(trigger, roles):
            return True
        asked = {word for need in entry.needs if need.path == _OBJECT for word in need.lemmas}
        if entry.type in _POLITE and any(self._is_audience(head, asked) for head in roles.recipients):
            return True
        return entry.type in _OPINIONS and any(map(self._is_polled, roles.actors))

    def _is_routine(self, trigger: Trigger, roles: Roles) -> bool:
        """Whether a board only settles what it has to settle anyway: "approved the minutes", "tabled the calendar".

        So what it pays for such things: "approved 9,000 dollars for a roof", "agreed to advertise the post".
        """
        to_do = [verb for verb in grammar.children(trigger.token, "xcomp", "advcl") if grammar.has_to(verb)]
        verbs = (trigger.token, *to_do)  # "voted 5-0 to approve the minutes"
        settled = [head for verb in verbs for head in grammar.children(verb, "obj", "nsubj:pass")]
        if settled and all(head.pos_ == "PRON" for head in settled):
            settled = list(roles.recipients)  # "a course | that the board approved"
        if trigger.pos == "NOUN":
            settled = grammar.prep_objects(trigger.token, _OF)
        if any(verb.lemma_.lower() in self._steps for verb in to_do):
            return True
        return bool(settled) and all(map(self._is_routine_matter, settled))

    def _is_routine_matter(self, head: Token) -> bool:
        """Whether it is such a thing, or money or a contract for one."""
        bought = grammar.prep_objects(head, _FOR)
        return any(word.lemma_.lower() in self._routine for word in (head, *bought))

    def _is_notice(self, verb: Token) -> bool:
        """Whether a notice has it, which nobody in particular gives: "volunteers are asked to come at noon"."""
        helping = grammar.children(verb, "aux:pass", "aux")
        if not grammar.is_passive(verb) or grammar.children(verb, "obl:agent") or verb.dep_ not in _WHOLE:
            return False
        present = bool(helping) and all(word.tag_ in _PRESENT for word in helping)
        asked = grammar.children(verb, "nsubj:pass")
        return present and any(one.lemma_.lower() in self._bidden for one in asked)

    def _is_beast(self, head: Token) -> bool:
        return head.pos_ == "NOUN" and head.lemma_.lower() in self._beasts

    def _is_polls_figure(self, word: Token) -> bool:
        """Whether a poll says it ("a poll found that Danes back it") or how much of it there is ("low support")."""
        if any(level.lower_ in self._levels for level in grammar.children(word, "amod")):
            return True
        said = [word.head] if word.dep_ == "ccomp" else grammar.children(word, "parataxis")
        return any(who.lemma_.lower() in self._polls for verb in said for who in grammar.children(verb, "nsubj"))

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

    def _is_for_anonymity(self, verb: Token) -> bool:
        """Whether a source asks not to be named: "who asked to remain anonymous", "that her name not be used"."""
        asked = grammar.children(verb, "obj", "obl", "xcomp", "ccomp")
        words = [word for part in asked for word in (part, *grammar.children(part, "xcomp"))]
        if any(word.lemma_.lower() in self._anonymity for word in words):
            return True
        unnamed = [part for part in asked if grammar.is_passive(part) and grammar.negation(part) is not None]
        return any(part.lemma_.lower() in self._naming for part in unnamed)


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


def _is_on_oneself(trigger: Trigger) -> bool:
    """Whether the doer does it to himself alone; who "blew himself up" is told of by a frame that asks for it."""
    selves = [it for it in grammar.children(trigger.token, "obj") if grammar.is_reflexive(it)]
    return any(len(grammar.conjuncts_below(it)) == 1 for it in selves) and not grammar.children(
        trigger.token, "compound:prt"
    )
