"""What is asked of a passive that tells of nobody who did it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.grammar import children, conjuncts, is_passive, is_past_perfect
from onrecord.reading.event import TOLD_AS_FACT

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from onrecord.language.plain_words import Token
    from onrecord.reading.event import Event

WHO_HOLDS = frozenset({"COP", "MIL", "SPY"})
"""PLOVER's sectors of those who may hold people."""

_MAIN = frozenset({"root", "ROOT", "parataxis"})
_OWN = ("nsubj", "nsubj:pass", "aux:pass")


def is_untold(event: Event, verb: Token) -> bool:
    """Whether it is a passive told as fact by which nobody did it."""
    told = event.recipients and not event.actors and event.factuality.told in TOLD_AS_FACT
    return bool(told) and verb.pos_ == "VERB" and is_passive(verb)


def is_of_its_own(verb: Token) -> bool:
    """Whether it is told in a clause of its own, and not of what was before."""
    first = conjuncts(verb)[0]
    own = first.dep_ in _MAIN or (first.dep_ == "ccomp" and first.head.dep_ in _MAIN)
    return (own or goes_on(verb)) and not is_past_perfect(verb)


def goes_on(verb: Token) -> bool:
    """Whether it goes on with a passive before it, without a subject of its own: "were beaten and | robbed".

    So behind a comma: "was caught by the rebels, | handed over to Chad and tried".
    """
    bare = verb.dep_ == "advcl" and verb.tag_ == "VBN" and verb.head.i < verb.i and not children(verb, "mark", "advmod")
    return (verb.dep_ == "conj" or bare) and not children(verb, *_OWN) and is_passive(verb.head)


def is_another_scene(verb: Token, apart: AbstractSet[str]) -> bool:
    """Whether the sentence opens with where or when, or says that it is another act ("elsewhere")."""
    subject = next(iter(children(verb, "nsubj:pass", "nsubj")), verb)
    fronted = [child for child in verb.lefts if child.dep_ in {"obl", "advcl"} and child.i < subject.i]
    words = {word.lower_ for word in verb.subtree}
    return bool(fronted) or not words.isdisjoint(apart)
