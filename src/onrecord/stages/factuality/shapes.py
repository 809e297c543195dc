"""Shapes of the tree that bear on factuality: questions, inversions, reports, purposes, and how a word hangs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token

_ARGUMENTS = {"obj": "obj", "nsubj:pass": "obj", "nsubj": "subj", "iobj": "iobj"}
_PARTICIPLES = {"VBG": "doing", "VBN": "done"}  # "a plan forcing them out", "a plan approved by the cabinet"
_MOST_STEPS = 5
_CLAUSAL = frozenset({"xcomp", "ccomp", "csubj", "acl", "advcl", "acl:relcl"})


def is_question(token: Token) -> bool:
    """Whether the token's sentence ends in a question mark, closing marks aside."""
    for last in reversed(token.sent):
        if not last.is_space and not last.is_quote and last.lower_ not in {")", "”", "’"}:
            return last.lower_ == "?"
    return False


def told_in(token: Token, works: frozenset[str], telling: frozenset[str]) -> Token | None:
    """The film or novel in whose present tense the act is told ("follows a spy who kills", "in the film, he kills").

    What it tells in the past may well have happened ("a film about soldiers who shot nine men").
    """
    if token.tag_ not in {"VBZ", "VBP"}:
        return None
    node = token
    for _ in range(_MOST_STEPS):
        about = any(child.dep_ == "case" and child.lower_ == "about" for child in node.children)
        for child in node.children:
            subject = child.dep_ == "nsubj" and (about or node.lemma_.lower() in telling)
            inside = child.dep_ in {"obl", "nmod"} and grammar.preposition(child) == "in" and not _counts_some(child)
            if (subject or inside) and child.lemma_.lower() in works:
                return child
        if node.head.i == node.i:
            break
        node = node.head
    return None


def _counts_some(noun: Token) -> bool:
    """Whether the noun only counts what follows ("in a series of raids")."""
    return bool(grammar.prep_objects(noun, frozenset({"of"})))


def inverted(node: Token) -> Token | None:
    """The auxiliary of a condition without a conjunction ("had the rebels attacked", "should talks fail")."""
    if node.dep_ != "advcl" or grammar.children(node, "mark"):
        return None
    first = node.left_edge
    subjects = grammar.children(node, "nsubj", "nsubj:pass")
    if first.dep_ in {"aux", "aux:pass", "cop"} and first.head.i == node.i and subjects and first.i < subjects[0].i:
        return first
    return None


def is_reported(node: Token) -> bool:
    """Whether the clause is what somebody says: a complement of a verb or noun, or with a "he said" put into it."""
    first = first_conjunct(node)
    of_noun = first.dep_ == "acl" and not has_to(first) and bool(grammar.children(first, "mark"))  # "a vow that"
    return of_noun or first.dep_ in {"ccomp", "parataxis"} or bool(grammar.children(first, "parataxis"))


def first_conjunct(node: Token) -> Token:
    """The first of the words that are joined with this one; itself where none is."""
    while node.dep_ == "conj":
        node = node.head
    return node


def clause_above(node: Token) -> Token:
    """The nearest predicate at or above the token; the sentence's root where there is none."""
    while node.dep_ != "root" and not grammar.is_predicate(node) and node.head.i != node.i:
        node = node.head
    return node


def is_past(node: Token) -> bool:
    """Whether the predicate tells of the past, without a modal."""
    words = (node, *grammar.children(node, "aux", "aux:pass", "cop"))
    return any(word.tag_ == "VBD" for word in words) and not any(word.tag_ == "MD" for word in words)


def finite(node: Token) -> Token:
    """The word of a predicate that carries its tense: the "are" of "are freed", or the verb itself."""
    return next(iter(grammar.children(node, "aux", "aux:pass", "cop")), node)


def has_to(node: Token) -> bool:
    """Whether the verb is an infinitive with "to"."""
    return any(child.lower_ == "to" and child.dep_ in {"mark", "aux"} for child in node.children)


def is_outcome(node: Token, only: frozenset[str]) -> bool:
    """Whether an infinitive tells how it ended ("fled, only to be arrested"), and not what it was for."""
    beside = (*grammar.children(node, "advmod"), *grammar.children(node.head, "advmod"))
    limits = {word.i for word in beside if word.lower_ in only}
    return bool(grammar.children(node, "aux:pass")) and any(
        mark.i - 1 in limits for mark in grammar.children(node, "mark", "aux")
    )


def is_in_relative_past(node: Token) -> bool:
    """Whether the act is told of by a relative clause of the past, which adds it to what is said."""
    return first_conjunct(node).dep_ == "acl:relcl" and (grammar.is_perfect(node) or is_past(node))


def is_subjunctive(node: Token) -> bool:
    """Whether the clause is what somebody wants ("that he resign", "that they be freed")."""
    bare = finite(node).tag_ == "VB" and not has_to(node)
    subject = grammar.children(node, "nsubj", "nsubj:pass")
    return bare and bool(subject) and any(mark.tag_ == "IN" for mark in grammar.children(node, "mark"))


def is_to_come_in_heading(node: Token) -> bool:
    """Whether a sentence or what is said in it has no verb but an infinitive ("Kenya to send troops")."""
    clause = first_conjunct(node).dep_ in {"root", "ccomp", "parataxis"}
    return clause and has_to(node) and finite(node).tag_ == "VB" and bool(grammar.children(node, "nsubj", "nsubj:pass"))


def is_put_into_past(node: Token) -> bool:
    """Whether "have" puts an infinitive into the past: who "claims to have fled" plans nothing."""
    perfect = any(child.lemma_ == "have" and child.tag_ == "VB" for child in grammar.children(node, "aux"))
    return perfect and node.dep_ == "xcomp" and has_to(node)


def exists(node: Token) -> bool:
    """Whether a noun is what there is, was or is to be ("there will be a protest")."""
    verb = node.head
    holders = (verb, verb.head) if verb.dep_ == "xcomp" else (verb,)
    return node.dep_ == "nsubj" and any(grammar.children(holder, "expl") for holder in holders)


def words(mark: Token) -> str:
    """A conjunction or preposition with the words fixed to it ("in order to"), lower case."""
    return " ".join(part.lower_ for part in (mark, *grammar.children(mark, "fixed")))


def link(node: Token) -> str:
    """How a word hangs on the one above: obj, subj, xcomp, ccomp, acl, doing, done, or the preposition between them."""
    if node.dep_ in _ARGUMENTS:
        return _ARGUMENTS[node.dep_]
    if node.dep_ in _CLAUSAL:
        if has_to(node):
            return "purpose" if node.dep_ == "advcl" else "xcomp"
        marks = [words(mark) for mark in grammar.children(node, "mark", "case")]
        bare = node.dep_ == "acl" and not marks
        return next(
            (mark for mark in marks if mark != "that"), _PARTICIPLES.get(node.tag_, "acl") if bare else node.dep_
        )
    return grammar.preposition(node) or node.dep_
