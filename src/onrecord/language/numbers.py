"""How many: the number that stands with a noun, as a lower and an upper bound."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.language.plain_words import Token
    from onrecord.lexicon.load import Lexicon

_LONGEST_BOUND = 3  # "no fewer than"
_LONGEST_FIGURE = 12  # characters, commas left out
_AND, _ARTICLES = "and", frozenset({"a", "an"})


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """A number in the text: character offsets with its qualifier ("at least nine"), and its bounds."""

    start: int
    end: int
    low: int | None
    high: int | None


class NumberWords(msgspec.Struct, frozen=True, kw_only=True):
    """Number words: exact ones ("nine"), vague ones ("dozens") and what moves a bound ("at least").

    Attributes:
        scales: what multiplies the number before it ("dozen", "million").
        factors: what multiplies the scale behind it: "half" exactly, "several" and "a few" by no less than two.
        between: what stands between the ends of a range ("20 to 30", "five or six").
    """

    exact: Mapping[str, int]
    vague: Mapping[str, int]
    bounds: Mapping[str, str]
    scales: Mapping[str, int]
    factors: Mapping[str, float]
    between: frozenset[str]


def number_words(lexicon: Lexicon) -> NumberWords:
    """The number words of a lexicon."""
    return NumberWords(
        exact=lexicon.map("number_word"),
        vague=lexicon.map("number_vague"),
        bounds=lexicon.map("number_bound"),
        scales=lexicon.map("number_scale"),
        factors=lexicon.map("number_factor"),
        between=lexicon.list("number_range"),
    )


def find_count(noun: Token, words: NumberWords) -> Count | None:
    """The number of the people or things that `noun` names ("at least nine civilians", "dozens of men", "20 to 30").

    Returns None where nothing says how many, or a word among the numbers is none ("one in ten"). Money, shares and
    dates are not told apart here: ask for people only.
    """
    vague = _vague(noun, words)
    if vague is not None:
        return vague
    span = _span(noun, words)
    if not span:
        return None
    bound, start = _bound(span[0], words)
    bounds = _read([token.lower_ for token in span], words, from_to=bound == "between")
    if bounds is None:
        return None
    low: int | None
    low, high = bounds
    if bound == "low":
        high = None
    elif bound == "high" and high is None:
        return None  # "as many as several hundred"
    elif bound == "high":
        low = None
    return Count(start=start, end=span[-1].idx + len(span[-1]), low=low, high=high)


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


def _span(noun: Token, words: NumberWords) -> list[Token]:
    """The words of the number: from the first number word that hangs on the noun to the last, in text order."""
    numbers = [child for child in noun.children if child.dep_ == "nummod" and child.i < noun.i]
    if not numbers:
        numbers = [noun] if noun.pos_ == "NUM" else []
    parts = [token for number in numbers for token in number.subtree if _is_number(token.lower_, words)]
    if not parts:
        return []
    first, last = min(token.i for token in parts), max(token.i for token in parts)
    if numbers[0] != noun and last > noun.i:
        last = max(token.i for token in parts if token.i < noun.i)
    doc, before = noun.doc, {*words.factors, *_ARTICLES}
    while first > noun.sent.start and doc[first - 1].lower_ in before:
        first -= 1
    return list(doc[first : last + 1])


def _is_number(word: str, words: NumberWords) -> bool:
    return word in words.scales or word in words.factors or _unit(word, words) is not None


def _unit(word: str, words: NumberWords) -> float | None:
    figure = word.replace(",", "")
    if figure.replace(".", "", 1).isdecimal():
        return float(figure) if len(figure) <= _LONGEST_FIGURE else None  # of what is longer nobody is counted
    return words.exact.get(word)


def _read(span: Sequence[str], words: NumberWords, *, from_to: bool) -> tuple[int, int | None] | None:
    """The least and the most that the words mean; `from_to` if "between" stands before them."""
    middle = next((at for at in range(1, len(span) - 1) if _parts_range(span, at, words, from_to=from_to)), None)
    if middle is None:
        return _amount(span, words)
    near, far = _amount(span[:middle], words), _amount(span[middle + 1 :], words)
    if near is None or far is None:
        return None
    scale = words.scales.get(span[-1], 1)
    low = near[0] * scale if span[middle - 1] not in words.scales and near[0] * scale <= far[0] else near[0]
    return (low, far[1]) if low <= far[0] else None


def _parts_range(span: Sequence[str], at: int, words: NumberWords, *, from_to: bool) -> bool:
    """Whether the word stands between the ends of a range; in "twenty-five" the hyphen does not."""
    if span[at] == _AND:
        return from_to
    if span[at] not in words.between:
        return False
    return span[at].isalpha() or span[at - 1][-1].isdecimal() or span[at + 1][0].isdecimal()


def _amount(span: Sequence[str], words: NumberWords) -> tuple[int, int | None] | None:
    """One number, as in "1,200", "twenty-five", "2 million", "one hundred and ten", "several thousand"."""
    total, current, factor, seen, is_open = 0.0, 0.0, 0.0, False, False
    for word in span:
        unit = _unit(word, words)
        if unit is not None:
            current, factor = current + unit * (factor or 1), 0.0  # "several 100"
        elif word in words.scales:
            total, current, factor = total + ((current + factor) or 1) * words.scales[word], 0.0, 0.0
        elif word in words.factors:
            factor = words.factors[word]
            is_open = is_open or factor > 1
        elif word == _AND or word in _ARTICLES or not word.isalnum():
            continue
        else:
            return None
        seen = True
    amount = total + current
    if not seen or factor or amount != int(amount):
        return None  # "2.5 people", "half of them"
    return int(amount), None if is_open else int(amount)


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
