"""To whom it is done: objects, indirect objects, and the phrases with a preposition."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.language.grammar.subjects import surface_subjects
from onrecord.language.grammar.tree import OBLIQUES, children, conjuncts, expand, is_relative, preposition
from onrecord.language.grammar.verbs import has_to, is_passive, is_predicate

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token

_VERBAL = frozenset({"VERB", "AUX"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
# Where a parser takes a verb's particle for half of the preposition: "pulled out of", "broke away from".
_DIRECTIONS = frozenset({"out of", "away from", "back from", "back to", "over to", "up to", "down on", "off of"})


_WHOSE = "WP$"  # tag of the Penn Treebank


def logical_objects(token: Token) -> list[Token]:
    """Whom or what the verb is done to: object, subject of a passive, antecedent; "of" of a noun."""
    if not is_predicate(token) and token.tag_ not in {"VBN", "VBG"}:
        return expand(child for child in children(token, "nmod") if preposition(child) == "of")
    if is_passive(token):
        kept = children(token, "obj")  # "was given arms", "was denied entry": the subject is the receiver
        return expand(kept) if kept else surface_subjects(token)
    return expand(_object_heads(token))


def indirect_objects(token: Token) -> list[Token]:
    """To whom something is given: iobj, or the subject of a passive that keeps its object ("was given arms")."""
    if is_passive(token) and children(token, "obj"):
        return surface_subjects(token)
    return expand(children(token, "iobj"))


def _after_particle(token: Token) -> list[Token]:
    """In "switched off the internet" the parser may call the object an oblique, though it has no preposition."""
    after = {child.i + 1 for child in children(token, "compound:prt")}
    return [child for child in children(token, "obl") if child.left_edge.i in after and not preposition(child)]


def _object_heads(token: Token) -> list[Token]:
    """The objects of a verb: its own, those it shares with a coordinated verb, or a relative clause's antecedent."""
    own = children(token, "obj") or _after_particle(token)
    if own:  # "the first time that it has overridden a veto": two objects, and the first is only when
        return [child for child in own if not is_relative(child)] or own
    if token.dep_ == "conj":
        shared = [child for child in children(token.head, "obj") if child.i > token.i]
        if shared:
            return shared
    shared = _shared_behind(token)
    if shared:
        return shared
    if token.dep_ == "acl:relcl" and _is_gap(token):
        return [token.head]
    return []


def _shared_behind(token: Token) -> list[Token]:
    """The object of the last of several verbs, with nothing behind the others: "abducted, beat and killed | a man"."""
    for before, later in pairwise([member for member in conjuncts(token) if member.i >= token.i]):
        between = [
            child for child in before.rights if child.i < later.i and child.dep_ not in {"cc", "punct", "advmod"}
        ]
        own_to = has_to(later) and has_to(token)  # "to investigate and to protect civilians": two tasks
        stands_alone = later.pos_ != token.pos_ or children(later, *_SUBJECTS) or is_passive(later)
        if between or own_to or stands_alone:
            return []
        if objects := children(later, "obj"):
            return objects
    return []


def _is_gap(token: Token) -> bool:
    """A relative clause with a subject other than its antecedent and no object: the antecedent is the object."""
    subjects = children(token, "nsubj")
    if not subjects or any(is_relative(subject) for subject in subjects) or children(token, "cop", "ccomp", "xcomp"):
        return False
    if any(child.tag_ == _WHOSE for subject in subjects for child in subject.lefts):
        return False  # "Chad, whose soldiers fought there"
    return not any(is_relative(child) or child.tag_ == "WRB" for child in token.children)


def prep_objects(token: Token, preps: frozenset[str]) -> list[Token]:
    """Obliques and modifiers of `token` with one of these prepositions; coordinated ones included, in text order.

    A verb that is coordinated with an earlier one also has the phrases that stand after it but hang on the first.
    """
    heads = [child for child in token.children if child.dep_ in OBLIQUES and _is_case(child, preps)]
    if not heads and token.dep_ == "conj" and token.pos_ in _VERBAL:
        heads = [
            child
            for child in token.head.children
            if child.i > token.i and child.dep_ in OBLIQUES and _is_case(child, preps)
        ]
    return expand(heads) if heads else []


def _is_case(token: Token, preps: frozenset[str]) -> bool:
    """Whether the phrase has one of these prepositions; "out of" and "away from" also count as "of" and "from"."""
    words = preposition(token)
    return words in preps or (words in _DIRECTIONS and words.split(" ")[1] in preps)
