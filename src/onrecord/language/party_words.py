"""The words for who takes a stand: with how many of them it is ("most Republicans"), and which ("unions | in Peru")."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.language import grammar
from onrecord.language.text import text_of

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.span import Argument

_HOW_MANY = frozenset({"amod", "det", "nummod"})
_SEVERAL = frozenset({"NNS", "NNPS"})


def with_how_many(token: Token, words: Argument) -> Argument:
    """The words for a party, with what says how many of a people it is.

    Of a share ("seven in ten Peruvians") it is not the whole people that takes the stand, so nobody stands behind it.
    """
    near = [c for c in token.lefts if c.dep_ in _HOW_MANY and c.right_edge.idx + len(c.right_edge) + 1 == words.start]
    counting = [c for c in near if "Definite=Def" not in c.morph] if token.tag_ == "NNPS" else []
    if not counting:
        return words
    shared = any(grammar.children(child, "nmod") for child in counting)
    return _reaching(token, words, counting[0].left_edge.idx, words.end, None if shared else words.entity)


def with_which(noun: Token, words: Argument, trigger: Token, lexicon: Lexicon) -> Argument:
    """The words for several, with what tells which they are, less when they take the stand, and that they do.

    Another that is joined to them is one of his own.
    """
    after = noun.nbor(1) if noun.i + 1 < noun.sent.end else noun
    if noun.tag_ not in _SEVERAL or after.is_punct:  # "deputies, many of them new"
        return words
    end = grammar.whole_phrase(noun, trigger)[1]
    days = lexicon.together("time_weekday", "time_month", "time_unit", "time_units")
    joined = next((c for c in noun.rights if c.dep_ == "conj" or c.lower_ in days), None)
    if joined is not None:
        last = joined.left_edge.nbor(-1)
        end = min(end, last.idx + len(last))
    return _reaching(noun, words, words.start, end, words.entity) if end > words.end else words


def _reaching(noun: Token, words: Argument, start: int, end: int, entity: str | None) -> Argument:
    told = text_of(noun.doc)[start:end].rstrip(" ,")
    return msgspec.structs.replace(words, start=start, end=start + len(told), text=told, entity=entity)


def is_share(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a word counts a share or a number out of others ("twelve of the members", "40 percent", "half of")."""
    counts = noun.pos_ == "NUM" or bool(grammar.children(noun, "nummod"))
    return counts or noun.lemma_.lower() in lexicon.together("share_noun", "quantity_noun")
