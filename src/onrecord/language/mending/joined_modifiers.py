"""Two joined words before a noun: "Russian | missile and drone | strikes hit the port".

A parser takes the three for a list, of which the first is the head. No list has two members side by side with nothing
between them: the last is the noun, and the others only say of what kind it is. The nation before them is that of all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.language.hanging import hang
from onrecord.language.text import having

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc, Token

_NOUNS = frozenset({"NN", "NNS"})


def mend_joined_modifiers(doc: Doc) -> None:
    """Make the last noun of each such list its head; `doc` is changed in place, time linear in tokens."""
    for place in having(doc, "DEP", ("conj",)):
        noun = doc[place]
        first = noun.head
        before = doc[place - 1] if place else noun
        beside = before.dep_ == "conj" and before.head is first and first.i < before.i and noun.tag_ in _NOUNS
        joined = beside and bool(grammar.children(before, "cc")) and not grammar.children(noun, "cc", "det", "case")
        if joined and first.tag_ == "NN" and before.tag_ == "NN" and noun.left_edge is noun:
            _make_head(noun, first)
    for place in having(doc, "DEP", ("compound",)):
        kind = doc[place]
        if grammar.children(kind, "conj") and kind.head.i > kind.i:
            for nation in [it for it in kind.lefts if it.dep_ == "amod" and it.ent_type_]:
                hang(nation, kind.head)


def _make_head(noun: Token, first: Token) -> None:
    above, label, behind = first.head, first.dep_, [it for it in first.rights if it.i > noun.i]
    before = [it for it in first.lefts if it.dep_ in {"det", "amod", "nmod:poss", "nummod", "case"}]
    hang(noun, noun if above is first else above, label)
    hang(first, noun, "compound")
    for child in (*before, *behind):
        hang(child, noun)
