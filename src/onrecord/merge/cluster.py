"""From matches to events: tellings that agree on average are one, within what must and what must not be joined."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import combinations

import msgspec

from onrecord.merge.block import find_pairs
from onrecord.merge.match import Match, Matcher
from onrecord.merge.passing import Tell, say_nothing
from onrecord.merge.telling import Telling

Pair = tuple[str, str]  # keys of two tellings, the smaller first
_Near = dict[int, list[tuple[float, int]]]  # by first place of a group: score and first place of another

JOIN = 0.0  # the least average log-odds between two groups that are joined: more likely one event than not
_APART = -4.0  # what a pair counts in the average that was not worth comparing, or cannot be one act
_LOOSE = -1.0  # pairs below are left out before groups are made
_MAX_WEB = 300  # tellings that are compared pair by pair
_CLOSEST = 8.0  # a larger web whose matches are all closer than this is one event told very often


class Joined(msgspec.Struct, frozen=True, kw_only=True):
    """A telling in its event.

    Attributes:
        score: log-odds of the best match with another telling of the event; None where it is alone or was joined by
            a person or as a copy.
        reasons: why it belongs here.
    """

    telling: Telling
    score: float | None
    reasons: tuple[str, ...]


class Grouped(msgspec.Struct, frozen=True, kw_only=True):
    """One event: its tellings, the earliest report's first, and what nearly joined it.

    Attributes:
        near: (key of the first telling of another event, average log-odds), the closest first: for a person to decide.
    """

    members: tuple[Joined, ...]
    near: tuple[tuple[str, float], ...] = ()


def cluster_tellings(tellings: Sequence[Telling], must: Mapping[Pair, str], cannot: Iterable[Pair],
                     join: float = JOIN, tell: Tell = say_nothing) -> tuple[Grouped, ...]:  # fmt: skip
    """All events, by the order of their first tellings; the order of `tellings` does not matter.

    Groups grow by average linkage: the two with the highest average match are joined, as long as it is at least `join`.

    Args:
        tellings: of all reports.
        must: pairs that are one event, with the reason (copies of one sentence, a person's judgement).
        cannot: pairs that are not, whatever else is known.
        join: the least average log-odds.
        tell: called with how many of the tellings are compared with all later ones.
    """
    ordered = sorted(tellings, key=lambda telling: telling.order)
    graph = _Graph(ordered, must, cannot, tell)
    groups: dict[int, tuple[Joined, ...]] = {}
    near: _Near = {}
    for web in graph.webs():
        grown, close = graph.grow(web, join)
        groups |= {group[0]: tuple(graph.joined(at, group) for at in group) for group in grown}
        near |= close
    return tuple(
        Grouped(
            members=members,
            near=tuple((ordered[other].key, round(score, 2)) for score, other in near.get(first, ())),
        )
        for first, members in sorted(groups.items())
    )


class _Graph:
    """Tellings by their place in the order, and how likely pairs of them are one event.

    Only scores that may hold a web together are kept; inside a web every pair is compared.
    """

    def __init__(
        self, ordered: Sequence[Telling], must: Mapping[Pair, str], cannot: Iterable[Pair], tell: Tell
    ) -> None:
        self._tellings = ordered
        self._matcher = Matcher(ordered)
        place = {telling.key: at for at, telling in enumerate(ordered)}
        self._must = {pair: why for keys, why in must.items() if (pair := _places(keys, place))}
        self._bound: dict[int, list[tuple[int, int]]] = {}  # by telling its pairs among these, in order
        for pair in sorted(self._must):
            for at in pair:
                self._bound.setdefault(at, []).append(pair)
        self._held: dict[tuple[int, int], float | None] = {}  # scores of the web that is grown
        self._cannot = {pair for keys in cannot if (pair := _places(keys, place))}
        self._ties: dict[tuple[int, int], float] = {}
        for pair in find_pairs(ordered):
            match = self._match(*pair)
            if match is not None and match.score >= _LOOSE:
                self._ties[pair] = match.score
            tell("comparisons", pair[0], len(ordered))

    def webs(self) -> list[list[int]]:
        """Sets of tellings that loose matches or a must hold together, small enough to be compared pair by pair."""
        return self._split(list(range(len(self._tellings))), _LOOSE)

    def _split(self, web: Sequence[int], least: float) -> list[list[int]]:
        """Cut what is too large at ever closer matches: distant friends of friends are no event."""
        inside = set(web)
        ties = [pair for pair, score in self._ties.items() if score >= least]
        parts = _components(web, [pair for pair in (*ties, *self._must) if inside.issuperset(pair)])
        small = [part for part in parts if len(part) <= _MAX_WEB]
        large = [part for part in parts if len(part) > _MAX_WEB]
        if least > _CLOSEST:
            return [*small, *large]
        return [*small, *(piece for part in large for piece in self._split(part, least + 1))]

    def grow(self, web: Sequence[int], join: float) -> tuple[list[tuple[int, ...]], _Near]:
        """The groups of one web (average linkage), each in order, and by first place the groups that nearly joined."""
        found = {pair: self._score(pair) for pair in combinations(web, 2)}
        self._held = found if len(web) <= _MAX_WEB else {}
        scores = {pair: _APART if score is None else score for pair, score in found.items()}
        groups = _Groups(scores, web)
        groups.barred |= self._cannot & groups.scores.keys()
        for one, other in sorted({pair for at in web for pair in self._bound.get(at, ())}):
            if groups.home[one] != groups.home[other]:
                low, high = sorted((groups.home[one], groups.home[other]))
                if (low, high) not in groups.barred:
                    groups.join(low, high)
        while (best := groups.best()) and groups.scores[best] >= join:
            groups.join(*best)
        return [tuple(sorted(group)) for group in groups.members.values()], groups.near(_LOOSE)

    def _match(self, one: int, other: int) -> Match | None:
        return self._matcher.match(self._tellings[one], self._tellings[other])

    def _score(self, pair: tuple[int, int]) -> float | None:
        """How likely two tellings are one event, asked of what is known already; None where they cannot be."""
        for known in (self._ties, self._held):
            if pair in known:
                return known[pair]
        match = self._match(*pair)
        return None if match is None else match.score

    def joined(self, at: int, group: Sequence[int]) -> Joined:
        """A telling with the best match that holds it in its group, or with the reason of a must."""
        inside = set(group)
        forced = [self._must[pair] for pair in self._bound.get(at, ()) if inside.issuperset(pair)]
        pairs = [(min(at, other), max(at, other)) for other in group if other != at]
        scores = [(score, -pair[0], -pair[1]) for pair in pairs if (score := self._score(pair)) is not None]
        _, one, other = max(scores, default=(0.0, 0, 0))
        best = self._match(-one, -other) if scores else None
        return Joined(
            telling=self._tellings[at],
            score=round(best.score, 2) if best else None,
            reasons=tuple(dict.fromkeys((*forced, *(best.reasons if best else ())))),
        )


def _components(nodes: Sequence[int], ties: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Connected components, each in ascending order (union-find with path halving)."""
    roots = {at: at for at in nodes}

    def root(at: int) -> int:
        while roots[at] != at:
            roots[at] = roots[roots[at]]
            at = roots[at]
        return at

    for one, other in ties:
        low, high = sorted((root(one), root(other)))
        roots[high] = low
    parts: dict[int, list[int]] = {}
    for at in nodes:
        parts.setdefault(root(at), []).append(at)
    return list(parts.values())


def _places(keys: Pair, place: Mapping[str, int]) -> tuple[int, int] | None:
    if keys[0] not in place or keys[1] not in place:
        return None
    low, high = sorted((place[keys[0]], place[keys[1]]))
    return low, high


class _Groups:
    """Groups of one web while they grow; each is called by its first member.

    Attributes:
        members: by group.
        home: the group of each telling.
        scores: average log-odds between two groups.
        barred: pairs of groups that must not be joined.
    """

    def __init__(self, scores: dict[tuple[int, int], float], web: Sequence[int]) -> None:
        self.members: dict[int, tuple[int, ...]] = {at: (at,) for at in web}
        self.home = {at: at for at in web}
        self.scores = scores
        self._queue = [(-score, pair) for pair, score in scores.items()]
        heapify(self._queue)
        self.barred: set[tuple[int, int]] = set()

    def best(self) -> tuple[int, int] | None:
        """The pair with the highest average that is not barred; of equals the first."""
        while self._queue:
            score, pair = self._queue[0]
            if self.scores.get(pair) == -score and pair not in self.barred:
                return pair
            heappop(self._queue)  # joined, barred, or its average has changed since it was put here
        return None

    def join(self, low: int, high: int) -> None:
        """Put group `high` into group `low`; scores stay averages over all pairs (Lance and Williams' update)."""
        sizes = len(self.members[low]), len(self.members[high])
        moved = self.members.pop(high)
        self.members[low] += moved
        self.home |= dict.fromkeys(moved, low)
        del self.scores[low, high]
        for other in self.members:
            if other != low:
                ours, theirs = ((min(key, other), max(key, other)) for key in (low, high))
                self.scores[ours] = (sizes[0] * self.scores[ours] + sizes[1] * self.scores.pop(theirs)) / sum(sizes)
                heappush(self._queue, (-self.scores[ours], ours))
                if theirs in self.barred:
                    self.barred.add(ours)

    def near(self, least: float) -> _Near:
        """By group the others that it nearly joined, the closest first, each with its score."""
        found: _Near = {}
        for (one, other), score in sorted(self.scores.items(), key=lambda item: (-item[1], item[0])):
            if score >= least and (one, other) not in self.barred:
                found.setdefault(one, []).append((score, other))
                found.setdefault(other, []).append((score, one))
        return found
