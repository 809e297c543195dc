"""Trees and tag sequences."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.language.decode import decode_heads, decode_tags, sentence_numbers, spanning_tree, transitions

TAGS = ("O", "B-X", "I-X", "L-X", "U-X", "B-Y", "I-Y", "L-Y", "U-Y")


def is_tree(heads: list[int]) -> bool:
    """Whether 1-based heads (0 root) make a tree with one root."""
    if heads.count(0) != 1:
        return False
    for start in range(1, len(heads) + 1):
        node, steps = start, 0
        while node:
            node, steps = heads[node - 1], steps + 1
            if steps > len(heads):
                return False
    return True


def best_by_trying(scores: np.ndarray) -> float:
    """The best total over all trees with one root; [n, 1 + n]."""
    size = len(scores)
    trees = (heads for heads in itertools.product(range(size + 1), repeat=size) if is_tree(list(heads)))
    return max(sum(scores[at, head] for at, head in enumerate(heads)) for heads in trees)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 5), st.integers(0, 10_000))
def test_spanning_tree_is_best(size: int, seed: int) -> None:
    """Against every tree there is."""
    scores = np.random.default_rng(seed).normal(size=(size, size + 1))
    square = np.full((size + 1, size + 1), -np.inf)
    square[1:] = scores
    square[1:, 0] -= 1e6
    for at in range(size):
        scores[at, at + 1] = -1e9
    heads = spanning_tree(square)[1:].tolist()
    assert is_tree(heads)
    assert sum(scores[at, head] for at, head in enumerate(heads)) == pytest.approx(best_by_trying(scores))


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 4), st.integers(1, 25), st.integers(0, 10_000))
def test_every_sentence_is_a_tree(batch: int, width: int, seed: int) -> None:
    """Whatever the scores and sentence starts, heads are trees within sentences, and padding is 0."""
    rng = np.random.default_rng(seed)
    counts = rng.integers(1, width + 1, batch)
    counts[0] = width
    numbers = sentence_numbers(rng.random((batch, width)) < 0.2)
    heads = decode_heads(rng.normal(size=(batch, width, width + 1)).astype(np.float32), numbers, counts)
    for row in range(batch):
        assert not heads[row, counts[row] :].any()
        for number in set(numbers[row, : counts[row]]):
            places = [at for at in range(counts[row]) if numbers[row, at] == number]
            first = places[0]
            inner = [int(heads[row, at]) - first if heads[row, at] else 0 for at in places]
            assert is_tree(inner)


def test_a_cycle_is_broken_at_least_cost() -> None:
    """Two words that choose each other: the dearer arc stays, the other climbs to the root."""
    scores = np.array([[[0.0, 0.0, 9.0], [1.0, 5.0, 0.0]]], dtype=np.float32)
    heads = decode_heads(scores, np.array([[1, 1]]), np.array([2]))
    assert heads.tolist() == [[2, 0]]


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 4), st.integers(0, 10_000))
def test_tags_are_the_best_legal_sequence(width: int, seed: int) -> None:
    """Viterbi against every legal sequence."""
    scores = np.random.default_rng(seed).normal(size=(1, width, len(TAGS))).astype(np.float32)
    follows = transitions(TAGS)

    def legal(sequence: tuple[int, ...]) -> bool:
        edges = TAGS[sequence[0]][0] not in "IL" and TAGS[sequence[-1]][0] not in "BI"
        return edges and all(follows[a, b] == 0 for a, b in itertools.pairwise(sequence))

    best = max(
        (s for s in itertools.product(range(len(TAGS)), repeat=width) if legal(s)),
        key=lambda s: sum(scores[0, at, tag] for at, tag in enumerate(s)),
    )
    assert decode_tags(scores[0], np.array([width]), follows, TAGS).tolist() == list(best)


def test_windows_do_not_change_each_others_tags() -> None:
    """A window reads the same before, between and behind others, though the words of all stand in one column."""
    rng = np.random.default_rng(1)
    counts = np.array([3, 1, 6, 2])
    ends = np.cumsum(counts)
    scores = rng.normal(size=(ends[-1], len(TAGS))).astype(np.float32)
    together = decode_tags(scores, counts, transitions(TAGS), TAGS)
    for begin, end in zip(ends - counts, ends, strict=True):
        alone = decode_tags(scores[begin:end], np.array([end - begin]), transitions(TAGS), TAGS)
        assert together[begin:end].tolist() == alone.tolist()
