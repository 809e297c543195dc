"""Conditions on what a party backs or promises: "provided that …", "only if …", "dependent on …"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.language.grammar import full_phrase, has_modal, names_nobody, negation, tells_who_did
from onrecord.language.text import text_of
from onrecord.reading.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from onrecord.language.plain_words import Token
    from onrecord.lexicon.load import Lexicon

_MAX_CLIMB = 5
_CLIMB = frozenset({"ccomp", "xcomp", "conj", "nsubj", "nsubj:pass", "obj", "nmod", "obl", "acl", "advcl", "csubj"})
_PHRASES = frozenset({"advcl", "obl", "nmod", "acl", "xcomp"})  # "will sign | provided that", as parsers have it
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})


@lru_cache(maxsize=16)
def _marks(lexicon: Lexicon, *, negated: bool, to_come: bool) -> dict[str, list[list[str]]]:
    """Conjunctions and prepositions of condition as words, by the first.

    Some are such only after a negation, some only beside what is to come.
    """
    table: dict[str, list[list[str]]] = {}
    for entry in lexicon.entries("condition_phrase"):
        if (negated or not entry.get("negated")) and (to_come or not entry.get("to_come")):
            words = str(entry["lemma"]).split()
            table.setdefault(words[0], []).append(words)
    table[""] = [str(words).split() for words in sorted(lexicon.list("no_condition"))]
    return table


def find_conditions(token: Token, lexicon: Lexicon) -> tuple[Span, ...]:
    """The conditions that the sentence sets on `token` (a verb, adjective or noun), in the order of the text.

    They are clauses with a conjunction of the lexicon on the token or on a clause around it, and the phrase that a
    predicate of dependence takes whose subject holds the token. Time is that of a walk to the root of the sentence.
    """
    found: dict[int, Span] = {}
    node = token
    for _ in range(_MAX_CLIMB):
        for child in (*node.children, *_on_objects(node), *_on_bare(node)):
            marks = _marks(lexicon, negated=_is_negated(node, lexicon.list("refusing_verb")), to_come=has_modal(node))
            if _may_set_terms(child) and not _holds(child, token) and _is_condition(child, marks):
                _keep(child, found, marks)
        parent = node.head
        if tells_who_did(node):
            break  # "backed a truce | proposed by Cairo, provided that": who proposed it has set no terms
        for term in _behind_noun(node, lexicon):
            _keep(term, found, None)
        if node.dep_ in _SUBJECTS:
            for phrase in _depended_on(parent, lexicon):
                _keep(phrase, found, None)
        if parent == node or node.dep_ not in _CLIMB:
            break
        node = parent
    return tuple(found[start] for start in sorted(found))


def up_to(conditions: Iterable[Span], places: Collection[int], text: str) -> tuple[Span, ...]:
    """The conditions less what begins inside them at one of the places ("provided that it pays, | its envoy said")."""
    ends = ((said, min([said.end, *(place for place in places if place > said.start)])) for said in conditions)
    return tuple(
        said if end == said.end else Span.of(text, said.start, said.start + len(text[said.start : end].rstrip(" ,")))
        for said, end in ends
    )


def is_condition(clause: Token, lexicon: Lexicon) -> bool:
    """Whether a clause or phrase opens with words that always set a condition ("provided that")."""
    return _may_set_terms(clause) and _is_condition(clause, _marks(lexicon, negated=False, to_come=False))


def _is_negated(node: Token, refusing: frozenset[str]) -> bool:
    """Whether the act is not to be: by a "not", or done to none ("would recognise no winner until")."""
    above = node.head if node.dep_ == "xcomp" else node  # "refused to talk until"
    if above.lemma_.lower() in refusing:
        return True
    return negation(node) is not None or any(c.dep_ == "obj" and names_nobody(c) for c in node.rights)


def _on_objects(node: Token) -> list[Token]:
    """What the parser hangs on what the verb is about ("backs the treaty provided that …", "on condition that …")."""
    objects = (child for child in node.rights if child.dep_ == "obj")
    return [part for child in objects for part in child.rights if part.dep_ in {"acl", "nmod"}]


def _on_bare(node: Token) -> list[Token]:
    """What the parser hangs on what somebody lets happen ("will let the firm go ahead | only if it pays")."""
    bare = (child for child in node.rights if child.dep_ in {"xcomp", "ccomp"} and child.tag_ == "VB")
    return [part for child in bare if not has_modal(child) for part in child.rights if part.dep_ == "advcl"]


def _may_set_terms(child: Token) -> bool:
    """Whether a phrase or clause may be a condition: "would sign | if …", "so long | as …" by whatever label."""
    if child.dep_ == "ccomp":
        return has_modal(child.head) and any(mark.lower_ == "if" for mark in child.lefts)
    return child.dep_ in _PHRASES or (child.dep_ == "advmod" and any(part.dep_ == "advcl" for part in child.rights))


def _holds(holder: Token, token: Token) -> bool:
    """Whether `token` is `holder` or hangs somewhere below it.

    Its edges would not tell: a parser may hang a comma far away on the clause.
    """
    node = token
    while node not in {holder, node.head}:
        node = node.head
    return node == holder


def _is_condition(clause: Token, marks: Mapping[str, Sequence[list[str]]]) -> bool:
    """Whether the clause or phrase opens with words of condition."""
    start = clause.left_edge.i
    if clause.doc[start].is_punct and start < clause.i:
        start += 1
    before = clause.doc[start - 1] if start else None
    # "pay only | when", "lift the hold on the sale only | when", where the parser hangs "only" on the sale
    beside = before is not None and before.dep_ == "advmod" and _holds(clause.head, before.head)
    for first in (start - 1, start) if beside else (start,):
        words = [token.lower_ for token in clause.doc[first : first + 5]]
        if words[:2] in marks.get("", ()):
            return False
        if any(words[: len(mark)] == mark for mark in marks.get(words[0], ())):
            return True
    return False


def _behind_noun(node: Token, lexicon: Lexicon) -> Iterator[Token]:
    """What an adjective right behind the thing names: "accepted the offer | subject to approval by the state"."""
    things = (thing for thing in node.rights if thing.dep_ in {"obj", "nmod", "obl"})
    for adjective in (part for thing in things for part in thing.rights if part.dep_ in {"amod", "acl"}):
        if adjective.left_edge == adjective:  # not "concerns | that they are dependent on it"
            yield from _depended_on(adjective, lexicon)


def _depended_on(predicate: Token, lexicon: Lexicon) -> list[Token]:
    """What "is dependent on", "hinges on", "is subject to" names."""
    entry = lexicon.words("condition_predicate").get(predicate.lemma_.lower()) or lexicon.words(
        "condition_predicate"
    ).get(predicate.lower_)
    if entry is None:
        return []
    wanted = set(entry.get("takes", ()))
    return [
        child
        for child in predicate.rights
        if any(case.dep_ in {"case", "mark"} and case.lower_ in wanted for case in child.lefts)
    ]


def _keep(head: Token, found: dict[int, Span], marks: Mapping[str, Sequence[list[str]]] | None) -> None:
    """Note the phrase; with `marks` it keeps the word of condition, since "if", "only if" and "unless" differ."""
    start, end = full_phrase(head)
    end = _without_verdict(head, end)
    if marks is not None:
        first = head.left_edge
        if first.is_punct and first.i < head.i:
            first = first.nbor(1)
        before = first.nbor(-1) if first.i > first.sent.start else first
        if before.dep_ == "advmod" and any(
            mark[:2] == [before.lower_, first.lower_] for mark in marks.get(before.lower_, ())
        ):
            first = before  # "would leave only | if", where the parser hangs "only" on the act
        start = first.idx
    found.setdefault(start, Span.of(text_of(head.doc), start, end))


def _without_verdict(clause: Token, end: int) -> int:
    """The end less what says something of it all: "if they pay the families, | a shift from what she said"."""
    for word in clause.subtree:
        first, last = word.left_edge, word.right_edge
        of_some = any("Definite=Ind" in child.morph for child in word.lefts)
        if word.dep_ == "appos" and of_some and first.text == "," and last.idx + len(last) >= end:
            return first.idx
    return end
