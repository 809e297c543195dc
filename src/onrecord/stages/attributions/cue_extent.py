"""How far a cue reaches: from its first helper ("has since said") to its particle ("pointed out")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.attributions.cues import AUXILIARY, lemma_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.language.plain_words import Token

_BEFORE_CUE = AUXILIARY | {"advmod", "mark", "cc:preconj"}


def cue_start(verb: Token, raising: frozenset[str], forms: Mapping[str, str]) -> Token:
    """The first token of the cue: auxiliaries, negation, adverbs next to it, and verbs that only set it going."""
    first = leftmost(verb)
    governor = verb.head
    if verb.dep_ == "conj" and first.i > 0 and first.nbor(-1).lower_ == "nor":
        return next((child for child in governor.lefts if child.lower_ == "neither"), first)
    sets_going = verb.dep_ == "xcomp" or (verb.dep_ == "advcl" and first.lower_ == "to")
    if sets_going and lemma_of(governor, forms) in raising and governor.i < first.i <= governor.i + 6:
        between = verb.doc[governor.i + 1 : first.i]
        if all(token.head == governor and token.dep_ in {"advmod", "compound:prt"} for token in between):
            return cue_start(governor, raising, forms)
    return first


def leftmost(verb: Token) -> Token:
    """Walk left over the auxiliaries and adverbs that hang on the verb and stand directly before it."""
    first = verb
    while first.i > 0:
        before = verb.doc[first.i - 1]
        if before.head != verb or before.dep_ not in _BEFORE_CUE or before.is_punct:
            break
        if before.dep_ == "mark" and before.lower_ != "to":
            break
        if before.dep_ == "advmod" and (before.tag_.startswith("W") or before.n_lefts):
            break
        first = before
    return first


def cue_end(verb: Token, particle: str | None) -> Token:
    """The last token of the bare cue: the verb, or its particle."""
    last = verb
    if particle:
        for child in verb.rights:
            if child.lower_ == particle and child.i <= verb.i + 2:
                last = child
                break
    return last
