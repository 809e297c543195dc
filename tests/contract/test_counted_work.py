"""The work for the example reports does not grow unseen. It is counted, not timed: every machine counts the same."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))
from work import ROOT, find_growth

STORED = {"reports": "a", "words": 1_000, "network calls": 10}


def test_the_examples_take_no_more_work_than_stored() -> None:
    """In a process of its own, whose caches are empty."""
    done = subprocess.run([sys.executable, ROOT / "bench" / "work.py"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ({**STORED, "words": 1_021}, "words grew from 1,000 to 1,021"),
        ({**STORED, "network calls": 11}, "network calls grew from 10 to 11"),
        ({**STORED, "queries": 1}, "queries grew from 0 to 1"),
        ({**STORED, "reports": "b"}, "the reports are others"),
    ],
)
def test_growth_is_named(counts: dict[str, object], words: str) -> None:
    (complaint,) = find_growth(counts, STORED)
    assert words in complaint


@pytest.mark.parametrize("counts", [STORED, {**STORED, "words": 900}, {**STORED, "words": 1_020}])
def test_the_same_less_and_a_fiftieth_more_pass(counts: dict[str, object]) -> None:
    assert list(find_growth(counts, STORED)) == []
