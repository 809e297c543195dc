"""A second passive without its "were", counted only: "nine miners were killed and | scores injured".

The second "were" is left out, and a parser takes the number for one more verb or object, or for who did it. A number or
"others" right before what one always does to somebody has it done to them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.language.hanging import hang
from onrecord.language.text import having

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon

_JOINTS = frozenset({"and", ",", ";"})
_BESIDE = frozenset({"conj", "obj", "nsubj", "nsubj:pass", "obl:unmarked", "dep"})
_OWN = ("aux", "aux:pass", "cop", "obj", "obl:agent")


def mend_counted_harmed(doc: Doc, lexicon: Lexicon) -> None:
    """Make each such number the subject of a passive; `doc` is changed in place, time linear in tokens."""
    transitive = lexicon.list("verb_with_object")
    counts = lexicon.together("quantity_noun", "others", "how_many")
    for place in having(doc, "TAG", ("VBN", "VBD", "JJ")):
        harmed = doc[place]
        number = _number_before(harmed, counts)
        if number is None or grammar.children(harmed, *_OWN) or not _is_done(harmed, transitive):
            continue
        above = _first(number.head if number.head.i != harmed.i else harmed.head)
        if above.i == harmed.i or above.i > number.i or above.pos_ not in {"VERB", "ADJ"}:
            continue
        harmed.pos_, harmed.tag_ = "VERB", "VBN"
        hang(number, harmed, "nsubj:pass")
        if harmed.head.i != above.i and not above.is_ancestor(harmed):
            hang(harmed, above, "conj")


def _first(node: Token) -> Token:
    """The first of those that the word is coordinated with, of whatever kind ("dead and | injured")."""
    while node.dep_ == "conj" and node.head.i < node.i:
        node = node.head
    return node


def _number_before(harmed: Token, counts: AbstractSet[str]) -> Token | None:
    """The word for how many that stands right before it and behind "and" ("and | scores | seriously injured")."""
    at = harmed.i - 1
    while at > harmed.sent.start and harmed.doc[at].pos_ == "ADV":
        at -= 1
    number = harmed.doc[at]
    if number.dep_ not in _BESIDE or not (number.lower_ in counts or number.pos_ == "NUM"):
        return None
    before = number.left_edge.i - 1
    joined = before > harmed.sent.start and harmed.doc[before].lower_ in _JOINTS
    opens = number.left_edge.lower_ in _JOINTS and number.left_edge.i > harmed.sent.start
    return number if joined or opens else None


def _is_done(harmed: Token, transitive: AbstractSet[str]) -> bool:
    stems = {harmed.lemma_.lower(), harmed.lower_.removesuffix("d"), harmed.lower_.removesuffix("ed")}
    found = transitive & stems
    if found:
        harmed.lemma_ = min(found)
    return bool(found)
