"""Phrases behind "and" with a preposition of their own: "fired at the port and | at two depots".

A parser may hang the second on the verb, or on the last noun of the first ("sanctions against generals of the army and
| against a firm"). What has the same preposition goes together. So too in a list whose first comma has no "and" ("sorry
to the miners, | to the union and to the town"). What "and" joins right behind an object, without a preposition, is a
second object: "sued the firm and | two of its directors".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.language.hanging import hang
from onrecord.language.text import having

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc, Token

_PHRASES = ("obl", "nmod", "obl:arg", "obl:agent")
_MAX_STEPS = 4
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM"})
_PARTICIPLES = frozenset({"VBN", "VBD"})
_OWN = ("case", "cop", "nsubj", "nsubj:pass", "aux", "aux:pass", "mark", "obj", "obl", "orphan", "advmod")


def mend_joined_phrases(doc: Doc) -> None:
    """Hang each such phrase on the one that it goes with; `doc` is changed in place, time linear in tokens."""
    for place in having(doc, "DEP", ("conj",)):
        noun = doc[place]
        if (thing := _joined_object(noun)) is not None:
            hang(noun, thing, "conj")
            continue
        case = grammar.preposition(noun) if grammar.is_nominal(noun) and not grammar.is_clause(noun) else ""
        if not case or noun.i < noun.head.i or grammar.preposition(noun.head) == case or grammar.negation(noun):
            continue
        first = _first_with(case, noun)
        if first is not None:
            hang(noun, first)
    for place in having(doc, "DEP", ("nmod",)):
        if _is_listed(doc[place]):
            doc[place].dep_ = "conj"


def _joined_object(noun: Token) -> Token | None:
    """The object right before "and", where a noun without a preposition or a verb of its own is hung on the verb."""
    verb = noun.head
    if noun.pos_ not in _NOMINAL or verb.pos_ != "VERB" or noun.i < verb.i or grammar.children(noun, *_OWN):
        return None
    joined = grammar.children(noun, "cc")
    done = any(word.tag_ in _PARTICIPLES for word in noun.lefts)  # "backed the law and extended benefits" is a verb
    before = [it for it in grammar.children(verb, "obj") if joined and it.right_edge.i + 1 == joined[0].i and not done]
    return before[0] if before and before[0].pos_ in _NOMINAL and noun.left_edge is joined[0] else None


def _first_with(case: str, noun: Token) -> Token | None:
    """The nearest phrase with this preposition before the noun: above it, or under the verb that it hangs on."""
    node = noun.head
    for _ in range(_MAX_STEPS):
        if grammar.is_clause(node):
            under = [node, *grammar.children(node, "obj", "nsubj:pass")]
            phrases = [it for above in under for it in grammar.children(above, *_PHRASES) if it.i < noun.left_edge.i]
            same = [it for it in phrases if grammar.preposition(it) == case and it.i > node.i]
            return max(same, key=_place) if same else None
        if grammar.preposition(node) == case:
            return node
        node = node.head
    return None


def _place(word: Token) -> int:
    return word.i


def _is_listed(noun: Token) -> bool:
    """Whether it is the second of three or more: behind a comma, and before another that "and" joins."""
    above, first = noun.head, noun.left_edge
    case = grammar.preposition(noun)
    if above.i > noun.i or not case or grammar.preposition(above) != case:
        return False
    comma = first.lower_ == "," or (first.i > 0 and first.nbor(-1).lower_ == ",")
    others = [it for it in grammar.children(above, "conj") if it.i > noun.i and grammar.preposition(it) == case]
    return comma and any(grammar.children(it, "cc") for it in others)
