"""A text as the set of its word triples, and the few numbers that stand for such a set."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cached_property

import msgspec
import numpy as np
import rensa

from onrecord.reading.markup import without_markup
from onrecord.store.pairs import pairs_sharing

_WORD = re.compile(r"[^\W_]+(?:[.,'’][^\W_]+)*")
_SIZE = 3
_LEAD_WORDS = 25
_HEADLINE_WORDS = 8  # a first line shorter than this is a heading, a byline or a place, not a lead
_PERMUTATIONS = 256
_ROWS = 2  # 128 bands of 2: two texts that share a fifth of their triples meet with a chance of .995, a tenth .72
_SEED = 1


class Shingles:
    """The words of a text with their places, and the sets made of them; its markup is no word.

    Attributes:
        words: (start, end) of each word, in code points.
        forms: the words, case and kind of apostrophe set aside.
        all: the triples of words that follow one another.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._bare = without_markup(text)
        self.words = tuple(match.span() for match in _WORD.finditer(self._bare))
        self.forms = tuple(text[start:end].casefold().replace("’", "'") for start, end in self.words)
        self.all = _triples(self.forms)

    @cached_property
    def lead(self) -> frozenset[str]:
        """Triples of the first words of the report proper, which begins at the first line that is no heading."""
        offset = 0
        for line in self._bare.splitlines(keepends=True):
            if len(_WORD.findall(line)) >= _HEADLINE_WORDS:
                break
            offset += len(line)
        first = next((at for at, (start, _) in enumerate(self.words) if start >= offset), 0)
        return _triples(self.forms[first : first + _LEAD_WORDS])

    @cached_property
    def digest(self) -> tuple[int, ...]:
        """The MinHash of the triples (Broder 1997), by rensa; none of a text without triples."""
        if not self.all:
            return ()
        minhash = rensa.RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
        minhash.update(sorted(self.all))
        return tuple(minhash.digest())


Numbers = np.ndarray[tuple[int], np.dtype[np.uint64]]


class Sketch(msgspec.Struct, frozen=True):
    """As much of a text as tells how much of it is in another: its triples as numbers, in ascending order.

    Attributes:
        triples: of the whole text.
        lead: of its first words.
        words: how many it has.
        same: a number that only equal texts have in common.
    """

    triples: Numbers
    lead: Numbers
    words: int
    same: int

    @classmethod
    def of(cls, text: Shingles) -> Sketch:
        """The sketch of a text, which need not be held any longer."""
        return cls(
            triples=_numbers(text.all),
            lead=_numbers(text.lead),
            words=len(text.forms),
            same=_number(" ".join(text.forms)),
        )


def shared(one: Numbers, other: Numbers) -> int:
    """How many triples two texts have in common."""
    return np.intersect1d(one, other, assume_unique=True).size


def share(part: Numbers, whole: Numbers) -> float:
    """How much of `part` is in `whole`, 0 to 1; 0 of nothing."""
    return shared(part, whole) / part.size if part.size else 0.0


def find_candidates(digests: Iterable[tuple[int, ...]]) -> Iterator[tuple[int, int]]:
    """Places of two texts that may share a good part (locality-sensitive hashing over bands of the MinHash)."""
    bands = (
        ((at, *digest[at : at + _ROWS]), place)
        for place, digest in enumerate(digests)
        for at in range(0, len(digest), _ROWS)
    )
    return pairs_sharing(bands)


def _numbers(triples: Iterable[str]) -> Numbers:
    return np.sort(np.fromiter(map(_number, triples), dtype=np.uint64))


def _number(words: str) -> int:
    """A number that stands for some words, the same in every process."""
    digest = hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big")


def _triples(forms: Iterable[str]) -> frozenset[str]:
    words = list(forms)
    return frozenset(" ".join(words[at : at + _SIZE]) for at in range(len(words) - _SIZE + 1))
