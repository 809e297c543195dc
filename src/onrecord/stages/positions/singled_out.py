"""Who is said to be one of those that took a stand: "Bo Lee was one of three | who opposed it", "the only one to".

What the words tell is told of whom the sentence is about, not of "one of three", nor of the three.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.lexicon.load import Lexicon

_RELATIVE = frozenset({"acl:relcl", "acl"})
_OF = frozenset({"of", "among"})


def one_of(verb: Token, lexicon: Lexicon) -> list[Token]:
    """Of whom it is said that he is one of those who did it, or the only one to do it; nobody else."""
    noun = verb.head
    if verb.dep_ not in _RELATIVE or verb.i < noun.i:
        return []
    if grammar.has_to(verb) and not _is_alone(noun, lexicon):
        return []
    counted = noun.dep_ == "nmod" and grammar.preposition(noun) in _OF and _counts(noun.head, lexicon)
    return _who_is(noun.head if counted else noun, lexicon, counted=counted)


def is_only_one_to(verb: Token, lexicon: Lexicon) -> bool:
    """Whether an infinitive tells what only one did: "the only member | to vote against it"."""
    return grammar.has_to(verb) and bool(one_of(verb, lexicon))


def _is_alone(noun: Token, lexicon: Lexicon) -> bool:
    """Whether only one, or the first, did it: "the only Republican", "the only one of three"."""
    only = lexicon.list("only_one_word")
    told = [noun, noun.head] if noun.dep_ == "nmod" and grammar.preposition(noun) in _OF else [noun]
    return any(word.lemma_.lower() in only for one in told for word in one.lefts)


def _counts(word: Token, lexicon: Lexicon) -> bool:
    """Whether it says how many out of a party: "one | of three members", "the lone one"."""
    return word.pos_ == "NUM" or word.lower_ in lexicon.list("one_of_word")


def _who_is(noun: Token, lexicon: Lexicon, *, counted: bool) -> list[Token]:
    """Who is called so: the subject of a copula, or the name beside which it stands."""
    is_that = any(child.dep_ == "cop" for child in noun.lefts)
    if is_that and (counted or _is_alone(noun, lexicon)) and grammar.negation(noun) is None:
        return grammar.surface_subjects(noun)
    if noun.dep_ == "appos" and grammar.is_nominal(noun.head) and (counted or _is_alone(noun, lexicon)):
        return [noun.head]
    return []
