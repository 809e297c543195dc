"""Which armed body is meant by "the rebels", and which of a state's by "Iraqi forces"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.coreference.book import recent_clusters
from onrecord.stages.coreference.cluster import BODIES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.reading.draft import MentionDraft
    from onrecord.stages.coreference.book import Book
    from onrecord.stages.coreference.cluster import Cluster

_FIGHTERS_SENTENCES = (3, 8)
_OF_STATE = frozenset({"MIL", "COP"})
_SUCH = frozenset({"these", "those"})
_ARMED = frozenset({"REB", "PRM"})


def find_fighters(book: Book, k: int) -> Cluster | None:
    """The one armed body named in the last sentences, for "the rebels" and "the militants" of its kind."""
    sectors = book.mentions[k].sectors
    judged = book.determiner(k) in _SUCH  # "these brutal terrorists" are of no kind of their own
    if _ARMED.isdisjoint(sectors) or not (judged or book.modifiers[k] <= book.words.sector.keys()):
        return None
    for sentences in _FIGHTERS_SENTENCES:
        fitting = [
            cluster
            for cluster in recent_clusters(book, k, sentences)
            if cluster.named and cluster.type in BODIES and not _ARMED.isdisjoint(cluster.sectors)
        ]
        if fitting:
            return fitting[0] if len(fitting) == 1 and not set(sectors).isdisjoint(fitting[0].sectors) else None
    return None


def find_forces(book: Book, k: int) -> Cluster | None:
    """The one body of a state by whose name "Iraqi forces" may go in short: the Iraqi Security Forces."""
    if not _is_a_nations(book, k):
        return None
    found = [one for one in recent_clusters(book, k, None) if one.named and _is_short_for(book, k, one.names, one)]
    return found[0] if len(found) == 1 else None


def find_forces_before(book: Book, k: int) -> Cluster | None:
    """Whom the report called so before the name `k` comes: "Iraqi forces", who are the Iraqi Security Forces."""
    mention = book.mentions[k]
    if mention.type != "organization" or _OF_STATE.isdisjoint(mention.sectors):
        return None
    nameless = [one for one in recent_clusters(book, k, None) if not one.named]
    return next((one for one in nameless if _is_short_for(book, one.mentions[0], (book.folded[k],), mention)), None)


def _is_a_nations(book: Book, k: int) -> bool:
    """Whether they are a nation's by one word, and nothing else is said of them: "Iraqi forces"."""
    mention = book.mentions[k]
    if (
        mention.kind != "nominal"
        or mention.type != "organization"
        or not mention.country
        or len(book.modifiers[k]) != 1
    ):
        return False
    nation = book.actors.countries.nationality(next(iter(book.modifiers[k])).capitalize())
    return nation == mention.country and book.tokens[mention.head].tag_ == "NNS"


def _is_short_for(book: Book, k: int, names: Iterable[str], body: Cluster | MentionDraft) -> bool:
    """Whether the forces `k` of a nation go by the last word of a name of its body."""
    if not _is_a_nations(book, k) or book.mentions[k].country != body.country or _OF_STATE.isdisjoint(body.sectors):
        return False
    return any(name.lower().split()[-1] == book.tokens[book.mentions[k].head].lower_ for name in names)
