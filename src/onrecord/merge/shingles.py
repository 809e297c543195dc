"""A text as the set of its word triples, and the few numbers that stand for such a set (MinHash)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import combinations

import rensa

_WORD = re.compile(r"[^\W_]+(?:[.,'’][^\W_]+)*")
_SIZE = 3
_LEAD_WORDS = 25
_HEADLINE_WORDS = 8  # a first line shorter than this is a heading, a byline or a place, not a lead
_PERMUTATIONS = 256
_ROWS = 2  # 128 bands of 2: two texts that share a fifth of their triples meet with a chance of .995, a tenth .72
_SEED = 1


class Shingles:
    """The words of a text with their places, and the sets made of them.

    Attributes:
        words: (start, end) of each word, in code points.
        forms: the words, case and kind of apostrophe set aside.
        all: the triples of words that follow one another.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = tuple(match.span() for match in _WORD.finditer(text))
        self.forms = tuple(text[start:end].casefold().replace("’", "'") for start, end in self.words)
        self.all = _triples(self.forms)

    @cached_property
    def lead(self) -> frozenset[str]:
        """Triples of the first words of the report proper, which begins at the first line that is no heading."""
        offset = 0
        for line in self.text.splitlines(keepends=True):
            if len(_WORD.findall(line)) >= _HEADLINE_WORDS:
                break
            offset += len(line)
        first = next((at for at, (start, _) in enumerate(self.words) if start >= offset), 0)
        return _triples(self.forms[first : first + _LEAD_WORDS])

    @cached_property
    def digest(self) -> tuple[int, ...]:
        """The MinHash of the triples (Broder 1997), by rensa."""
        minhash = rensa.RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
        minhash.update(sorted(self.all))
        return tuple(minhash.digest())


def share(part: frozenset[str], whole: frozenset[str]) -> float:
    """How much of `part` is in `whole`, 0 to 1; 0 of nothing."""
    return len(part & whole) / len(part) if part else 0.0


def find_candidates(texts: Mapping[str, Shingles]) -> tuple[tuple[str, str], ...]:
    """Pairs of ids whose texts may share a good part (locality-sensitive hashing over bands of the MinHash)."""
    buckets: dict[tuple[int, ...], list[str]] = {}
    for key in sorted(texts):
        if texts[key].all:
            digest = texts[key].digest
            for at in range(0, _PERMUTATIONS, _ROWS):
                buckets.setdefault((at, *digest[at : at + _ROWS]), []).append(key)
    return tuple(sorted({pair for keys in buckets.values() for pair in combinations(keys, 2)}))


def _triples(forms: Iterable[str]) -> frozenset[str]:
    words = list(forms)
    return frozenset(" ".join(words[at : at + _SIZE]) for at in range(len(words) - _SIZE + 1))
