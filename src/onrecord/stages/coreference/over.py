"""Who stands over a noun in its sentence, and so is not meant by it: "Ruiz met | the minister", "said the mayor"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.language.plain_words import Token
    from onrecord.stages.coreference.book import Book
    from onrecord.stages.coreference.cluster import Cluster

_MOST = 6  # clauses, each in another
_CLAUSES = frozenset({"ccomp", "xcomp"})
_DONE_TO = frozenset({"obj", "iobj", "obl", "obl:agent"})
_HEARERS = frozenset({"obj", "iobj"})


def those_over(book: Book, k: int) -> frozenset[int]:
    """Which clusters are those of the subjects of the clauses that the mention stands in (Chomsky's Principle C).

    Only where it is itself what is done or said: deeper in a phrase news call somebody by another noun ("Ruiz left
    after criticism that the minister was slow").
    """
    return frozenset(map(id, _clusters_over(book, k)))


def all_over(book: Book, k: int) -> frozenset[int]:
    """The same, and whom these take together: "Cuba and Chad called on | both sides"."""
    return frozenset(id(one) for over in _clusters_over(book, k) for one in (over, *over.members))


def _clusters_over(book: Book, k: int) -> list[Cluster]:
    found = (book.cluster_at(one.i) for one in _over(book.stands[k]) if one.i < book.stands[k].i)
    return [one for one in found if one is not None]


def _over(at: Token) -> Iterator[Token]:
    if at.dep_ in _DONE_TO:
        yield from grammar.surface_subjects(at.head)
    elif not at.dep_.startswith("nsubj"):
        return
    clause = at.head
    for _ in range(_MOST):
        if clause.dep_ not in _CLAUSES:
            return
        yield from grammar.surface_subjects(clause.head)
        yield from grammar.children(clause.head, *_HEARERS)
        clause = clause.head


def is_named_beside(book: Book, cluster: Cluster, k: int) -> bool:
    """Whether its name comes behind as what the same verb is done to: "The union accused | Tarvex |" is not Tarvex."""
    token = book.stands[k]
    if not cluster.named or not token.dep_.startswith("nsubj"):
        return False
    beside = (book.at_token[child.i] for child in token.head.children if child.dep_ in _DONE_TO and child.i > token.i)
    return any(at > k and book.owner[at] is None and book.folded[at] in cluster.names for at in beside if at >= 0)
