"""A negation directly before "to" belongs to the infinitive: "vowed never to negotiate", "asked him not to leave".

A parser hangs it now and then on the verb before it, and then nothing has been vowed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.grammar import is_negative
from onrecord.language.text import having

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PARTICLE = frozenset({"to"})


def mend_negations(doc: Doc) -> None:
    """Hang such a word on the infinitive that follows it; time linear in tokens."""
    for place in having(doc, "LOWER", _PARTICLE):
        if place == 0 or doc[place].dep_ != "mark":
            continue
        word, infinitive = doc[place - 1], doc[place].head
        before = word.head.i < word.i and word.head.i != infinitive.i
        if word.dep_ == "advmod" and before and infinitive.i > place and is_negative(word) and not list(word.children):
            word.head = infinitive
