"""A Doc that changes no more, as plain Python objects with the same interface.

A spaCy Doc makes a new Token at every access and looks its strings up again at every question; the stages walk a
report's words some fifty times. Here each word is one object, and what was asked once is kept.
"""

from __future__ import annotations

from bisect import bisect_right
from contextlib import contextmanager
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from onrecord.language.plain_words import PlainSpan, PlainToken
from onrecord.language.text import bounds_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from spacy.strings import StringStore
    from spacy.tokens import Doc


@contextmanager
def plain(doc: Doc) -> Iterator[Doc]:
    """Give a Doc that answers the same and is faster to ask, for as long as the block lasts; linear in tokens.

    Tokens, spans and the Doc have the attributes of spaCy's; those that lead to tokens or spans lead to plain ones, and
    what spaCy yields one by one is a tuple. Later changes of `doc` are not seen.
    """
    found = PlainDoc(doc)
    try:
        yield cast("Doc", found)
    finally:
        found.forget()


# What becomes a string of each word, read as columns.
_NAMED = ("ORTH", "LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE")
_IOB = ("", "I", "O", "B")
_WHITESPACE = ("", " ")
_SHORT = 200  # characters


class _Strings(dict[int, str]):
    """The strings of a vocabulary by number, each looked up once."""

    def __init__(self, store: StringStore) -> None:
        super().__init__()
        self._store = store

    def __missing__(self, number: int) -> str:
        found = self[number] = self._store[number]
        return found


@cache
def _features(text: str) -> frozenset[str]:
    """The features that one text tells: several values of one name are several features."""
    named = (pair.partition("=") for pair in text.split("|") if "=" in pair)  # "_" is none
    return frozenset(f"{name}={value}" for name, _, values in named for value in values.split(","))


class PlainDoc:
    """What `plain` gives: asked like a Doc, which it keeps for what it does not answer itself."""

    def __init__(self, doc: Doc) -> None:
        self.spacy_doc = doc
        self.text = text_of(doc)
        self._starts, self._ends = bounds_of(doc)
        self.user_data = {**doc.user_data}
        self._strings = strings = _Strings(doc.vocab.strings)
        self._morphs: list[int] = doc.to_array("MORPH").tolist()
        self._spans: dict[tuple[int, int, str], PlainSpan | None] = {}
        self._columns = {name: doc.to_array(name) for name in _NAMED}
        named = (map(strings.__getitem__, column.tolist()) for column in self._columns.values())
        begins, spaced = (doc.to_array(name).tolist() for name in ("ENT_IOB", "SPACY"))
        names = (map(_IOB.__getitem__, begins), self._starts)
        marks = (doc.to_array(name).astype(bool).tolist() for name in ("IS_PUNCT", "IS_SPACE"))
        rows = zip(*named, *names, *marks, map(_WHITESPACE.__getitem__, spaced), strict=True)
        self.words = [PlainToken(self, place, row) for place, row in enumerate(rows)]
        self._hang(doc.to_array("HEAD").astype(np.int64).tolist())  # steps from each word to its head
        bounds = [*({0, *np.flatnonzero(doc.to_array("SENT_START") == 1).tolist()} if self.words else ()), len(doc)]
        self.sents = tuple(PlainSpan(self, start, end, "") for start, end in pairwise(sorted(bounds)))
        for sentence in self.sents:
            for word in sentence:
                word.sent = sentence
        self.ents = tuple(PlainSpan(self, span.start, span.end, span.label_) for span in doc.ents)

    def _hang(self, steps: list[int]) -> None:
        """Hang each word on the word so many steps away, and find how far what hangs on it reaches."""
        words = self.words
        heads = [place + step for place, step in enumerate(steps)]
        below: dict[int, list[int]] = {}
        order = []  # every word behind its head
        for place, head in enumerate(heads):
            words[place].head = words[head]
            if head == place:
                order.append(place)
            else:
                below.setdefault(head, []).append(place)
        for place in order:
            if place in below:
                order += below[place]
                words[place].set_children(words, below[place])
        first, last = list(range(len(words))), list(range(len(words)))
        for place in reversed(order):
            head = heads[place]
            first[head] = min(first[head], first[place])
            last[head] = max(last[head], last[place])
        for word, left, right in zip(words, first, last, strict=True):
            word.left_edge, word.right_edge = words[left], words[right]

    def __len__(self) -> int:
        return len(self.words)

    def __iter__(self) -> Iterator[PlainToken]:
        return iter(self.words)

    def __getitem__(self, key: int | slice) -> Any:  # noqa: ANN401 - a token, or a span for a slice
        if isinstance(key, slice):
            start, stop, _ = key.indices(len(self.words))
            return PlainSpan(self, start, max(start, stop), "")
        return self.words[key]

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever spaCy has under that name
        return getattr(self.spacy_doc, name)

    def to_array(self, name: str) -> NDArray[Any]:
        """As `Doc.to_array`, for one attribute."""
        kept = self._columns.get(name)
        return self.spacy_doc.to_array(name) if kept is None else kept

    def features_at(self, place: int) -> frozenset[str]:
        """The features of a word, as "Number=Plur"."""
        return _features(self._strings[int(self._morphs[place])])

    def forget(self) -> None:
        """Cut what leads from word to word, so that memory is free at once and no collector needs to look for rings."""
        del self.sents, self.ents
        self.user_data.clear()
        self._spans.clear()
        for word in self.words:
            del word.doc, word.head, word.sent, word.lefts, word.rights, word.children, word.left_edge, word.right_edge
            word.__dict__.clear()
        self.words.clear()

    def char_span(self, start: int, end: int, alignment_mode: str = "strict") -> PlainSpan | None:
        """As `Doc.char_span`; a token reaches over the space after it. A short stretch is the same span each time."""
        if end - start > _SHORT:  # what is long holds many words: kept, a long report's would fill the memory
            return self._char_span(start, end, alignment_mode)
        key = start, end, alignment_mode
        if key not in self._spans:
            self._spans[key] = self._char_span(start, end, alignment_mode)
        return self._spans[key]

    def _char_span(self, start: int, end: int, alignment_mode: str) -> PlainSpan | None:
        chars = len(self.text)
        if not (0 <= start < chars and 0 < end <= chars):
            return None
        low, high = bisect_right(self._starts, start) - 1, bisect_right(self._starts, end - 1)
        if alignment_mode == "strict" and (self._starts[low] != start or self._ends[high - 1] != end):
            return None
        if alignment_mode == "contract":
            low, high = low + (self._starts[low] < start), high - (end < self._ends[high - 1])
            if low >= high:
                return None
        if alignment_mode == "expand" and start == self._ends[low]:
            low += 1
        if low > high:
            raise IndexError(low)
        return PlainSpan(self, low, high, "")
