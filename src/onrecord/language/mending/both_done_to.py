"""A "both" behind a verb that opens no pair is who it is done to: "heard that the clerks had lied and jailed | both |".

A parser takes it for half of "both … and" and hangs it on the noun behind it ("both for seven years").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.language.hanging import hang
from onrecord.language.text import having

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc


_BOTH = ("both",)


def mend_both_done_to(doc: Doc) -> None:
    """Make it the object of the verb right before it, where nothing is paired; time linear in tokens."""
    for place in having(doc, "DEP", ("cc:preconj",)):
        both = doc[place]
        verb = doc[place - 1] if place else both
        paired = grammar.children(both.head, "conj") or both.head.dep_ == "conj"
        if verb.pos_ == "VERB" and both.tag_ == "DT" and not paired and not grammar.children(verb, "obj"):
            hang(both, verb, "obj")
    for place in having(doc, "LOWER", _BOTH):
        if doc[place].dep_ == "obj" and doc[place].pos_ == "CCONJ":  # "to sue both at the tribunal"
            doc[place].pos_, doc[place].tag_ = "PRON", "DT"
