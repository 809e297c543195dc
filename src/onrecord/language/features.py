"""What the network is told about a word besides its pieces: casing and the space before it.

The encoder's vocabulary is uncased. Casing, which tells names, comes as one small number per word.
"""

from __future__ import annotations

SHAPES = ("none", "lower", "title", "upper", "letter", "mixed", "digit", "other")
FEATURE_COUNT = 1 + 2 * (len(SHAPES) - 1)


def shape_of(word: str) -> int:
    """Return the index in `SHAPES` of a word's casing; 0 is kept for pieces that begin no word."""
    if word.islower():
        return 1
    if any(character.isdigit() for character in word):
        return 6
    if word.isupper():
        return 4 if len(word.rstrip(".")) == 1 else 3
    if word.istitle():
        return 2
    if any(character.isalpha() for character in word):
        return 5
    return 7


def feature_of(word: str, *, after_space: bool) -> int:
    """Return a word's feature number, from 1 to ``FEATURE_COUNT - 1``."""
    return 1 + 2 * (shape_of(word) - 1) + int(after_space)
