"""Conjunctions of several words: "will withdraw | as soon as the rebels disarm", "looks | as if they had fled".

A parser hangs the clause of "as soon as" on the adverb ("soon"), as a comparison. It says when or on which condition
the verb before holds, so it hangs on that, and the three words are its one conjunction (UD: fixed). So are two marks.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.language.hanging import hang
from onrecord.language.text import having

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon

_WORDS = 3
_PAIR = 2


@lru_cache(maxsize=4)
def _conjunctions(lexicon: Lexicon) -> frozenset[tuple[str, ...]]:
    """The conjunctions of time and condition that have several words ("as soon as")."""
    words = [*lexicon.words("subordinator"), *lexicon.words("condition_phrase")]
    return frozenset(tuple(word.split()) for word in words if len(word.split()) in {_PAIR, _WORDS})


def mend_conjunctions(doc: Doc, lexicon: Lexicon) -> None:
    """Hang each such clause on the verb that its adverb goes with; time linear in tokens."""
    known = _conjunctions(lexicon)
    for place in having(doc, "LOWER", ("as",)):
        last = doc[place]
        if last.dep_ == "mark" and last.i >= _WORDS - 1 and _opens(last, known):
            first, adverb, clause, verb = last.nbor(-2), last.nbor(-1), last.head, last.nbor(-1).head
            hang(clause, verb, "advcl")
            hang(first, clause, "mark")
            hang(adverb, first, "fixed")
            hang(last, first, "fixed")
        elif last.dep_ == "mark" and last.i + 1 < len(doc) and _is_pair(last, last.nbor(1), known):
            hang(last.nbor(1), last, "fixed")


def _is_pair(first: Token, second: Token, known: frozenset[tuple[str, ...]]) -> bool:
    """Whether two marks of one clause are one conjunction ("as if")."""
    marks = second.dep_ == "mark" and second.head.i == first.head.i
    return marks and (first.lower_, second.lower_) in known


def _opens(last: Token, known: frozenset[tuple[str, ...]]) -> bool:
    adverb = last.nbor(-1)
    words = (last.nbor(-2).lower_, adverb.lower_, last.lower_)
    hangs = last.head.head == adverb and adverb.dep_ == "advmod"
    return words in known and hangs and not last.nbor(-2).is_ancestor(last)  # no ring of an odd tree
