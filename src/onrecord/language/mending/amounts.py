"""Amounts before a preposition: "provide A$190 million | over four years", "pledged $3 million | in aid to Chad".

A parser may count the years by the million before the preposition; nothing counts across one. The amount is what
the verb is done to. What money is given in is its kind: what goes with the kind goes with the verb. How often a passive
is done is no object of it ("was shot | a number of times | by guards").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.language.hanging import hang
from onrecord.language.text import having

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon

_GIVEN = frozenset({"to", "for"})


def mend_amounts(doc: Doc, lexicon: Lexicon) -> None:
    """Make each such amount the object of its verb, and hang its kind on it; time linear in tokens."""
    for place in having(doc, "DEP", ("nummod",)):
        amount = doc[place]
        noun = amount.head
        verb = noun.head
        between = any(amount.i < case.i < noun.i for case in grammar.children(noun, "case"))
        if between and verb.pos_ == "VERB" and verb.i < amount.i and not grammar.children(verb, "obj"):
            hang(amount, verb, "obj")
    currency = lexicon.list("currency")
    for place in having(doc, "DEP", ("obj",)):
        if doc[place].head.pos_ == "VERB" and _is_money(doc[place], currency):
            _hang_kind(doc[place])
        elif grammar.is_passive(doc[place].head) and _is_how_often(doc[place], lexicon.list("noun_of_times")):
            doc[place].dep_ = "obl:unmarked"
    for place in having(doc, "DEP", ("conj",)):
        if doc[place].lemma_.lower() in lexicon.list("verb_of_fines"):
            _join_passive(doc[place], currency)


def _join_passive(fined: Token, currency: AbstractSet[str]) -> None:
    """Let it go on with the passive above it, where money alone is its object: "found guilty of theft and | fined"."""
    objects = grammar.children(fined, "obj", "iobj")
    own = grammar.children(fined, "nsubj", "aux", "aux:pass")
    if own or not objects or not all(_is_money(thing, currency) for thing in objects):
        return
    first = fined.head
    while first.head.i < first.i and not grammar.is_passive(first):
        first = first.head
    if grammar.is_passive(first):
        hang(fined, first)
        fined.tag_ = "VBN"
        for thing in objects:
            thing.dep_ = "obl:unmarked"


def _is_how_often(count: Token, times: AbstractSet[str]) -> bool:
    """Whether it counts times: "a number of | times", "four | times"."""
    counted = [count, *(one for one in grammar.children(count, "nmod") if grammar.preposition(one) == "of")]
    return any(one.lower_ in times for one in counted)


def _is_money(amount: Token, currency: AbstractSet[str]) -> bool:
    return any({part.lemma_.lower(), part.lower_} & currency for part in (amount, *amount.children))


def _hang_kind(amount: Token) -> None:
    """Of "gave $3 million in military aid to Chad" the aid is the money's, and Chad the verb's."""
    verb = amount.head
    for kind in (*grammar.children(amount, "nmod"), *grammar.children(verb, "obl")):
        bare = kind.pos_ == "NOUN" and not grammar.children(kind, "det", "nmod:poss", "nummod")
        if kind.i > amount.i and bare and grammar.preposition(kind) == "in":
            for goal in grammar.children(kind, "nmod"):
                if grammar.preposition(goal) in _GIVEN:
                    hang(goal, verb, "obl")
            hang(kind, amount, "nmod")
            return
