"""How many an act struck, when it was, and whether what was asked for took place."""

from __future__ import annotations

import pytest

from knowing import act, know
from onrecord.pipeline import read


@pytest.mark.parametrize(
    ("text", "word", "status", "why"),
    [
        ("The army withdrew from the town as demanded by the rebels.", "withdrew", "happened", "as was asked of it"),
        ("The army has not freed the men as promised by its chief.", "freed", "not_happened", "nor was this"),
        ("The rebels demanded that the army withdraw from the town.", "withdraw", "hypothetical", "a demand alone"),
        ("The army will not withdraw and rejects the pact.", "rejects", "ongoing", "in a tense of its own"),
    ],
)
def test_what_was_asked_for_may_have_taken_place(text: str, word: str, status: str, why: str) -> None:
    assert act(text, word).factuality.status == status, why


@pytest.mark.parametrize(
    ("text", "word", "kind", "low", "high", "why"),
    [
        ("Four guards and at least nine inmates were killed.", "killed", "killed", 13, None, "both counts together"),
        ("At least 17 people died when armed men attacked a bus.", "attacked", "killed", 17, None, "of whom it tells"),
        ("Latvia expelled two Russian diplomats.", "expelled", "displaced", None, None, "an envoy is not driven out"),
        ("Chad expelled 900 refugees.", "expelled", "displaced", 900, 900, "refugees are"),
    ],
)
def test_how_many(text: str, word: str, kind: str, low: int | None, high: int | None, why: str) -> None:
    claim = getattr(act(text, word).numbers, kind)
    assert ((claim.low, claim.high) if claim else (None, None)) == (low, high), why


@pytest.mark.parametrize(
    ("text", "word", "when", "why"),
    [
        ("A raid killed nine people and injured dozens on Sunday.", "killed", "Sunday", "one blow, told twice"),
        ("Both sides should respect the 2018 peace agreement.", "respect", None, "the pact's year, not the act's"),
    ],
)
def test_when(text: str, word: str, when: str | None, why: str) -> None:
    reading = read(text, know())
    (event,) = [event for event in reading.events if event.trigger.text == word]
    words = {time.id: time.text for time in reading.times}
    assert (words[event.time] if event.time else None) == when, why
