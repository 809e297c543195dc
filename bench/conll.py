"""Coreference scores of one clustering against another: MUC, B-cubed, CEAF-e and their mean (CoNLL-2012).

Vilain et al. 1995; Bagga and Baldwin 1998; Luo 2005. A mention that one side lacks belongs to no cluster there.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

import msgspec
import networkx as nx

Clusters = Sequence[frozenset[Hashable]]


class Score(msgspec.Struct, frozen=True):
    """Precision and recall, 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def muc(key: Clusters, response: Clusters) -> Score:
    """Links: how many of the joins that hold each cluster together the other side makes too."""
    return Score(_links(response, key), _links(key, response))


def b_cubed(key: Clusters, response: Clusters) -> Score:
    """Mentions: how much of each mention's cluster is right, and how much of the right one is there."""
    return Score(_overlaps(response, key), _overlaps(key, response))


def ceaf_e(key: Clusters, response: Clusters) -> Score:
    """Entities: each cluster of one side paired with at most one of the other, by the overlap phi-4, at its best."""
    graph = nx.Graph()
    for i, ours in enumerate(key):
        for j, theirs in enumerate(response):
            if shared := len(ours & theirs):
                graph.add_edge(("key", i), ("response", j), weight=2 * shared / (len(ours) + len(theirs)))
    best = sum(graph.edges[edge]["weight"] for edge in nx.max_weight_matching(graph))
    return Score(best / len(response) if response else 0.0, best / len(key) if key else 0.0)


def conll_f1(key: Clusters, response: Clusters) -> float:
    """The mean F1 of the three."""
    return sum(score(key, response).f1 for score in (muc, b_cubed, ceaf_e)) / 3


def _links(these: Clusters, those: Clusters) -> float:
    home = {mention: at for at, cluster in enumerate(those) for mention in cluster}
    parts = [len({home.get(mention, ("alone", mention)) for mention in cluster}) for cluster in these]
    joins = sum(len(cluster) - 1 for cluster in these)
    return sum(len(c) - n for c, n in zip(these, parts, strict=True)) / joins if joins else 0.0


def _overlaps(these: Clusters, those: Clusters) -> float:
    home = {mention: cluster for cluster in those for mention in cluster}
    shares = [len(c & home.get(mention, frozenset())) / len(c) for c in these for mention in c]
    return sum(shares) / len(shares) if shares else 0.0


def clusters_of(pairs: Iterable[tuple[Hashable, Hashable]]) -> Clusters:
    """Clusters from (mention, cluster) pairs."""
    found: dict[Hashable, set[Hashable]] = {}
    for mention, cluster in pairs:
        found.setdefault(cluster, set()).add(mention)
    return [frozenset(cluster) for cluster in found.values()]
