"""Whom a family name alone means that several of the report have: "Bo Lee … his wife, Ana Lee … Lee said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar

if TYPE_CHECKING:
    from onrecord.stages.coreference.book import Book
    from onrecord.stages.coreference.cluster import Cluster

_LAST_SENTENCES = 3
_ASKED = 4  # mentions, the first or the last


def one_of_a_name(book: Book, k: int, fitting: list[Cluster]) -> Cluster | None:
    """Whom the name alone means: who just spoke, whom all know, whose kin the others are, or told of last."""
    token = book.stands[k]
    if token.dep_ == "nmod:poss":  # "Duval's wife" is not Duval
        fitting = [cluster for cluster in fitting if token.head.lemma_.lower() not in cluster.nouns]
    last = _told_last(book, k, fitting)
    if last is not None:
        return last
    known = [cluster for cluster in fitting if cluster.actor]
    if known:
        return known[0] if len(known) == 1 else None
    kin = [cluster for cluster in fitting if not is_kin(book, cluster)]
    near = [one for one in fitting if book.sentence[k] - book.sentence[one.last] <= _LAST_SENTENCES]
    return next((found[0] for found in (kin, near) if len(found) == 1), None)


def _told_last(book: Book, k: int, fitting: list[Cluster]) -> Cluster | None:
    """The one of the name who alone spoke in the sentence before, where the name speaks too: "… she said. Lee said"."""
    if book.mentions[k].head not in book.sources:
        return None
    told = [one for one in fitting if any(_spoke_before(book, j, k) for j in one.mentions[-_ASKED:])]
    return told[0] if len(told) == 1 else None


def _spoke_before(book: Book, j: int, k: int) -> bool:
    return book.sentence[j] == book.sentence[k] - 1 and book.mentions[j].head in book.sources


def is_kin(book: Book, cluster: Cluster) -> bool:
    """Whether the person came into the report as somebody's kin: "Duval's wife, Nadia Duval"."""
    first = [book.stands[k] for k in cluster.mentions[:_ASKED] if book.noun[k] in book.words.kin]
    return any(grammar.children(noun, "nmod:poss") for noun in first)
