"""Public bodies named after their place: "Rapides Parish Sheriff's Office", "Leeds Crown Court".

The body is no place, but its name says where it is: the place stands in it as a modifier. Names of parties, papers,
companies and armed groups ("Islamic State of Iraq", "The Boston Globe") say nothing of the kind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.places.judge import has_own_name
from onrecord.stages.places.lookup import look_up, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.knowledge.gazetteer import Gazetteer
    from onrecord.language.plain_words import Doc
    from onrecord.stages.places.names import Cover, Name
    from onrecord.stages.places.words import Words

_MAX_WORDS = 4
_CITY_PEOPLE = 50_000


def bodies(doc: Doc, cover: Cover, found: Sequence[Name], words: Words, gazetteer: Gazetteer) -> Iterator[Name]:
    """The places in the names of public bodies, before the word for the body or after its "of"."""
    known = {name.key for name in found}
    for begin, end in cover.bodies:
        start = begin + (doc[begin].lower_ == "the")
        for first, last in _stretches(doc, start, end, words):
            if not cover.free(first, last) or not gazetteer.find(text_of(doc, first, last)):
                continue
            name = look_up(doc, first, last, words, gazetteer)
            rest = {token.lower_ for token in doc[start:end] if not first <= token.i < last}
            if names_a_place(doc, name, known, rest, words):
                yield name
                break


def _stretches(doc: Doc, start: int, end: int, words: Words) -> Iterator[tuple[int, int]]:
    """Beginnings of the name that a word for a body follows, the longest first; and what follows "Government of"."""
    for last in range(min(end - 1, start + _MAX_WORDS), start, -1):
        at = last + (doc[last].lower_ in {"'s", "’s"})
        if at < end and doc[at].lower_ in words.bodies:
            yield start, last
    if start + 2 < end and doc[start + 1].lower_ == "of" and doc[start].lower_ in words.local_bodies:
        yield start + 2, end


def names_a_place(doc: Doc, name: Name, known: set[str], rest: set[str], words: Words) -> bool:
    """Whether the name is a place for sure: found as one elsewhere, large, or with a word for a local body."""
    if name.key in words.not_places or not has_own_name(name.spots):
        return False
    if name.key not in known and (name.key in words.rarely_places or name.key in words.bodies):
        return False  # "Supreme Council", "Reform Commission"
    if name.key in known or doc[name.last - 1].lower_ in words.kinds_in_name:
        return True
    top = name.spots[0]
    large = top.feature.startswith(("PCL", "ADM1", "CONT")) or top.population > _CITY_PEOPLE
    return large or not words.local_bodies.isdisjoint(rest)
