"""Types of names that stand in a report several times."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.language.name_types import agree_on_types

PERSON, PLACE, NORP = 11, 12, 13
TYPES = [PERSON, PLACE, NORP]


@pytest.mark.parametrize(
    ("names", "expected", "why"),
    [
        ([("Kadi", PERSON, (-0.5, -0.9)), ("Kadi", PLACE, (-4.0, -0.1))], [PLACE, PLACE], "likelier together"),
        ([("Kadi", PERSON, (-0.1, -4.0)), ("KADI", PLACE, (-0.9, -0.5))], [PERSON, PERSON], "capitals are one name"),
        ([("Kadi", PERSON, (-0.5, -0.9)), ("Kado", PLACE, (-4.0, -0.1))], [PERSON, PLACE], "other words"),
        ([("Kadi", NORP, (-9.0, -9.0)), ("Kadi", PLACE, (-4.0, -0.1))], [NORP, PLACE], "a people's adjective stays"),
        ([("Kadi Bay", PERSON, (-0.5, -0.9)), ("Kadi", PLACE, (-4.0, -0.1))], [PERSON, PLACE], "a longer name"),
        ([("Kadi Bay", PERSON, (-0.5, -0.9)), ("Kadi Bay", PLACE, (-4.0, -0.1))], [PLACE, PLACE], "all words count"),
        ([("Kadi", PERSON, (-0.5, -0.9))], [PERSON], "a name alone"),
    ],
)  # fmt: skip
def test_names_of_the_same_words_agree(
    names: list[tuple[str, int, tuple[float, float]]], expected: list[int], why: str
) -> None:
    words, begins, labels, kinds = ["said"], [False], [0], [(0.0, 0.0, 0.0)]
    for name, label, (person, place) in names:
        for number, word in enumerate(name.split()):
            words.append(word)
            begins.append(not number)
            labels.append(label)
            kinds.append((person, place, -1.0))
    found = np.array(labels, dtype=np.uint64)
    starts = np.array(begins)
    agree_on_types(words, starts, found, np.array(kinds, dtype=np.float32), TYPES, NORP)
    assert found[starts].tolist() == expected, why
    assert found[0] == 0, "what is no name stays none"
