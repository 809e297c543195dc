"""How many: the number that stands with a noun, as a lower and an upper bound."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.lexicon.load import Lexicon

_LONGEST_BOUND = 3  # "no fewer than"
_PARTS = frozenset({"compound", "nummod", "flat"})
_HUNDRED = 100


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """A number in the text: character offsets with its qualifier ("at least nine"), and its bounds."""

    start: int
    end: int
    low: int | None
    high: int | None


class NumberWords(msgspec.Struct, frozen=True, kw_only=True):
    """Number words: exact ones ("nine"), vague ones ("dozens") and what moves a bound ("at least")."""

    exact: Mapping[str, int]
    vague: Mapping[str, int]
    bounds: Mapping[str, str]


def number_words(lexicon: Lexicon) -> NumberWords:
    """The number words of a lexicon."""
    return NumberWords(
        exact={**lexicon.map("number_word"), **lexicon.map("number_scale")},
        vague=lexicon.map("number_vague"),
        bounds=lexicon.map("number_bound"),
    )


def find_count(noun: Token, words: NumberWords) -> Count | None:
    """The number of the people or things that `noun` names ("at least nine civilians", "dozens of men", "20").

    Returns None where nothing says how many. Money, shares and dates are not told apart here: ask for people only.
    """
    vague = _vague(noun, words)
    if vague is not None:
        return vague
    number = next((child for child in noun.children if child.dep_ == "nummod" and child.i < noun.i), None)
    if number is None and noun.pos_ == "NUM":
        number = noun
    if number is None:
        return None
    value = _value(number, words)
    if value is None:
        return None
    bound, start = _bound(_parts(number)[0], words)
    low, high = _bounds(value, bound)
    return Count(start=start, end=number.idx + len(number), low=low, high=high)


def _vague(noun: Token, words: NumberWords) -> Count | None:
    """As in "dozens of men", "hundreds", "tens of thousands of people": the noun itself, or what it hangs on."""
    for head in (noun, noun.head if noun.dep_.startswith("nmod") else noun):
        text = head.lower_
        if text not in words.vague:
            continue
        start, end, low = head.idx, head.idx + len(head), words.vague[text]
        for outer in (head.head, *head.children):
            joined = f"{outer.lower_} of {text}" if outer.i < head.i else f"{text} of {outer.lower_}"
            if joined in words.vague:
                low = words.vague[joined]
                start, end = min(start, outer.idx), max(end, outer.idx + len(outer))
        return Count(start=start, end=end, low=low, high=None)
    return None


def _value(number: Token, words: NumberWords) -> int | None:
    """As in "1,200", "nine", "twenty - five", "2 million": the number with the parts that hang on it."""
    total, current, seen = 0, 0, False
    for part in _parts(number):
        figure = part.text.replace(",", "")
        value = int(figure) if figure.isdecimal() else words.exact.get(part.lower_)
        if value is None:
            continue
        seen = True
        if value >= _HUNDRED and current:
            current *= value
            total, current = total + current, 0
        else:
            current += value
    return total + current if seen else None


def _parts(number: Token) -> list[Token]:
    """The words of the number, in text order, itself last."""
    return [*(token for token in number.subtree if token.i < number.i and token.dep_ in _PARTS), number]


def _bound(first: Token, words: NumberWords) -> tuple[str, int]:
    """What moves the number, and where the whole phrase starts."""
    doc = first.doc
    for size in range(_LONGEST_BOUND, 0, -1):
        begin = first.i - size
        if begin >= first.sent.start:
            text = " ".join(token.lower_ for token in doc[begin : first.i])
            if text in words.bounds:
                return words.bounds[text], doc[begin].idx
    return "", first.idx


def _bounds(value: int, bound: str) -> tuple[int | None, int | None]:
    if bound == "low":
        return value, None
    if bound == "high":
        return None, value
    return value, value
