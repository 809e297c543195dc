"""A Doc that changes no more, as plain Python objects with the same interface.

A spaCy Doc makes a new Token at every access and looks its strings up again at every question; the stages walk a
report's words some fifty times. Here each word is one object, and what was asked once is kept.
"""

from __future__ import annotations

from bisect import bisect_right
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, cast

from spacy.tokens import Doc, Span, Token

if TYPE_CHECKING:
    from collections.abc import Iterator


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


class _PlainDoc:
    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self.user_data = doc.user_data
        self.words = words = [_PlainToken(self, token) for token in doc]
        self._starts = [word.idx for word in words]
        below: dict[int, list[_PlainToken]] = {}
        for word, token in zip(words, doc, strict=True):
            word.head = words[token.head.i]
            if word.head is not word:
                below.setdefault(word.head.i, []).append(word)
        for at, children in below.items():
            words[at].children = tuple(children)
            words[at].lefts = tuple(word for word in children if word.i < at)
            words[at].rights = tuple(word for word in children if word.i > at)
        self.text = doc.text
        self.sents = tuple(_PlainSpan(self, sentence.start, sentence.end, "") for sentence in doc.sents)
        for sentence in self.sents:
            for word in sentence:
                word.sent = sentence
        self.ents = tuple(_PlainSpan(self, span.start, span.end, span.label_) for span in doc.ents)

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

    def forget(self) -> None:
        """Cut what leads from word to word, so that memory is free at once and no collector needs to look for rings."""
        del self.sents, self.ents
        for word in self.words:
            del word.doc, word.head, word.sent, word.lefts, word.rights, word.children
            word.__dict__.clear()

    def char_span(self, start: int, end: int, alignment_mode: str = "strict") -> _PlainSpan | None:
        """As `Doc.char_span`; a token reaches over the space after it."""
        first, last = self._at(start), self._at(end - 1)
        if first is None or last is None:
            return None
        cut = (first.idx != start, last.idx + len(last) != end)
        low, high = first.i, last.i + 1
        if alignment_mode == "strict" and any(cut):
            return None
        if alignment_mode == "contract":
            low, high = low + (first.idx < start), high - (end < last.idx + len(last))
            if low >= high:
                return None
        if alignment_mode == "expand" and start == first.idx + len(first):
            low += 1
        if low > high:
            raise IndexError(low)
        return _PlainSpan(self, low, high, "")

    def _at(self, char: int) -> _PlainToken | None:
        place = bisect_right(self._starts, char) - 1
        if place < 0:
            return None
        word = self.words[place]
        return word if char < word.idx + len(word.text) + len(word.whitespace_) else None


class _PlainToken:
    # What is asked most is there from the start; the rest goes into the dictionary when it is asked for.
    __slots__ = (
        "__dict__", "children", "dep_", "doc", "ent_iob_", "ent_type_", "head", "i", "idx", "is_punct", "is_space",
        "lefts", "lemma_", "lower_", "pos_", "rights", "sent", "tag_", "text", "whitespace_",
    )  # fmt: skip

    head: _PlainToken
    sent: _PlainSpan

    def __init__(self, doc: _PlainDoc, token: Token) -> None:
        self.doc = doc
        self.i = token.i
        self.idx = token.idx
        self.text = token.text
        self.lower_ = token.lower_
        self.lemma_ = token.lemma_
        self.pos_ = token.pos_
        self.tag_ = token.tag_
        self.dep_ = token.dep_
        self.ent_iob_ = token.ent_iob_
        self.ent_type_ = token.ent_type_
        self.is_punct = token.is_punct
        self.is_space = token.is_space
        self.whitespace_ = token.whitespace_
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


def _ours(doc: _PlainDoc, value: Any) -> Any:  # noqa: ANN401 - what spaCy answered
    """Put plain tokens and spans in the place of spaCy's."""
    if isinstance(value, Token):
        return doc.words[value.i]
    if isinstance(value, Span):
        return _PlainSpan(doc, value.start, value.end, value.label_)
    if hasattr(value, "__next__"):
        return tuple(_ours(doc, one) for one in value)
    return value
