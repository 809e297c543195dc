"""A word said twice around a preposition is an adverb: "stood shoulder to shoulder with", "fought side by side with".

A parser takes the first for the verb's object and the second for a phrase or even a verb of its own, and hangs on it
what belongs to the verb: with whom somebody stood, where they met.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.text import having

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BETWEEN = frozenset({"to", "by", "in"})


def mend_twice_said(doc: Doc) -> None:
    """Make the three words one adverb of the verb that stands before them; time linear in tokens."""
    words = doc.to_array("LOWER")
    for place in having(doc, "LOWER", _BETWEEN):
        if not 2 <= place < len(doc) - 1 or words[place - 1] != words[place + 1]:
            continue
        verb, first, middle, second = doc[place - 2 : place + 2]
        if not first.is_alpha or verb.pos_ != "VERB" or first.i == first.sent.start:
            continue
        _join(verb, first, middle, second)


def _join(verb: Token, first: Token, middle: Token, second: Token) -> None:
    three = {first.i, middle.i, second.i}
    for part in (first, second):
        for child in list(part.children):
            if child.i not in three:
                child.head = verb
                child.dep_ = "obl" if child.dep_ == "nmod" else child.dep_
    first.head, first.dep_ = verb, "advmod"
    for part in (middle, second):
        part.head, part.dep_ = first, "fixed"
