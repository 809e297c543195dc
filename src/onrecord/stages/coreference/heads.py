"""Who leads or speaks for the body that a word before the noun names: "the union leader", "the board president"."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from onrecord.stages.coreference.cluster import BODIES
from onrecord.stages.coreference.holders import sides_of
from onrecord.stages.coreference.members import bodies_told
from onrecord.stages.coreference.spoken_for import holders, led

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.stages.coreference.book import Book
    from onrecord.stages.coreference.cluster import Cluster

_ASKED = 8  # mentions


def find_head_of(book: Book, people: Sequence[Cluster], k: int) -> Cluster | None:
    """The one of the people who is in this office of the body named by the word before the noun, or leads it."""
    if book.noun[k] not in book.words.voice:
        return None
    bodies = bodies_told(book, k)
    if not bodies:
        return _titled_so(book, people, k)
    fitting = [one for one in people if one.named and _is_in_office(book, one, k)]
    of_it = [one for one in fitting if _is_of(book, one, bodies)]
    if of_it:
        return of_it[0] if len(of_it) == 1 else None
    only = fitting[0] if len(fitting) == 1 else None  # whose office nothing says of what: "Rosa Quinn, the president"
    named = only is not None and book.noun[k] in _offices(only) and not _sides(book, only)
    return only if named else None


def _titled_so(book: Book, people: Sequence[Cluster], k: int) -> Cluster | None:
    """Who has the body's noun in the title, long after it was told of: "union president Paulo Freitas"."""
    words = book.modifiers[k]
    if len(words) != 1 or words.isdisjoint(book.words.bodies):
        return None
    titled = [one for one in people if one.named and not words.isdisjoint(_offices(one))]
    only = titled[0] if len(titled) == 1 else None
    return only if only is not None and _is_in_office(book, only, k) else None


def _is_in_office(book: Book, one: Cluster, k: int) -> bool:
    """Whether one is called by the noun; a leader is whoever heads a body by whatever office."""
    offices = _offices(one)
    if book.words.former & offices - book.modifiers[k]:
        return False
    leads = book.noun[k] in book.words.chief and (
        not book.words.heads.isdisjoint(offices) or any(True for j in _told(one) for _ in led(book, j))
    )
    return leads or book.noun[k] in offices


def _is_of(book: Book, one: Cluster, bodies: Sequence[Cluster]) -> bool:
    """Whether the person is of one of the bodies."""
    return any(side in bodies for side in _sides(book, one))


def _offices(one: Cluster) -> set[str]:
    return {*one.nouns, *(word for role in one.roles for word in role.lower().replace("-", " ").split())}


def _sides(book: Book, one: Cluster) -> list[Cluster]:
    """The bodies that somebody is of or leads."""
    sides = [*sides_of(book, one), *(body for j in _told(one) for body in (*holders(book, j), *led(book, j)))]
    return [side for side in sides if side.type in BODIES]


def _told(one: Cluster) -> islice[int]:
    return islice(one.mentions, _ASKED)
