"""A Doc that changes no more, as plain Python objects with the same interface.

A spaCy Doc makes a new Token at every access and looks its strings up again at every question; the stages walk a
report's words some fifty times. Here each word is one object, and what was asked once is kept.
"""

from __future__ import annotations

from bisect import bisect_right
from contextlib import contextmanager
from functools import wraps
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeVar, cast

import numpy as np
from spacy.tokens import Doc, Span, Token

from onrecord.language.text import bounds_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray
    from spacy.strings import StringStore

Answer = TypeVar("Answer")


def asked_once(question: Callable[[Token], Answer]) -> Callable[[Token], Answer]:
    """A question about a word, whose answer is kept with the word where it is plain: such a tree changes no more.

    The answer must be a value that nobody changes, and not None.
    """
    name = f"{question.__module__}.{question.__qualname__}"

    @wraps(question)
    def answer(token: Token) -> Answer:
        if not isinstance(token, _PlainToken):
            return question(token)
        answers = token.__dict__
        found: Answer | None = answers.get(name)
        if found is None:
            found = answers[name] = question(token)
        return found

    return answer


@contextmanager
def plain(doc: Doc) -> Iterator[Doc]:
    """Give a Doc that answers the same and is faster to ask, for as long as the block lasts; linear in tokens.

    Tokens, spans and the Doc have the attributes of spaCy's; those that lead to tokens or spans lead to plain ones, and
    what spaCy yields one by one is a tuple. Later changes of `doc` are not seen.
    """
    found = _PlainDoc(doc)
    try:
        yield cast("Doc", found)
    finally:
        found.forget()


# What becomes a string of each word, read as columns.
_NAMED = ("ORTH", "LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE")
_IOB = ("", "I", "O", "B")
_WHITESPACE = ("", " ")


class _Strings(dict[int, str]):
    """The strings of a vocabulary by number, each looked up once."""

    def __init__(self, store: StringStore) -> None:
        super().__init__()
        self._store = store

    def __missing__(self, number: int) -> str:
        found = self[number] = self._store[number]
        return found


class _PlainDoc:
    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self.text = text_of(doc)
        self._starts, self._ends = bounds_of(doc)
        self.user_data = {**doc.user_data}
        strings = _Strings(doc.vocab.strings)
        self._columns = {name: doc.to_array(name) for name in _NAMED}
        named = (map(strings.__getitem__, column.tolist()) for column in self._columns.values())
        begins, spaced = (doc.to_array(name).tolist() for name in ("ENT_IOB", "SPACY"))
        names = (map(_IOB.__getitem__, begins), self._starts)
        marks = (doc.to_array(name).astype(bool).tolist() for name in ("IS_PUNCT", "IS_SPACE"))
        rows = zip(*named, *names, *marks, map(_WHITESPACE.__getitem__, spaced), strict=True)
        self.words = [_PlainToken(self, place, row) for place, row in enumerate(rows)]
        self._hang(doc.to_array("HEAD").astype(np.int64).tolist())  # steps from each word to its head
        bounds = [*({0, *np.flatnonzero(doc.to_array("SENT_START") == 1).tolist()} if self.words else ()), len(doc)]
        self.sents = tuple(_PlainSpan(self, start, end, "") for start, end in pairwise(sorted(bounds)))
        for sentence in self.sents:
            for word in sentence:
                word.sent = sentence
        self.ents = tuple(_PlainSpan(self, span.start, span.end, span.label_) for span in doc.ents)

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

    def __iter__(self) -> Iterator[_PlainToken]:
        return iter(self.words)

    def __getitem__(self, key: int | slice) -> Any:  # noqa: ANN401 - a token, or a span for a slice
        if isinstance(key, slice):
            start, stop, _ = key.indices(len(self.words))
            return _PlainSpan(self, start, max(start, stop), "")
        return self.words[key]

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever spaCy has under that name
        return getattr(self._doc, name)

    def to_array(self, name: str) -> NDArray[Any]:
        """As `Doc.to_array`, for one attribute."""
        kept = self._columns.get(name)
        return self._doc.to_array(name) if kept is None else kept

    def forget(self) -> None:
        """Cut what leads from word to word, so that memory is free at once and no collector needs to look for rings."""
        del self.sents, self.ents
        self.user_data.clear()
        for word in self.words:
            del word.doc, word.head, word.sent, word.lefts, word.rights, word.children, word.left_edge, word.right_edge
            word.__dict__.clear()
        self.words.clear()

    def char_span(self, start: int, end: int, alignment_mode: str = "strict") -> _PlainSpan | None:
        """As `Doc.char_span`; a token reaches over the space after it."""
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
        return _PlainSpan(self, low, high, "")


class _PlainToken:
    # What is asked most is there from the start; the rest goes into the dictionary when it is asked for.
    text: str
    __slots__ = (
        "__dict__", "children", "dep_", "doc", "ent_iob_", "ent_type_", "head", "i", "idx", "is_punct", "is_space",
        "left_edge", "lefts", "lemma_", "lower_", "pos_", "right_edge", "rights", "sent", "tag_", "text", "whitespace_",
    )  # fmt: skip

    head: _PlainToken
    left_edge: _PlainToken
    right_edge: _PlainToken
    sent: _PlainSpan

    def __init__(self, doc: _PlainDoc, place: int, row: tuple[Any, ...]) -> None:
        self.doc = doc
        self.i = place
        (
            self.text,
            self.lower_,
            self.lemma_,
            self.pos_,
            self.tag_,
            self.dep_,
            self.ent_type_,
            self.ent_iob_,
            self.idx,
            self.is_punct,
            self.is_space,
            self.whitespace_,
        ) = row
        self.children: tuple[_PlainToken, ...] = ()
        self.lefts: tuple[_PlainToken, ...] = ()
        self.rights: tuple[_PlainToken, ...] = ()

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever spaCy has under that name
        value = _ours(self.doc, getattr(self.doc._doc[self.i], name))  # noqa: SLF001 - its own Doc
        setattr(self, name, value)
        return value

    def __len__(self) -> int:
        return len(self.text)

    def __str__(self) -> str:
        return self.text

    def __lt__(self, other: _PlainToken) -> bool:
        return self.i < other.i

    def set_children(self, words: list[_PlainToken], places: list[int]) -> None:
        """Hang the words at these places, in text order, on this one."""
        self.children = tuple([words[place] for place in places])
        before = bisect_right(places, self.i)
        self.lefts, self.rights = self.children[:before], self.children[before:]

    @property
    def is_lower(self) -> bool:
        return self.text.islower()

    @property
    def is_alpha(self) -> bool:
        return self.text.isalpha()

    @property
    def subtree(self) -> tuple[_PlainToken, ...]:
        """As `Token.subtree`: what stands before the word, itself, what stands behind it, each with its own."""
        found = []
        waiting = [(self, False)]
        while waiting:
            word, opened = waiting.pop()
            if opened or not word.children:
                found.append(word)
            else:
                waiting += [(child, False) for child in reversed(word.rights)]
                waiting.append((word, True))
                waiting += [(child, False) for child in reversed(word.lefts)]
        return tuple(found)

    def nbor(self, steps: int = 1) -> _PlainToken:
        """As `Token.nbor`."""
        at = self.i + steps
        if at < 0:
            raise IndexError(at)
        return self.doc.words[at]


class _PlainSpan:
    def __init__(self, doc: _PlainDoc, start: int, end: int, label: str) -> None:
        self.doc = doc
        self.start = start
        self.end = end
        self.label_ = label
        self._words = doc.words[start:end]

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[_PlainToken]:
        return iter(self._words)

    def __getitem__(self, key: int | slice) -> Any:  # noqa: ANN401 - a token, or a span for a slice
        if isinstance(key, slice):
            start, stop, _ = key.indices(len(self))
            return _PlainSpan(self.doc, self.start + start, self.start + max(start, stop), "")
        return self._words[key]

    @property
    def start_char(self) -> int:
        return self._words[0].idx if self._words else self._of_spacy().start_char

    @property
    def end_char(self) -> int:
        return self._words[-1].idx + len(self._words[-1].text) if self._words else self._of_spacy().end_char

    @property
    def text(self) -> str:
        return self.doc.text[self.start_char : self.end_char] if self._words else ""

    @property
    def root(self) -> _PlainToken:
        """As `Span.root`: a root of the tree, or else the word with its head outside with the fewest words above."""
        tops = []
        for word in self._words:
            if word.head is word:
                return word
            if not self.start <= word.head.i < self.end:
                tops.append(word)
        return min(tops, key=_depth) if len(tops) > 1 else tops[0]

    def _of_spacy(self) -> Span:
        return self.doc._doc[self.start : self.end]  # noqa: SLF001 - its own Doc

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _PlainSpan) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def _key(self) -> tuple[int, int, str]:
        return self.start, self.end, self.label_

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever spaCy has under that name
        value = _ours(self.doc, getattr(self._of_spacy(), name))
        setattr(self, name, value)
        return value


def _depth(word: _PlainToken) -> int:
    """How many words stand above; a mark or a blank with nothing below comes last, as in spaCy."""
    if (word.is_space or word.is_punct) and not word.children:
        return len(word.doc) - 1
    depth = 0
    while word.head is not word:
        word = word.head
        depth += 1
    return depth


def _ours(doc: _PlainDoc, value: Any) -> Any:  # noqa: ANN401 - what spaCy answered
    """Put plain tokens and spans in the place of spaCy's."""
    if isinstance(value, Token):
        return doc.words[value.i]
    if isinstance(value, Span):
        return _PlainSpan(doc, value.start, value.end, value.label_)
    if hasattr(value, "__next__"):
        return tuple(_ours(doc, one) for one in value)
    return value
