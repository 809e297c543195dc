"""Whom an age takes up: "the 43-year-old" behind "Ana Silva, 43", or else the one person of whom was told last."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from onrecord.stages.coreference.book import recent_clusters
from onrecord.stages.coreference.over import those_over

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.stages.coreference.book import Book
    from onrecord.stages.coreference.cluster import Cluster

_AGE_SENTENCES = 20
_ASKED = 12  # mentions of one person that are asked for an age
_DIGITS = 3


def find_aged(book: Book, k: int) -> Cluster | None:
    """Who is of the age that the nominal says; where no age fits, who alone is named in the sentence before."""
    token = book.tokens[book.mentions[k].head]
    age = _age(book, token)
    if age is None or book.determiner(k) in book.words.indefinite:
        return None
    over = those_over(book, k)
    recent = (one for one in recent_clusters(book, k, _AGE_SENTENCES) if id(one) not in over)
    people = [one for one in recent if one.type == "person" and not one.plural]
    told = [(one, _ages(book, one)) for one in people]
    fitting = [one for one, ages in told if age in ages]
    if fitting or token.lower_ not in book.words.aged:
        return fitting[0] if len(fitting) == 1 else None
    near = [one for one, ages in told if one.named and not ages and book.sentence[k] - book.sentence[one.last] == 1]
    if len(near) > 1:  # whom the sentence before has brought
        near = [one for one in near if book.sentence[one.mentions[0]] == book.sentence[k] - 1]
    return near[0] if len(near) == 1 else None


def is_aged(book: Book, k: int) -> bool:
    """Whether an age stands beside the mention."""
    return _age(book, book.tokens[book.mentions[k].head]) is not None


def _ages(book: Book, one: Cluster) -> set[str | None]:
    heads = [book.tokens[book.mentions[j].head] for j in islice(one.mentions, _ASKED)]
    return {_age(book, head) for head in heads} - {None}


def _age(book: Book, token: Token) -> str | None:
    """The age beside a name ("Ana Silva, 43") or before a noun ("the 43-year-old lawyer"), which may stand alone."""
    for child in token.rights:
        if _is_age(child):
            return child.text
    old = next((it for it in (token, *token.children) if it.lower_ in book.words.aged), None)
    years = old.children if old is not None else ()
    return next((number.text for year in years for number in year.children if _is_age(number)), None)


def _is_age(token: Token) -> bool:
    return token.text.isdigit() and len(token.text) < _DIGITS
