"""Titles whose adjective stands behind: "the attorney general", "the consul general".

A parser takes the adjective for a modifier of the noun, and the title would end before it. Where the lexicon knows the
two words as one title, the second heads them, as in a compound.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.hanging import hang
from onrecord.language.text import having

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon

_BEHIND = frozenset({"amod", "appos"})


def mend_postposed_titles(doc: Doc, lexicon: Lexicon) -> None:
    """Let the second word head such titles; time linear in tokens."""
    titles = lexicon.map("person_noun")
    for place in sorted({*having(doc, "DEP", _BEHIND), *having(doc, "POS", ("ADJ",))} - {0}):
        token = doc[place]
        noun = token.head
        behind = noun.i == token.i - 1 and token.dep_ in _BEHIND and not token.n_lefts
        if behind and f"{noun.lower_} {token.lower_}" in titles:
            _swap(noun, token)
        elif (
            token.pos_ == "ADJ" and f"{token.nbor(-1).lower_} {token.lower_}" in titles and token.nbor(-1).head == token
        ):
            token.pos_, token.tag_ = "NOUN", "NN"  # it heads them already, but for its part of speech


def _swap(noun: Token, last: Token) -> None:
    outside, label = noun.head, noun.dep_
    is_root = outside.i == noun.i
    for child in list(noun.children):
        if child.i != last.i:
            hang(child, last)
    hang(last, last if is_root else outside, label)
    last.pos_, last.tag_ = noun.pos_, noun.tag_
    hang(noun, last, "compound")
