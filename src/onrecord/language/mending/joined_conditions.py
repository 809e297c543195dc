"""Conditions joined by "but": "would accept a truce, but only if the rebels withdrew"; "provided | the firm pays".

A parser makes of the condition a second thing that somebody does, beside the first. It hangs on the first: the rebels
have not withdrawn. A bare "provided" that opens a clause is its conjunction, whatever verb it looks like.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.language.hanging import hang
from onrecord.language.text import having

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc
    from onrecord.lexicon.load import Lexicon


@lru_cache(maxsize=4)
def _marks(lexicon: Lexicon) -> frozenset[str]:
    """Conjunctions of condition."""
    return frozenset(
        str(word)
        for entry in lexicon.entries("subordinator")
        if entry["status"] == "conditional"
        for word in (entry["lemma"] if isinstance(entry["lemma"], list) else [entry["lemma"]])
    )


def mend_joined_conditions(doc: Doc, lexicon: Lexicon) -> None:
    """Make a clause of condition of each coordinated one that opens with its conjunction; time linear in tokens."""
    marks = _marks(lexicon)
    for place in having(doc, "DEP", ("advcl",)):
        word = doc[place]
        alone = not word.n_lefts and not word.n_rights and word.head.dep_ == "advcl" and word.head.i > word.i
        if alone and word.lower_ in marks and word.head.left_edge.i >= word.i - 1:
            word.dep_ = "mark"
    for place in having(doc, "DEP", ("conj",)):
        clause = doc[place]
        first = next((child for child in clause.lefts if child.dep_ == "mark"), None)
        if first is None or first.lower_ not in marks or clause.head.i > clause.i:
            continue
        for child in list(clause.lefts):
            if child.i < first.i and (child.dep_ == "cc" or child.is_punct):
                hang(child, clause.head)
        clause.dep_ = "advcl"
