"""Shapes of the tree that bear on factuality: questions, inversions, reports, purposes, and how a word hangs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token

SUBJECT = "subj"
_ARGUMENTS = {"obj": "obj", "nsubj:pass": "obj", "nsubj": SUBJECT, "nsubj:outer": SUBJECT, "iobj": "iobj"}
_PARTICIPLES = {"VBG": "doing", "VBN": "done"}  # "a plan forcing them out", "a plan approved by the cabinet"
_CLAUSAL = frozenset({"xcomp", "ccomp", "csubj", "acl", "advcl", "acl:relcl"})


def is_question(token: Token) -> bool:
    """Whether the token's sentence ends in a question mark, closing marks aside."""
    for last in reversed(token.sent):
        if not last.is_space and not last.is_quote and last.lower_ not in {")", "”", "’"}:
            return last.lower_ == "?"
    return False


def inverted(node: Token) -> Token | None:
    """The auxiliary of a condition without a conjunction ("had the rebels attacked", "should talks fail")."""
    if node.dep_ != "advcl" or grammar.children(node, "mark"):
        return None
    first = node.left_edge
    subjects = grammar.children(node, "nsubj", "nsubj:pass")
    if first.dep_ in {"aux", "aux:pass", "cop"} and first.head.i == node.i and subjects and first.i < subjects[0].i:
        return first
    return None


def is_asked(node: Token, asked_by: frozenset[str]) -> bool:
    """Whether an "if" asks ("asked if they had shelled it", "it is not clear if they had")."""
    asked = node.head.i < node.i and node.head.lemma_.lower() in asked_by
    return node.dep_ == "ccomp" or (asked and node.dep_ in {"advcl", "csubj"})


def is_reported(node: Token) -> bool:
    """Whether the clause is what somebody says: a complement of a verb or noun, or with a "he said" put into it."""
    first = first_conjunct(node)
    of_noun = (
        first.dep_ == "acl" and not grammar.has_to(first) and bool(grammar.children(first, "mark"))
    )  # "a vow that"
    return of_noun or first.dep_ in {"ccomp", "parataxis"} or bool(grammar.children(first, "parataxis"))


def is_quoted(node: Token) -> bool:
    """Whether the whole clause is quoted: its tense is that of who says it ("“I would resign,” he said")."""
    first = node.left_edge
    return first.is_quote or (first.i > first.sent.start and first.nbor(-1).is_quote)


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


def helpers(node: Token) -> list[Token]:
    """Its auxiliaries and copula; the "is" of "the truth is | that they fled" is not that of "fled"."""
    outer = bool(grammar.children(node, "nsubj:outer"))
    return [c for c in node.children if c.dep_ in {"aux", "aux:pass"} or (c.dep_ == "cop" and not outer)]


def finite(node: Token) -> Token:
    """The word of a predicate that carries its tense: the "are" of "are freed", or the verb itself."""
    return next(iter(helpers(node)), node)


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
    bare = finite(node).tag_ == "VB" and not grammar.has_to(node)
    subject = grammar.children(node, "nsubj", "nsubj:pass")
    return bare and bool(subject) and any(mark.tag_ == "IN" for mark in grammar.children(node, "mark"))


def is_to_come_in_heading(node: Token) -> bool:
    """Whether a sentence or what is said in it has no verb but an infinitive ("Kenya to send troops")."""
    clause = first_conjunct(node).dep_ in {"root", "ccomp", "parataxis"}
    return (
        clause
        and grammar.has_to(node)
        and finite(node).tag_ == "VB"
        and bool(grammar.children(node, "nsubj", "nsubj:pass"))
    )


def is_told_by_subject(node: Token) -> bool:
    """Whether a clause may tell what its verb's subject is of ("fears are growing | that they will attack")."""
    return node.dep_ in {"advcl", "ccomp"} and any(mark.lower_ == "that" for mark in grammar.children(node, "mark"))


def done_after(node: Token) -> Token | None:
    """The "do" that tells what became of an act that was asked for or promised ("which he did", "and did so").

    It may hang on another verb: "which he refused to do".
    """
    words = (node, *grammar.children(node, "obj"))  # "to sack the mayor, which he did" may hang on the mayor
    relative = [child for word in words for child in grammar.children(word, "advcl:relcl", "acl:relcl")]
    verbs = [verb for clause in relative for verb in (clause, *grammar.children(clause, "xcomp")) if verb.i > node.i]
    told = next((verb for verb in verbs if _does(verb, "which")), None)
    if told is not None or node.dep_ not in {"xcomp", "ccomp"}:
        return told
    beside = (child for child in grammar.children(node.head, "conj") if child.i > node.i)
    return next((verb for verb in beside if _does(verb, "so")), None)


def _does(verb: Token, what: str) -> bool:
    """Whether it is a "do" of nothing but the word given, told as done or not done."""
    objects = [word.lower_ for word in grammar.children(verb, "obj")]
    told = verb.lemma_ == "do" and not any(child.tag_ == "MD" for child in verb.children)
    told = told and (verb.tag_ != "VB" or verb.dep_ == "xcomp")
    adverbs = [word.lower_ for word in grammar.children(verb, "advmod")]
    return told and what in {*objects, *adverbs} and not set(objects) - {what}


def is_put_into_past(node: Token) -> bool:
    """Whether "have" puts an infinitive into the past: who "claims to have fled" plans nothing."""
    perfect = any(child.lemma_ == "have" and child.tag_ == "VB" for child in grammar.children(node, "aux"))
    return perfect and node.dep_ == "xcomp" and grammar.has_to(node)


def exists(node: Token) -> bool:
    """Whether a noun is what there is, was or is to be ("there will be a protest")."""
    verb = node.head
    holders = (verb, verb.head) if verb.dep_ == "xcomp" else (verb,)
    return node.dep_ == "nsubj" and any(grammar.children(holder, "expl") for holder in holders)


def link(node: Token) -> str:
    """How a word hangs on the one above: obj, subj, xcomp, ccomp, acl, doing, done, or the preposition between them."""
    if node.dep_ in _ARGUMENTS:
        return _ARGUMENTS[node.dep_]
    if node.dep_ in _CLAUSAL:
        if grammar.has_to(node):
            return "purpose" if node.dep_ == "advcl" else "xcomp"
        marks = [grammar.whole_mark(mark) for mark in grammar.children(node, "mark", "case")]
        bare = node.dep_ == "acl" and not marks
        told = "acl" if node.dep_ == "acl:relcl" and "that" in marks else node.dep_  # "the condition that they leave"
        return next((mark for mark in marks if mark != "that"), _PARTICIPLES.get(node.tag_, "acl") if bare else told)
    return grammar.preposition(node) or node.dep_
