"""Amounts before a preposition: "provide A$190 million | over four years".

A parser may count the years by the million before the preposition; nothing counts across one. The amount is what
the verb is done to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.language.hanging import hang
from onrecord.language.text import having

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc


def mend_amounts(doc: Doc) -> None:
    """Make each such amount the object of its verb; time linear in tokens."""
    for place in having(doc, "DEP", ("nummod",)):
        amount = doc[place]
        noun = amount.head
        verb = noun.head
        between = any(amount.i < case.i < noun.i for case in grammar.children(noun, "case"))
        if between and verb.pos_ == "VERB" and verb.i < amount.i and not grammar.children(verb, "obj"):
            hang(amount, verb, "obj")
