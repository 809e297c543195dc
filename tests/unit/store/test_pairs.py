"""Pairs under one key, against counting them by hand."""

from __future__ import annotations

import sqlite3
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import ProjectError
from onrecord.store import pairs
from onrecord.store.pairs import pairs_sharing

Held = list[tuple[str | tuple[str, int], int]]


def _by_hand(held: Held, most: int | None) -> list[tuple[int, int]]:
    keys: dict[object, list[int]] = {}
    for key, number in held:
        keys.setdefault(key, []).append(number)
    shared = [numbers for numbers in keys.values() if most is None or len(numbers) <= most]
    return sorted({(min(pair), max(pair)) for numbers in shared for pair in combinations(numbers, 2)})


KEYS = st.one_of(st.text(max_size=2), st.tuples(st.text(max_size=1), st.integers(0, 3)))
ROWS = st.lists(st.tuples(KEYS, st.integers(0, 20)), unique=True, max_size=60)


@settings(max_examples=60, deadline=None)
@given(ROWS, st.one_of(st.none(), st.integers(1, 6)))
def test_every_pair_once_in_order(held: Held, most: int | None) -> None:
    assert list(pairs_sharing(held, most)) == _by_hand(held, most)


def test_a_key_and_its_spelling_are_two() -> None:
    """ "1" and 1 are two keys, and so is a half of a surrogate pair, which texts may hold."""
    assert list(pairs_sharing([("1", 1), (1, 2), ("\ud800", 3), ("\ud801", 4)])) == []


def test_a_full_disk_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(sqlite3.Connection):
        def executemany(self, *_: object) -> sqlite3.Cursor:  # type: ignore[override]
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorname = "SQLITE_FULL"
            raise error

    connect = sqlite3.connect
    monkeypatch.setattr(pairs.sqlite3, "connect", lambda *args, **more: connect(*args, factory=Full, **more))
    with pytest.raises(ProjectError, match="Cannot compare the reports: the disk is full"):
        list(pairs_sharing([("a", 1), ("a", 2)]))
