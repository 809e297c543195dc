"""The coreference scores, against worked examples of the papers that define them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[3] / "bench"))
from conll import b_cubed, ceaf_e, clusters_of, conll_f1, muc


def _clusters(text: str) -> list[frozenset[object]]:
    return [frozenset(part) for part in text.split()]


@pytest.mark.parametrize(
    ("key", "response", "score", "precision", "recall"),
    [
        # Bagga and Baldwin 1998: two wrong joins that MUC cannot tell apart and B-cubed can.
        ("12345 67 89ABC", "12345 6789ABC", muc, 9 / 10, 1.0),
        ("12345 67 89ABC", "1234589ABC 67", muc, 9 / 10, 1.0),
        ("12345 67 89ABC", "12345 6789ABC", b_cubed, 16 / 21, 1.0),
        ("12345 67 89ABC", "1234589ABC 67", b_cubed, 7 / 12, 1.0),
        # Luo 2005, table 1, system c: everything in one.
        ("12345 67 89ABC", "123456789ABC", muc, 9 / 11, 1.0),
        ("12345 67 89ABC", "123456789ABC", b_cubed, 0.375, 1.0),
        ("12345 67 89ABC", "123456789ABC", ceaf_e, 10 / 17, 10 / 51),
        # Pradhan et al. 2014: mentions that one side lacks.
        ("abc defg", "ab cd fghi", muc, 2 / 5, 2 / 5),
        ("abc defg", "ab cd fghi", b_cubed, 4 / 8, 35 / 12 / 7),
        ("abc defg", "ab cd fghi", ceaf_e, 1.3 / 3, 1.3 / 2),
        ("a b", "a b", muc, 0.0, 0.0),  # no links to find
        ("a b", "", ceaf_e, 0.0, 0.0),  # nothing answered
    ],
)
def test_worked_examples(key: str, response: str, score: object, precision: float, recall: float) -> None:
    found = score(_clusters(key), _clusters(response))  # type: ignore[operator]
    assert found.precision == pytest.approx(precision)
    assert found.recall == pytest.approx(recall)


def test_clusters_from_pairs() -> None:
    assert sorted(map(sorted, clusters_of([(1, "a"), (2, "b"), (3, "a")]))) == [[1, 3], [2]]


@given(st.lists(st.integers(0, 5), min_size=2, max_size=12), st.lists(st.integers(0, 5), min_size=12, max_size=12))
def test_scores_are_shares_and_the_key_itself_is_perfect(labels: list[int], others: list[int]) -> None:
    key = clusters_of(enumerate(labels))
    response = clusters_of(list(enumerate(others))[: len(labels)])
    for score in (muc, b_cubed, ceaf_e):
        for value in (score(key, response).precision, score(key, response).recall):
            assert -1e-9 <= value <= 1 + 1e-9
    if any(len(cluster) > 1 for cluster in key):
        assert conll_f1(key, key) == pytest.approx(1.0)
