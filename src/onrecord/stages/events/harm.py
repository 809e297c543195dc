"""Harm that nobody does: what things, beasts and weather do, and mishaps of work and traffic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.events.paths import follow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from onrecord.language.plain_words import Token
    from onrecord.lexicon.entries import EventEntry
    from onrecord.lexicon.load import Lexicon
    from onrecord.stages.events.drafts import EventDraft
    from onrecord.stages.events.paths import Trigger
    from onrecord.stages.events.roles import Roles

_FORCE = frozenset({"ASSAULT"})
_HARMS = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
_CLASHES = frozenset({"ASSAULT", "COERCE", "PROTEST"})
_BY_HAND = frozenset({"ASSAULT", "COERCE"})
_TELLING = frozenset({"NOUN", "PROPN", "VERB"})
_DRIVEN_OUT = "expel"
_SUBJECT = ("subj",)
_OBJECT = ("obj",)
_OF = frozenset({"of"})
_HIT = frozenset({"into", "off", "from", "over", "against", "through", "onto", "down"})
_MISHAPS = ("accident", "natural_cause", "falling_thing")


class Harm:
    """Tells in one report which harm nobody did; `can_act` says whether a word stands for a party."""

    def __init__(self, lexicon: Lexicon, can_act: Callable[..., bool]) -> None:
        self._lexicon = lexicon
        self._can_act = can_act
        self._means = lexicon.together("instrument", "means_of_force")
        self._armed = lexicon.list("armed_modifier")
        self._beasts = lexicon.list("beast")
        self._of_nature = lexicon.together("beast", "natural_blow")
        self._storms = lexicon.list("named_storm")
        classes = lexicon.classes
        self._mishaps = classes.get("accident_verb", frozenset())
        causes = (classes.get(name, frozenset()) for name in _MISHAPS)
        self._calamities = self._mishaps.union(*causes)
        self._driving = lexicon.list("driven_out_by")
        people = lexicon.together("crewed", "thing_noun")
        self._weapons = lexicon.list("instrument") - people - self._calamities
        self._measures = lexicon.together("measure_noun", "quantity_noun")
        self._causes = lexicon.list("cause_mark")

    def is_nobodys(self, trigger: Trigger, entry: EventEntry, roles: Roles) -> bool:
        """Whether no one did it to them: "the shark attacked a surfer", "was killed when a tram hit his van"."""
        by_nature = entry.type in _BY_HAND and any(map(self._is_of_nature, self._doers(trigger, entry)))
        driven = entry.mode == _DRIVEN_OUT and not roles.actors
        if by_nature or (driven and self._is_flight_from_nature(trigger.token)):
            return True
        if entry.type not in _FORCE or trigger.pos != "VERB":
            return False
        if self._asks_for_doer(trigger, entry):
            return False
        if self._is_of_crash(trigger.token):
            return True
        if roles.thing and not roles.actors and not grammar.has_to(grammar.conjuncts(trigger.token)[0]):
            return not any(map(self._is_means, follow(trigger, _SUBJECT)))
        return not roles.actors and grammar.is_passive(trigger.token) and self._is_mishap(trigger.token)

    def without_fates(self, drafts: Sequence[EventDraft], tokens: Sequence[Token]) -> list[EventDraft]:
        """The drafts without those of who was hurt in a mishap, in a report that tells of mishaps and of no force."""
        others = [draft for draft in drafts if not _is_fate(draft)]
        if len(others) == len(drafts) or any(draft.entry.type in _CLASHES and draft.entry.tells for draft in others):
            return list(drafts)
        words = {token.lemma_.lower() for token in tokens if token.pos_ in {"NOUN", "VERB"}}
        mishap = not words.isdisjoint(self._calamities) and words.isdisjoint(self._weapons)
        return others if mishap else list(drafts)

    def _is_flight_from_nature(self, verb: Token) -> bool:
        """Whether the sentence tells of a flood or the like and of no force: "fled when the river burst its banks"."""
        words = [word for word in verb.sent if word.pos_ in _TELLING]
        calamity = any(word.lemma_.lower() in self._driving or word.lower_ in self._driving for word in words)
        return calamity and not any(word.i != verb.i and self._is_force(word) for word in words)

    def _asks_for_doer(self, trigger: Trigger, entry: EventEntry) -> bool:
        """Whether the entry itself says what does it where nothing is done to ("a laden car exploded")."""
        asks = any(need.path == _SUBJECT for need in entry.needs) and not follow(trigger, _OBJECT)
        return asks or _SUBJECT in entry.recipient

    def _doers(self, trigger: Trigger, entry: EventEntry) -> list[Token]:
        """Those whom a verb has for its subject, and a noun beside it ("the fox's raid on the barn")."""
        paths = (_SUBJECT,) if trigger.pos == "VERB" else tuple(path for path in entry.actor if len(path) == 1)
        return [head for path in paths for head in follow(trigger, path)]

    def _is_of_nature(self, head: Token) -> bool:
        """A beast, or a blow of one or of the weather: "a fox", "a lightning strike", "a heart attack"."""
        if head.pos_ == "PROPN" and any(word.lemma_.lower() in self._storms for word in head.lefts):
            return True  # "Cyclone Ana"
        if head.ent_type_:
            return False
        before = grammar.children(head, "compound", "amod", "nmod:poss")
        return head.lemma_.lower() in self._beasts or any(word.lemma_.lower() in self._of_nature for word in before)

    def _is_means(self, head: Token) -> bool:
        """Whether force is done with it, or it is force itself: "the raid killed nine"; "that", "anyone"."""
        if head.pos_ in {"PRON", "DET", "NUM"}:
            return True
        if any(word.lower_ in self._armed for word in grammar.children(head, "amod", "compound", "nmod:desc")):
            return True
        counts = head.lemma_.lower() in self._measures
        parts = (head, *(grammar.prep_objects(head, _OF) if counts else ()))
        return any(self._is_force(part) for part in parts)

    def _is_force(self, word: Token) -> bool:
        lemma = word.lemma_.lower()
        frames = self._lexicon.events.get(lemma, ()) if word.pos_ in {"NOUN", "VERB"} else ()
        plain = (frame for frame in frames if not frame.needs and frame.particle is None)  # not "carried out | a raid"
        return lemma in self._means or any(frame.type in _HARMS and frame.pos == word.pos_ for frame in plain)

    def _is_mishap(self, verb: Token) -> bool:
        """Whether a clause says how it came, and tells of things alone: "when his lorry left the road"."""
        told = [verb, *(other for other in grammar.conjuncts(verb) if other.i > verb.i)]
        clauses = [
            clause
            for clause in (it for one in told for it in grammar.children(one, "advcl"))
            if any(mark.lower_ in self._causes for mark in grammar.children(clause, "mark", "advmod"))
        ]
        return any(self._is_of_things(clause) and self._may_cause(clause) for clause in clauses)

    def _may_cause(self, clause: Token) -> bool:
        """Whether what came before may have done it: "after a lorry ploughed into a queue", not "after he stopped"."""
        if not any(mark.lower_ == "after" for mark in grammar.children(clause, "mark")):
            return True
        verbs = (clause, *grammar.children(clause, "conj"))
        hit = any(grammar.children(verb, "obj") or grammar.prep_objects(verb, _HIT) for verb in verbs)
        return hit or any(verb.lemma_.lower() in self._calamities for verb in verbs)

    def _is_of_crash(self, verb: Token) -> bool:
        """Whether it came of a crash: "the plane struck a pylon and crashed, | killing nine"."""
        first = grammar.conjuncts(verb)[0]
        if first.dep_ == "advcl" and first.tag_ == "VBG":
            above = (first.head, *grammar.conjuncts(first.head), *grammar.children(first.head, "conj"))
            return any(other.lemma_.lower() in self._mishaps for other in above)
        doers = grammar.surface_subjects(verb)
        beside = grammar.children(verb, "conj")
        things = bool(doers) and not any(map(self._can_act, doers))
        return things and any(other.lemma_.lower() in self._mishaps for other in beside)

    def _is_of_things(self, clause: Token) -> bool:
        """Whether a thing does it, and nothing in the clause is force or could use it."""
        doers = grammar.surface_subjects(clause)
        things = bool(doers) and not any(self._can_act(doer) or self._is_means(doer) for doer in doers)
        verbs = {clause.i, *(other.i for other in grammar.children(clause, "conj"))}
        return things and not any(
            word.i not in verbs and (word.lemma_.lower() in self._means or self._is_force(word))
            for word in clause.subtree
        )


def _is_fate(draft: EventDraft) -> bool:
    """Whether it only tells what befell somebody: "nine were killed"."""
    plain = draft.entry.mode is None and not draft.entry.needs
    return plain and draft.entry.type in _FORCE and not draft.actors and grammar.is_passive(draft.trigger.token)
