"""How rare words and names are among sentences and reports, so that what is rare counts for more."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable

_LEAST_TOTAL = 1000  # in a project of five reports about one thing its names are not common words


class Rarity:
    """How rare each word is among bags of words, and how much two bags share, rare words counting more (tf-idf)."""

    def __init__(self, bags: Iterable[frozenset[str]]) -> None:
        self._counts: Counter[str] = Counter()
        self._sizes: dict[frozenset[str], float] = {}
        bags = tuple(bags)
        for bag in bags:
            self._counts.update(bag)
        self._log_total = math.log(1 + max(len(bags), _LEAST_TOTAL))
        self._weights = {word: self.rarity(word) ** 2 for word in self._counts}

    def rarity(self, word: str) -> float:
        """1 for a word of one bag, towards 0 for a word of all."""
        return 1 - math.log(max(self._counts[word], 1)) / self._log_total

    def likeness(self, one: frozenset[str], other: frozenset[str]) -> float:
        """The cosine of the two bags, 0 to 1."""
        sizes = self._whole(one) * self._whole(other)
        return self._size(one & other) / math.sqrt(sizes) if sizes else 0.0

    def rarest(self, words: Iterable[str], spell: Callable[[str], str], most: int = 3) -> str:
        """The rarest of some words, for a person, each as `spell` gives it, and once."""
        ranked = sorted(words, key=lambda word: (self._counts[word], word))
        return ", ".join(list(dict.fromkeys(map(spell, ranked)))[:most])

    def _whole(self, bag: frozenset[str]) -> float:
        """The size of a whole bag, which is compared with many others."""
        if bag not in self._sizes:
            self._sizes[bag] = self._size(bag)
        return self._sizes[bag]

    def _size(self, words: Iterable[str]) -> float:
        return sum(self._weights[word] for word in sorted(words))
