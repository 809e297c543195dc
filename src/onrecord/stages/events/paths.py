"""Paths of event entries, walked over the tree: `obj/of` from a trigger to the heads of what stands there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from onrecord.language import grammar
from onrecord.language.plain_words import Token
from onrecord.lexicon.steps import PathSteps
from onrecord.stages.events.attached import (
    MODIFIERS,
    hung_deeper,
    hung_elsewhere,
    is_marked,
    prep_or_gerund,
    set_apart,
    through_noun,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_CLAUSES = frozenset({"advcl", "acl", "xcomp", "ccomp"})
_OF = frozenset({"of"})
_OBJECT = ("obj",)
_BEFORE_WHOM = frozenset({"with", "to", "in", "at", "before"})
_DOERS_BEFORE = frozenset({"compound", "obl", "obl:agent", "nsubj", "advmod", "obl:unmarked", "amod"})
# A parser calls the result of "take hostage", "find guilty", "shoot dead" by any of these names.
_LOOSE_COMPLEMENTS = ("xcomp", "advmod", "obj", "obl", "nmod", "amod", "advcl", "ccomp")


AlsoCalled = Mapping[int, frozenset[str]]  # what a word goes by besides its own letters, by its place


class Trigger(msgspec.Struct, frozen=True, kw_only=True):
    """A trigger and, for a noun, the light verb that it stands with ("launched an attack").

    Attributes:
        subject: what the light verb's subject is in the act: "actor", "recipient", or "" without a light verb;
            "causer" if he does it to the verb's object ("put the town under siege");
            "companion" if the verb is an act itself that the noun goes with ("struck in support of the rebels").
        pos: the part of speech of the entry, which is not always the token's.
        idle: nouns that name no party after a preposition ("on Sunday"), which do not answer a condition on any word.
        measures: nouns for a number or a kind of something, of which it is told ("dozens of rockets").
        done: nouns that have a doer or a maker of their own ("the attack", "a report").
        antecedents: what else pronouns and names go by, by their places.
        walked: heads by path, kept while the entries of one trigger are tried.
    """

    token: Token
    support: Token | None = None
    subject: str = ""
    pos: str = "VERB"
    idle: frozenset[str] = frozenset()
    done: frozenset[str] = frozenset()
    measures: frozenset[str] = frozenset()
    antecedents: AlsoCalled = {}
    walked: dict[PathSteps, list[Token]] = {}
    tried: dict[tuple[PathSteps, bool], list[Token]] = {}


def follow(trigger: Trigger, steps: PathSteps) -> list[Token]:
    """The heads that the path leads to, in text order; relative pronouns resolved, coordinated heads included."""
    known = trigger.walked.get(steps)
    if known is None:
        known = trigger.walked[steps] = _walk(trigger, steps)
    return known


def _walk(trigger: Trigger, steps: PathSteps) -> list[Token]:
    heads = _step(trigger.token, steps[0], trigger)
    for step in steps[1:]:
        heads = [found for head in heads for found in _step(head, step, None)]
    by_whom = steps[-1] == "by" and grammar.is_passive(trigger.token)  # no maker of what it was done to
    if not heads and len(steps) == 2 and steps[0] == "obj" and steps[1] not in _STEPS and not by_whom:
        heads = prep_or_gerund(trigger.token, steps[1].replace("_", " "))  # hung on the verb, not on its object
    return _each_once(heads)


def follow_loosely(trigger: Trigger, steps: PathSteps, *, barring: bool = False) -> list[Token]:
    """Like `follow`, for conditions on one word: more labels, both parts of "dozens of rockets".

    What an entry asks for may stand behind any "of" ("a batch of guns"); what bars it, only behind a count: "supporters
    of the candidates clashed" is not barred where candidates are.
    """
    known = trigger.tried.get((steps, barring))
    if known is None:
        known = trigger.tried[steps, barring] = _loose_walk(trigger, steps, barring=barring)
    return known


def _loose_walk(trigger: Trigger, steps: PathSteps, *, barring: bool) -> list[Token]:
    """As `follow`, and to what counts stand for and looser complements too: conditions are not fussy."""
    found = follow(trigger, steps)
    if steps == ("xcomp",):
        loose = [
            child
            for child in grammar.children(trigger.token, *_LOOSE_COMPLEMENTS)
            if child.i > trigger.token.i or child.dep_ not in _CLAUSES
        ]
        # a full clause is what is said ("We will withdraw," he told them), not the act that is asked for
        found = found + [
            head
            for head in loose
            if head.pos_ != "PRON"
            and not grammar.children(head, "nsubj", "nsubj:pass", "case")  # "call | them | fools"
            and not (found and head.tag_ == "VBG")  # "voted to close it, | rejecting a plea"
        ]
    wholes = [head for head in found if not barring or _counts(head, trigger)]
    measured = [_antecedent(child) for head in wholes for child in grammar.prep_objects(head, _OF)]
    counted = [head for head in measured if _counts(head, trigger) and _counts(head.head, trigger)]
    twice = [child for head in counted for child in grammar.prep_objects(head, _OF)]  # "tens of thousands of …"
    return _each_once([*found, *measured, *twice])


def _antecedent(word: Token) -> Token:
    """The noun that a relative pronoun stands for: "leaders, three of | **whom** | were sacked"."""
    clause = word.head.head
    return clause.head if word.tag_ in {"WP", "WDT"} and clause.dep_ == "acl:relcl" else word


def _counts(head: Token, trigger: Trigger) -> bool:
    return head.pos_ in {"NUM", "DET", "PRON"} or head.lemma_.lower() in trigger.measures


def _each_once(heads: list[Token]) -> list[Token]:
    if len(heads) < 2:
        return heads
    return [head for _, head in sorted({head.i: head for head in heads}.items())]


def _step(token: Token, step: str, trigger: Trigger | None) -> list[Token]:
    walk = _STEPS.get(step)
    return walk(token, trigger) if walk else _preposition(token, step, trigger)


def bearers(support: Token, trigger: Trigger) -> list[Token]:
    """Of whom a light verb tells: its subject, or the noun behind which a state stands ("a town | under siege").

    Where the noun is that subject itself, or the subject does it, whom the verb has as object: "riots rocked | the
    capital", "put | the capital | under siege".
    """
    noun = trigger.token
    if trigger.subject == "causer":
        return grammar.logical_objects(support)
    if support.dep_ == "nmod":
        return grammar.conjuncts_below(support.head)
    heads = {noun.i, noun.head.i} if noun.dep_ in {"nmod", "conj"} else {noun.i}  # "a wave | of protests swept"
    does_it = not grammar.is_passive(support) and any(head.i in heads for head in grammar.logical_subjects(support))
    found = grammar.logical_objects(support) if does_it else grammar.surface_subjects(support)
    return [head for head in found if head.i != noun.i]  # "the incident was prompted by": nothing befell itself


def _subject(token: Token, trigger: Trigger | None) -> list[Token]:
    """The doers of a verb; of a noun, the subject of its light verb or copula."""
    if trigger and trigger.support is not None:
        if trigger.support.dep_ == "nmod":
            return bearers(trigger.support, trigger)
        if grammar.is_passive(trigger.support) and trigger.token.dep_ == "obl" and trigger.subject != "causer":
            return grammar.surface_subjects(trigger.support)  # "was involved in the attack"
        return grammar.logical_subjects(trigger.support)
    if grammar.is_predicate(token):
        stands = trigger is not None and trigger.pos == "ADJ"  # "was prepared to talk": nobody prepared it
        return grammar.surface_subjects(token) if stands else grammar.logical_subjects(token)
    return []  # of "deplores the attack" nobody knows from the grammar who attacked


def _object(token: Token, trigger: Trigger | None) -> list[Token]:
    del trigger
    found = grammar.logical_objects(token) or grammar.indirect_objects(token)
    return [head for head in found if head.i != token.i]


def _indirect(token: Token, trigger: Trigger | None) -> list[Token]:
    del trigger
    return grammar.indirect_objects(token)


def _owner(token: Token, trigger: Trigger | None) -> list[Token]:
    del trigger
    owners = grammar.children(token, "nmod:poss")
    return grammar.expand(owners[-1:] or _shared_owners(token))  # "the city's | drivers' | strike"


def _shared_owners(token: Token) -> list[Token]:
    """Whose the first of two bare nouns is, and so the second: "for **their** criticism and **protests**"."""
    first = grammar.conjuncts(token)[0]
    bare = all(child.dep_ in {"cc", "punct"} for child in token.lefts)
    if token.dep_ != "conj" or first.pos_ != "NOUN" or token.pos_ != "NOUN" or not bare:
        return []
    between = [child for child in first.rights if child.i < token.i and child.dep_ not in {"conj", "cc", "punct"}]
    return [] if between else grammar.children(first, "nmod:poss")


def _modifier(token: Token, trigger: Trigger | None) -> list[Token]:
    """What stands before the noun; "Saudi-led raid" and "army-backed raid" give the doer as well."""
    del trigger
    before = [child for child in grammar.children(token, *MODIFIERS) if child.i < token.i]
    doers = [
        part
        for child in before
        if child.tag_ in {"VBN", "JJ"}
        for part in child.lefts
        if part.dep_ in _DOERS_BEFORE and not part.is_punct
    ]
    return [member for part in (*before, *doers) for member in grammar.conjuncts_below(part)]


def _infinitive(token: Token, trigger: Trigger | None) -> list[Token]:
    """The complement clause: an infinitive by whatever label ("urged them to leave", "an offer to help")."""
    holders = [token] + ([trigger.support] if trigger and trigger.support is not None else [])
    for holder in holders:
        found = grammar.children(holder, "xcomp") or [
            child for child in grammar.children(holder, *_CLAUSES) if is_marked(child, "to") and child.i > holder.i
        ]
        if not found:
            found = [
                child
                for noun in grammar.children(holder, "obj", "nsubj:pass")
                for child in grammar.children(noun, "acl", "xcomp")
                if is_marked(child, "to")
            ]
        if found:
            return [member for clause in found for member in grammar.conjuncts_below(clause)]
    return []


def _light_verb(token: Token, trigger: Trigger | None) -> list[Token]:
    del token
    return [trigger.support] if trigger is not None and trigger.support is not None else []


def _that_clause(token: Token, trigger: Trigger | None) -> list[Token]:
    del trigger
    found = grammar.children(token, "ccomp") or [
        child for child in grammar.children(token, "acl", "advcl") if is_marked(child, "that")
    ]
    return [member for clause in found for member in grammar.conjuncts_below(clause)]


def _labelled(label: str) -> Callable[[Token, Trigger | None], list[Token]]:
    """The step to what stands under the trigger by one relation."""
    return lambda token, _: grammar.children(token, label)


_STEPS: dict[str, Callable[[Token, Trigger | None], list[Token]]] = {
    "subj": _subject,
    "obj": _object,
    "iobj": _indirect,
    "poss": _owner,
    "mod": _modifier,
    "xcomp": _infinitive,
    "not_xcomp": lambda token, trigger: [head for head in _infinitive(token, trigger) if grammar.negation(head)],
    "ccomp": _that_clause,
    "advmod": _labelled("advmod"),
    "advcl": _labelled("advcl"),
    "acl": _labelled("acl"),
    "relcl": _labelled("acl:relcl"),
    "aux": _labelled("aux"),
    "light": _light_verb,
    "self": lambda token, _: [token],  # its own form: "attacks", not "attack"
    "head": lambda token, _: [token.head] if token.head.i != token.i else [],  # the word that it hangs on
    "mark": _labelled("mark"),
    "prt": _labelled("compound:prt"),  # of a phrasal verb ("backed out")
    "cop": _labelled("cop"),
    "case": _labelled("case"),
    "det": _labelled("det"),  # "a vote of | no | confidence"
}


def _preposition(token: Token, step: str, trigger: Trigger | None) -> list[Token]:
    """What stands behind a preposition of the trigger, wherever a parser hangs the phrase."""
    words = step.replace("_", " ")
    found = prep_or_gerund(token, words) or set_apart(token, words)
    if not found and step.count("_") == 2:
        found = through_noun(token, step)
    if trigger is not None and trigger.pos == "VERB" and words != "by":
        return [*found, *_under_object(trigger, words)]
    if found or trigger is None:
        return found
    if trigger.support is not None:
        found = [head for head in prep_or_gerund(trigger.support, words) if head.i != token.i]
        return found or hung_deeper(token, words, trigger.done)  # "embarked on a strike" strikes no strike
    return hung_elsewhere(token, words, trigger.done)


def _under_object(trigger: Trigger, words: str) -> list[Token]:
    """A phrase that hangs on the object, or on the noun that the object measures ("a batch of guns to Chad")."""
    nouns = [] if grammar.is_passive(trigger.token) else list(follow(trigger, _OBJECT))
    if words != "of":
        nouns += [part for noun in nouns for part in grammar.prep_objects(noun, _OF)]
    if words == "against":  # "filed a complaint with the commission | against the town"
        nouns += [part for noun in (trigger.token, *nouns) for part in grammar.prep_objects(noun, _BEFORE_WHOM)]
    return [end for noun in nouns for end in prep_or_gerund(noun, words)]
