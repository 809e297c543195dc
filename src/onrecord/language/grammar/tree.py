"""The tree itself: kinds of words, children, coordination, relative pronouns, prepositions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.asked import asked_once

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.language.plain_words import Token

_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X"})
OBLIQUES = frozenset({"obl", "obl:agent", "nmod", "nmod:desc", "obl:arg"})
_EACH_OTHER = frozenset({("each", "other"), ("one", "another")})
_LEAVING_OUT = frozenset({"not", "rather", "instead", "n't"})
ONLY = frozenset({"only", "just", "merely", "simply", "solely"})  # before all there is
MAX_CLIMB = 10  # steps up a tree before it is taken for broken


def is_nominal(token: Token) -> bool:
    """Whether the token heads a noun phrase (a noun, name, pronoun, number, or an adjective used as a noun)."""
    if token.pos_ in _NOMINAL:
        return True
    return token.pos_ in {"ADJ", "DET"} and any(child.dep_ in {"det", "nmod:poss", "nummod"} for child in token.lefts)


def children(token: Token, *labels: str) -> list[Token]:
    """The children of `token` with one of these labels, in text order."""
    if not token.children:  # of half the words that are asked
        return []
    return [child for child in token.children if child.dep_ in labels]


def conjuncts(token: Token) -> list[Token]:
    """`token` and those coordinated with it ("A, B and C"), in text order."""
    first = token
    for _ in range(MAX_CLIMB):
        if first.dep_ != "conj" or not alike(first, first.head):
            break
        first = first.head
    found = [first]
    for member in found:
        found += [child for child in member.children if child.dep_ == "conj" and alike(child, member)]
    return sorted(found, key=lambda member: member.i)


def conjuncts_below(token: Token) -> list[Token]:
    """`token` and the heads coordinated after it; not those before, to which it is hung."""
    found = [token]
    for member in found:
        found += [child for child in _hung_on(member) if child.dep_ == "conj" and alike(child, member)]
    out: set[int] = set()  # "by Chad but not by Mali | or Togo": neither
    for member in found[1:]:
        if member.head.i in out or _is_left_out(member):
            out.add(member.i)
    found = [member for member in found if member.i not in out]
    if len(found) > 1 and not preposition(token):  # "praised the host, but | with an edge": no second object
        found = [token, *(member for member in found[1:] if not preposition(member))]
    return found


def _is_left_out(member: Token) -> bool:
    """Whether a joined noun is named only as left out ("the governor but not the judge", "every judge but one")."""
    before = {child.lower_ for child in member.lefts if child.dep_ in {"cc", "advmod"}}
    excepted = "but" in before and any("PronType=Tot" in word.morph for word in children(member.head, "det"))
    return not is_clause(member) and (excepted or not before.isdisjoint(_LEAVING_OUT))


def _hung_on(member: Token) -> list[Token]:
    """Its children, and those of the name right behind a title ("opposition leader | Ana Silva and her party")."""
    own = list(member.children)
    several = member.tag_ == "NNS"  # "two mayors, Ana Silva and Per Dahl": the second is one of the two
    names = [child for child in own if child.dep_ == "appos" and child.left_edge.i == member.i + 1]
    names = [child for child in names if not (several and child.left_edge.is_punct)]
    return [*own, *(child for name in names for child in name.children)] if names else own


def alike(one: Token, other: Token) -> bool:
    """A noun is coordinated with nouns, a clause with clauses; anything else is a slip of the parser."""
    return is_clause(one) == is_clause(other)


@asked_once
def is_clause(token: Token) -> bool:
    """Whether the token heads a clause: a verb, or a noun or adjective with a subject or copula."""
    if token.pos_ in _VERBAL:
        return token.dep_ not in {"amod", "compound"}
    return any(child.dep_ in {"cop", "nsubj", "nsubj:pass"} for child in token.children)


def antecedent(token: Token) -> Token:
    """What a relative pronoun stands for; any other token stands for itself."""
    if not is_relative(token):
        return token
    node = token
    for _ in range(MAX_CLIMB):
        if node.dep_ == "acl:relcl":
            told_of = node.head.head if node.head.dep_ == "conj" and _is_left_out(node.head) else node.head
            return _of_whom_told(told_of) if token.tag_ == "WP" else told_of
        if node.head == node:
            break
        node = node.head
    return token


def _is_personal(pronoun: Token) -> bool:
    """Whether it stands for people: "she", "they", not "it" or "this"."""
    return "PronType=Prs" in pronoun.morph and "Gender=Neut" not in pronoun.morph


def _of_whom_told(noun: Token) -> Token:
    """Who is meant by what he is said to be: "Silva is a lawyer who has defended miners"."""
    seat, copula = noun, False
    subjects: list[Token] = []
    for _ in range(MAX_CLIMB):
        copula = copula or bool(children(seat, "cop"))
        subjects = children(seat, "nsubj") if copula else []
        if subjects or seat.dep_ != "conj":
            break
        seat = seat.head
    named = [one for one in subjects if one.ent_type_ or _is_personal(one)]
    return named[0] if len(subjects) == 1 and named else noun


def is_relative(token: Token) -> bool:
    """Whether the token is a relative pronoun."""
    return token.tag_ in {"WDT", "WP", "WP$"} or (
        token.pos_ == "PRON" and token.lower_ == "that" and token.head.dep_ == "acl:relcl" and token.dep_ != "det"
    )


def expand(heads: Iterable[Token]) -> list[Token]:
    """Relative pronouns become what they stand for; coordinated heads are added; each once, in text order."""
    found: dict[int, Token] = {}
    for head in heads:
        for member in conjuncts_below(antecedent(head)):
            if not _is_denied(member):
                found.setdefault(member.i, member)
    return [found[i] for i in sorted(found)] if len(found) > 1 else list(found.values())


def _is_denied(noun: Token) -> bool:
    """Whether it is named as who is not meant: "not the army | but rebels", "it was not the army | that shelled it"."""
    if is_clause(noun) and not children(noun, "cop"):
        return False
    if not any(child.lower_ in _LEAVING_OUT and child.dep_ == "advmod" for child in noun.lefts):
        return False
    if any(child.lower_ in ONLY for child in noun.lefts):
        return False  # "not only the owner but also his son"
    other = any(mark.lower_ == "but" for child in children(noun, "conj") for mark in children(child, "cc"))
    cleft = any(child.lower_ == "it" for child in noun.lefts) and bool(children(noun, "acl:relcl"))
    return other or cleft


def is_definite(noun: Token) -> bool:
    """Whether an article or pronoun before it says that it is known: "the raid", "those raids"."""
    features = {feature for child in children(noun, "det") for feature in child.morph}
    return bool(features & {"Definite=Def", "PronType=Dem"})


def is_each_other(token: Token) -> bool:
    """Whether the token is the first of "each other" or "one another"."""
    return any((token.lower_, child.lower_) in _EACH_OTHER for child in children(token, "fixed"))


@asked_once
def whole_mark(mark: Token) -> str:
    """A conjunction or preposition with the words fixed to it ("in order to", "in case"), lower case."""
    return " ".join(word.lower_ for word in (mark, *children(mark, "fixed")))


def preposition(token: Token) -> str:
    """What stands before a noun phrase as its case, lower case, several words joined by spaces; empty if nothing.

    A parser may hang the case on the name behind the title ("with | the Finnish premier Petteri Orpo").
    """
    if not token.children:
        return ""
    holders = (token, *children(token, "appos", "flat"))
    for holder in holders:
        words = [word for case in holder.children if case.dep_ == "case" and case.i < token.i
                 for word in (case, *children(case, "fixed"))]  # fmt: skip
        if words:
            return " ".join(word.lower_ for word in words)
    return ""
