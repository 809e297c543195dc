"""How an act hangs on the word above it, and what words beside that make of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.factuality import shapes

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.stages.factuality.cues import CueTables
    from onrecord.stages.factuality.effects import Effect

SHOWN = "shown"  # how what an image shows hangs on the verb of showing


def link_of(node: Token, tables: CueTables) -> tuple[Token, str]:
    """The word above and how the act hangs on it; in "wants the journalist arrested" that is the wanting.

    In "a strike looks likely" it is what the strike looks.
    """
    noun = node.head
    if node.dep_ in {"nsubj", "nsubj:outer"}:
        said = next((child for child in grammar.children(noun, "xcomp") if child.pos_ == "ADJ"), noun)
        return said, shapes.link(node)
    of_object = node.dep_ == "acl" and noun.dep_ == "obj"
    doing = of_object and shapes.link(node) == "doing"
    if doing and noun.head.lemma_.lower() in tables.showing:
        return noun.head, SHOWN
    foreseen = tables.embedding(noun.head, "doing") if doing else None
    if foreseen is not None and foreseen.by:  # "the deal envisages rebels handing it over"
        return noun.head, "doing"
    bare = of_object and node.tag_ == "VBN" and not list(node.rights)
    effect = tables.embedding(noun.head, "xcomp") if bare else None
    if effect is not None and effect.status not in {"happened", "ongoing"}:
        return noun.head, "xcomp"
    return noun, shapes.link(node)


def told_by(act: Token, tables: CueTables) -> Token:
    """The verb that lends a noun its act ("faces | a fine"), or the act's own word."""
    lends = act.dep_ == "obj" and tables.lends(act.head, "obj", act)
    return act.head if lends else act


def only_seems(verb: Token, tables: CueTables) -> bool:
    """Whether a verb stands under one by which it is less sure and no less past ("appears | to show")."""
    above = tables.embedding(verb.head, shapes.link(verb))
    return above is not None and above.status is None and above.certainty is not None


def instead_of(node: Token, tables: CueTables) -> tuple[Token, Effect] | None:
    """The words by which a joined act is the one not chosen: "held talks | rather than | attack"."""
    first = shapes.first_conjunct(node)
    open_too = grammar.has_modal(first) or grammar.has_to(first)  # "should help rather than attack them"
    for mark in grammar.children(node, "cc") if not open_too else ():
        effect = tables.subordinator(grammar.whole_mark(mark))
        if effect is not None and effect.status == "not_happened":
            return mark, effect
    return None


def failed_at(verb: Token, effect: Effect, tables: CueTables) -> Token | None:
    """The failure or refusal above a verb of preventing: what somebody "failed to prevent" took place."""
    if effect.status != "not_happened" or effect.negated is None:
        return None
    above = tables.embedding(verb.head, shapes.link(verb))
    undone = above is not None and above.status == "not_happened" and above.polarity == "negative"
    return verb.head if undone else None
