"""Films, war games and made-up images: what is told in them need not have happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.factuality.shapes import finite

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.stages.factuality.cues import CueTables

_MOST_STEPS = 5
_DOERS = frozenset({"nsubj", "nsubj:pass", "obl:agent"})


def told_in(token: Token, tables: CueTables) -> Token | None:
    """The film, war game or made-up video in which the act is told ("in the film, he kills", "a fake video showed it").

    What a film tells in the past may well have happened ("a film about soldiers who shot nine men").
    """
    node = token
    present = finite(token).tag_ in {"VBZ", "VBP"}
    for _ in range(_MOST_STEPS):
        about = any(child.dep_ == "case" and child.lower_ == "about" for child in node.children)
        for child in node.children:
            subject = child.dep_ == "nsubj" and (about or node.lemma_.lower() in tables.telling)
            inside = child.dep_ in {"obl", "nmod"} and grammar.preposition(child) == "in" and not _counts_some(child)
            told = _antecedent(child, node) if inside else child
            if (subject or inside) and _is_made_up(told, tables, present=present):
                return told
            if node.i == token.i and child.dep_ in _DOERS and _is_figure(child, tables, present=present):
                return child
        if node.i != token.i and node.lemma_.lower() in tables.images and _is_untrue(node, tables):
            return node
        if node.head.i == node.i:
            break
        node = node.head
    return None


def _antecedent(word: Token, clause: Token) -> Token:
    """The work behind "which" in "an episode in which he kills"."""
    return clause.head if word.lower_ == "which" and clause.dep_ == "acl:relcl" else word


def _is_figure(doer: Token, tables: CueTables, *, present: bool) -> bool:
    """Whether it is one of a story ("the novel's hero finds", "the judge in the drama sentenced")."""
    inside = [work for work in grammar.children(doer, "nmod") if grammar.preposition(work) == "in"]
    if any(work.lemma_.lower() in tables.works for work in inside):
        return True
    whose = [*grammar.children(doer, "nmod:poss"), *grammar.prep_objects(doer, frozenset({"of"}))]
    works = any(work.lemma_.lower() in tables.works for work in whose)
    return present and works and doer.lemma_.lower() in tables.figures


def _is_made_up(noun: Token, tables: CueTables, *, present: bool) -> bool:
    """Whether what the noun shows or tells need not have happened."""
    lemma = noun.lemma_.lower()
    if lemma in tables.images and _is_untrue(noun, tables):
        return True
    named = {f"{part.lower_} {lemma}" for part in grammar.children(noun, "compound", "amod")}
    played = lemma in tables.games or not named.isdisjoint(tables.games)
    return played or (present and lemma in tables.works)


def _is_untrue(image: Token, tables: CueTables) -> bool:
    """Whether the image is said to be made up ("a doctored photo", "the video was fake")."""
    said = [image.head, *grammar.children(image.head, "xcomp")] if image.dep_.startswith("nsubj") else []
    words = (*grammar.children(image, "amod", "compound"), *said)
    return any(word.lower_ in tables.faked for word in words)


def _counts_some(noun: Token) -> bool:
    """Whether the noun only counts what follows ("in a series of raids")."""
    return bool(grammar.prep_objects(noun, frozenset({"of"})))
