"""What else somebody may be called: "the diplomat" of an envoy, "the veteran", "the Republican"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.coreference.book import recent_clusters

if TYPE_CHECKING:
    from onrecord.stages.coreference.book import Book
    from onrecord.stages.coreference.cluster import Cluster

_CALLED_SENTENCES = 3
_LAST_MENTIONS = 6
_POLITICAL = "PTY"


def find_called_otherwise(book: Book, k: int, teller: Cluster | None) -> Cluster | None:
    """The one person of the last sentences whose role another noun sums up: "the diplomat" of a foreign minister."""
    roles = book.words.called_too.get(book.noun[k])
    if not roles or book.possessor(k) is not None:
        return None
    fitting = [
        cluster
        for cluster in recent_clusters(book, k, _CALLED_SENTENCES)
        if cluster.type == "person"
        and cluster is not teller
        and cluster.named
        and not cluster.plural
        and not roles.isdisjoint(
            (*cluster.nouns, *(cluster.role or "").lower().replace("-", " ").replace(".", "").split())
        )
        and says_no_more(book, cluster.role or "", k)
    ]
    last = [cluster for cluster in fitting if book.sentence[k] - book.sentence[cluster.last] <= 1]
    return next(iter(last if len(last) == 1 else fitting)) if len(last) == 1 or len(fitting) == 1 else None


def find_anybody(book: Book, k: int) -> Cluster | None:
    """The one person of whom the sentence before tells, for a noun that may be anybody's: "the veteran"."""
    which = book.possessor(k) is not None or grammar.children(book.tokens[book.mentions[k].head], "nmod")
    if book.noun[k] not in book.words.anybody or which:
        return None
    beside = {id(book.cluster_at(it.i)) for it in book.stands[k].head.children}
    people = [one for one in recent_clusters(book, k, 1) if one.type == "person" and id(one) not in beside]
    near = [one for one in people if one.named and not one.plural and _may_be(book, one, k)]
    line = book.sentence[k] - 1
    told = [
        one
        for one in near
        if any(book.sentence[j] == line and book.is_subject[j] for j in one.mentions[-_LAST_MENTIONS:])
    ]
    goes_on = told if len(near) > 1 and book.is_subject[k] else near
    return goes_on[0] if len(goes_on) == 1 else None


def says_no_more(book: Book, role: str, k: int) -> bool:
    """Whether the noun's modifiers add nothing to the role: they are its own words or nationalities."""
    rest = book.modifiers[k] - book.words.state_of - set(role.lower().replace("-", " ").split())
    return all(book.actors.countries.nationality(word.capitalize()) is not None for word in rest)


def _may_be(book: Book, one: Cluster, k: int) -> bool:
    """Whether something says of somebody why he may be called a party's: an office, or that all know him.

    Nobody who speaks for another.
    """
    if _POLITICAL not in book.words.person.get(book.noun[k], ""):
        return True
    words = {word for role in one.roles for word in role.lower().split()}
    return book.words.mouthpiece.isdisjoint(words) and bool(one.sectors or words or one.actor)
