"""A word said twice around a preposition is an adverb: "stood shoulder to shoulder with", "fought side by side with".

A parser takes the first for the verb's object and the second for a phrase or even a verb of its own, and hangs on it
what belongs to the verb: with whom somebody stood, where they met.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.hanging import hang
from onrecord.language.text import having

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc, Token

_BETWEEN = frozenset({"to", "by", "in"})


def mend_twice_said(doc: Doc) -> None:
    """Make the three words one adverb of the verb that stands before them; time linear in tokens."""
    for place in having(doc, "LOWER", _BETWEEN):
        if not 2 <= place < len(doc) - 1 or doc[place - 1].lower_ != doc[place + 1].lower_:
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
                hang(child, verb)
                child.dep_ = "obl" if child.dep_ == "nmod" else child.dep_
    hang(first, verb, "advmod")
    for part in (middle, second):
        hang(part, first, "fixed")
