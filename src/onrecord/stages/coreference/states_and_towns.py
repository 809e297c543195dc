"""Which country, town or site a definite noun takes up: "the country", "the city", "the campus"."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from onrecord.stages.coreference.bodies import telling
from onrecord.stages.coreference.book import latest_before, recent_clusters

if TYPE_CHECKING:
    from onrecord.stages.coreference.book import Book, Cluster

_COUNTRY_SENTENCES = 3
_TOWN_SENTENCES = 1


def find_country(book: Book, k: int) -> Cluster | None:
    """The only state named in the last sentences, for "the country"; else the only one of which the report tells.

    One that only says from or in what something is must be told of as much as others are.
    """
    if book.modifiers[k] or book.mentions[k].plural:
        return None
    by_name = book.actors.countries.by_name
    for sentences in (_COUNTRY_SENTENCES, None):
        recent = list(recent_clusters(book, k, sentences))
        near = [one for one in recent if one.type == "place" and any(by_name(name) for name in one.names)]
        if near:
            only = near[0]
            codes = Counter(cluster.country or "" for cluster in recent if cluster.country)
            sure = len(codes) == 1 or (
                sentences and (_is_topic(book, only, k) or codes[only.country or ""] == max(codes.values(), default=0))
            )
            return only if len(near) == 1 and sure and not _is_about(book, only, k) else None
    return None


def find_town(book: Book, k: int) -> Cluster | None:
    """The only place named in this or the last sentence that may be a town, for "the city"."""
    if book.modifiers[k] or book.mentions[k].plural:
        return None
    near = [one for one in recent_clusters(book, k, _TOWN_SENTENCES) if one.type == "place" and one.named]
    towns = [one for one in near if _may_be_town(book, one)]
    inner = [one for one in towns if not any(_lies_in(book, other, one, k) for other in towns if other is not one)]
    return inner[0] if len(inner) == 1 and not _is_about(book, inner[0], k) else None


def find_site(book: Book, k: int) -> Cluster | None:
    """The only one of the last sentences that is such a site: "Juba University", for "the campus"."""
    if book.modifiers[k] or book.mentions[k].plural:
        return None
    kinds = book.words.site_too[book.noun[k]]
    near = [one for one in recent_clusters(book, k, _COUNTRY_SENTENCES) if one.type != "person" and not one.plural]
    fitting = [one for one in near if not kinds.isdisjoint((*one.nouns, *_kinds(one)))]
    return fitting[0] if len(fitting) == 1 and not _is_about(book, fitting[0], k) else None


def _kinds(cluster: Cluster) -> frozenset[str]:
    """The words that say in its names what it is."""
    return frozenset(word.lower() for name in cluster.names for word in telling(name, frozenset()))


def _may_be_town(book: Book, cluster: Cluster) -> bool:
    """Whether no name of the place says that it is a country or another kind of place ("the Tana River")."""
    countries = book.actors.countries
    known = (countries.by_name, countries.by_state_adjective, countries.by_region)
    names = [name for name in cluster.names if any(look_up(name) is not None for look_up in known)]
    whole = bool(names) or not book.words.units.isdisjoint(cluster.names)
    return not whole and not any(kind in book.words.nouns for kind in _kinds(cluster) - book.words.town)


def _lies_in(book: Book, town: Cluster, whole: Cluster, k: int) -> bool:
    """Whether the town is told with what it lies in: "Flint, Michigan"."""
    j = latest_before(whole, k)
    before = book.mentions[j - 1] if j else None
    here = before is not None and any(book.owner[i] is town for i in (j - 1, j - 2) if i >= 0)
    return here and book.string[book.mentions[j].start - 2 : book.mentions[j].start] == ", "


def _is_topic(book: Book, cluster: Cluster, k: int) -> bool:
    """Whether the latest mention is a subject or an owner."""
    j = latest_before(cluster, k)
    return book.is_subject[j] or book.stands[j].dep_ == "nmod:poss"


def _is_about(book: Book, cluster: Cluster, k: int) -> bool:
    """Whether the noun stands in a clause about the other: "Peru, which borders the country"."""
    at = book.tokens[book.mentions[k].head]
    while at.head.i != at.i:
        at = at.head
        if book.cluster_at(at.i) is cluster:
            return True
    return False
