"""Who is called by a nation alone: "the Frenchman" of Marc Dubois, a French engineer, "the Swiss woman"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.stages.coreference.book import Book
    from onrecord.stages.coreference.cluster import Cluster

_FIRST = 2  # mentions
_BEFORE = 3  # words before a name: "Swiss nurse | Claudia Meier"


def find_national(book: Book, people: Sequence[Cluster], k: int) -> Cluster | None:
    """The only one of the people who is told to be of that nation; None where the noun says more than the nation."""
    nation = book.actors.countries.by_people(book.noun[k].capitalize())
    country = nation or book.mentions[k].country
    anybody = nation is not None or (book.gender(k) is not None and book.noun[k] in book.words.suffering_of)
    said = (book.actors.countries.nationality(word.capitalize()) for word in book.modifiers[k])
    if not country or not anybody or any(code != country for code in said) or book.possessor(k) is not None:
        return None
    sex = book.gender(k)
    theirs = [one for one in people if one.named and one.country == country and _is_of_people(book, one)]
    theirs = [one for one in theirs if sex is None or one.gender in {None, sex}]
    return theirs[0] if len(theirs) == 1 else None


def _is_of_people(book: Book, one: Cluster) -> bool:
    """Whether a mention tells of the nation itself ("French engineer Marc Dubois"), not only of an office there."""
    nation = book.actors.countries.nationality
    words = {word for role in one.roles for word in role.split()} | {word.capitalize() for word in one.modifiers}
    firsts = [book.spans[j][0] for j in one.mentions[:_FIRST]]
    words |= {token.text for first in firsts for token in book.tokens[max(0, first - _BEFORE) : first + 1]}
    return any(nation(word) == one.country for word in words)
