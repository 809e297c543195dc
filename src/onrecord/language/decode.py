"""From scores to trees and names, for a whole batch at a time.

Trees: best head for every word under one root per sentence; where that holds a cycle, the maximum spanning tree of the
sentence (Chu and Liu 1965, Edmonds 1967) with the single-root correction of Stanojević and Cohen 2021 ("A Root of a
Problem") in its simplest form: root arcs cost so much that one is used. Names: Viterbi over BILOU tags.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

_NEVER = np.float32(-1e9)
_ROOT_COST = np.float32(1e6)


def sentence_numbers(starts: NDArray[np.bool_]) -> Ints:
    """Number the sentences of each window from 1, given where words start one; [batch, words] to [batch, words]."""
    starts = starts.copy()
    starts[:, 0] = True
    return np.cumsum(starts, axis=1, dtype=np.int64)


def decode_heads(scores: Floats, sentences: Ints, counts: Ints) -> Ints:
    """Choose a head for every word, so that each sentence is a tree with one root.

    Args:
        scores: [batch, words, 1 + words]; column 0 is the root.
        sentences: sentence numbers, [batch, words].
        counts: words of each window, [batch].

    Returns:
        Heads [batch, words]: 0 for the root, else 1 + the head's place in the window; padding is 0.
    """
    batch, width = sentences.shape
    inside = np.arange(width) < counts[:, None]
    numbers = np.where(inside, sentences, 0)
    own = np.eye(width, dtype=bool)
    arcs = np.where((numbers[:, :, None] == numbers[:, None, :]) & ~own, scores[:, :, 1:], _NEVER)
    heads = arcs.argmax(axis=2).astype(np.int64)
    best = np.take_along_axis(arcs, heads[:, :, None], axis=2)[:, :, 0]
    regret = np.where(inside, scores[:, :, 0] - best, -np.inf)
    heads += 1
    first, last = _bounds(numbers, inside)
    flat_regret = regret.ravel()
    flat_heads = heads.ravel()
    for start, end in zip(first, last, strict=True):
        flat_heads[start + int(flat_regret[start:end].argmax())] = 0
    heads = np.where(inside, flat_heads.reshape(batch, width), 0)
    for start, end in _cyclic(heads, first, last):
        row, at = divmod(start, width)
        size = end - start
        tree = _single_root_tree(scores[row, at : at + size, 0], arcs[row, at : at + size, at : at + size])
        heads[row, at : at + size] = np.where(tree == 0, 0, tree + at)
    return heads


def _single_root_tree(roots: Floats, arcs: Floats) -> Ints:
    """Return the best tree with one root, from root scores [n] and arc scores [n, n]; heads count from 1."""
    size = len(roots)
    square = np.full((size + 1, size + 1), _NEVER, dtype=np.float64)
    square[1:, 0] = roots
    square[1:, 1:] = arcs
    tree = spanning_tree(square)[1:]
    if np.count_nonzero(tree == 0) > 1:
        square[1:, 0] -= _ROOT_COST
        tree = spanning_tree(square)[1:]
    return tree


def _bounds(numbers: Ints, inside: NDArray[np.bool_]) -> tuple[list[int], list[int]]:
    """Return first and end places of each sentence, in the batch laid out flat."""
    before = np.zeros_like(numbers)
    before[:, 1:] = numbers[:, :-1]
    first = np.flatnonzero(inside & (numbers != before))
    after = np.zeros_like(numbers)
    after[:, :-1] = numbers[:, 1:]
    last = np.flatnonzero(inside & (numbers != after)) + 1
    return first.tolist(), last.tolist()


def _cyclic(heads: Ints, first: Sequence[int], last: Sequence[int]) -> list[tuple[int, int]]:
    """Return the sentences whose words do not all climb to the root, found by doubling the steps taken."""
    batch, width = heads.shape
    climb = np.zeros((batch, width + 1), dtype=np.int64)
    climb[:, 1:] = heads
    reach = 1
    while reach <= width and climb.any():
        climb = np.take_along_axis(climb, climb, axis=1)
        reach *= 2
    if not climb.any():
        return []
    lost = climb[:, 1:].ravel() > 0
    return [(start, end) for start, end in zip(first, last, strict=True) if lost[start:end].any()]


def spanning_tree(scores: NDArray[np.float64]) -> Ints:
    """Return the heads of the maximum spanning tree.

    Args:
        scores: [n, n], dependent by head; node 0 is the root and its row is ignored.

    Returns:
        Heads [n]; that of node 0 is 0.
    """
    size = len(scores)
    scores = scores.copy()
    np.fill_diagonal(scores, -np.inf)
    scores[0] = -np.inf
    heads: Ints = scores.argmax(axis=1).astype(np.int64)
    heads[0] = 0
    cycle = _find_cycle(heads)
    if not cycle:
        return heads
    ring = np.array(cycle)
    rest = np.array([node for node in range(size) if node not in set(cycle)])
    gain = scores[ring, heads[ring]]
    smaller = np.full((len(rest) + 1, len(rest) + 1), -np.inf)
    smaller[: len(rest), : len(rest)] = scores[np.ix_(rest, rest)]
    entering = scores[np.ix_(ring, rest)] - gain[:, None]
    enter = entering.argmax(axis=0)
    smaller[len(rest), : len(rest)] = entering.max(axis=0)
    leaving = scores[np.ix_(rest, ring)]
    leave = leaving.argmax(axis=1)
    smaller[: len(rest), len(rest)] = leaving.max(axis=1)
    smaller_heads = spanning_tree(smaller)
    for place, node in enumerate(rest[1:], 1):
        head = smaller_heads[place]
        heads[node] = ring[leave[place]] if head == len(rest) else rest[head]
    outside = int(smaller_heads[len(rest)])
    heads[ring[enter[outside]]] = rest[outside]
    return heads


def _find_cycle(heads: Ints) -> list[int]:
    state = [0] * len(heads)
    state[0] = 2
    for begin in range(1, len(heads)):
        path, node = [], begin
        while not state[node]:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if state[node] == 1:
            return path[path.index(node) :]
        for seen in path:
            state[seen] = 2
    return []


def transitions(tags: Sequence[str]) -> Floats:
    """Return [tags, tags]: 0 where the second BILOU tag may follow the first, a large negative number elsewhere."""
    table = np.zeros((len(tags), len(tags)), dtype=np.float32)
    for before, one in enumerate(tags):
        for after, two in enumerate(tags):
            within = one[0] in "BI"
            if within != (two[0] in "IL") or (within and one[2:] != two[2:]):
                table[before, after] = _NEVER
    return table


def decode_tags(scores: Floats, counts: Ints, follows: Floats, tags: Sequence[str]) -> Ints:
    """Return the best legal tag sequence of each window.

    Args:
        scores: [words, tags], the windows' words one window after another.
        counts: words of each window, one at least; they sum to the words.
        follows: which tag may follow which, see `transitions`.
        tags: BILOU tags.

    Returns:
        Tags [words].
    """
    starts = np.array([_NEVER if tag[0] in "IL" else 0 for tag in tags], dtype=np.float32)
    ends = np.array([_NEVER if tag[0] in "BI" else 0 for tag in tags], dtype=np.float32)
    chosen: Ints = scores.argmax(axis=1).astype(np.int64)
    last = np.cumsum(counts) - 1
    first = last - counts + 1
    costs = np.zeros(len(chosen), dtype=np.float32)
    costs[1:] = follows[chosen[:-1], chosen[1:]]
    costs[first] = starts[chosen[first]]
    costs[last] += ends[chosen[last]]
    wrong = np.flatnonzero(np.add.reduceat(costs, first))
    if len(wrong):  # elsewhere the best tag of each word is a legal sequence already
        width = np.arange(counts[wrong].max())
        places = first[wrong, None] + np.minimum(width, counts[wrong, None] - 1)
        inside = width < counts[wrong, None]
        chosen[places[inside]] = _viterbi(scores[places], counts[wrong], follows, starts, ends)[inside]
    return chosen


def _viterbi(scores: Floats, counts: Ints, follows: Floats, starts: Floats, ends: Floats) -> Ints:
    """Return the best sequences of windows below one another, [batch, words, tags] to [batch, words]; any padding."""
    batch, width, size = scores.shape
    after, kind = np.unique(follows.T, axis=0, return_inverse=True)  # many tags may follow the same ones
    back = np.zeros((batch, width, len(after)), dtype=np.int64)
    best = np.empty((batch, width, size), dtype=np.float32)
    best[:, 0] = scores[:, 0] + starts
    for at in range(1, width):
        through = best[:, at - 1, None] + after
        back[:, at] = through.argmax(axis=2)
        best[:, at] = through.max(axis=2)[:, kind] + scores[:, at]
    rows = np.arange(batch)
    final = (best[rows, counts - 1] + ends).argmax(axis=1)
    chosen = np.empty((batch, width), dtype=np.int64)
    tag = final
    for at in reversed(range(width)):
        tag = np.where(at == counts - 1, final, tag)
        chosen[:, at] = tag
        tag = back[rows, at, kind[tag]]
    return chosen


def type_scores(scores: Floats, chosen: Ints, tags: Sequence[str], types: Sequence[str]) -> Floats:
    """Return how likely each type is for words inside names, [words, tags] and [words] to [words, types].

    A word of a name has the natural logarithms of the shares of the tags that stand at its place in the name (begin,
    inside, last, only) with each type; other words have zeros.
    """
    found = np.zeros((len(chosen), len(types)), dtype=np.float32)
    inside = np.flatnonzero(np.array([tag != "O" for tag in tags])[chosen])
    if len(inside):
        alike = np.array([[tags.index(f"{tag[0]}-{kind}") if tag != "O" else 0 for kind in types] for tag in tags])
        own = scores[inside]
        own = own - own.max(axis=1, keepdims=True)
        own -= np.log(np.exp(own).sum(axis=1, keepdims=True))
        found[inside] = np.take_along_axis(own, alike[chosen[inside]], axis=1)
    return found
