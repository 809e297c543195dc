"""Words, stretches of words and the whole of a report as plain objects, asked like spaCy's (`plain.py` makes them).

They hold what the stages ask for and nothing else, so that they can be compiled: a word's answers are then read from
its memory, without looking for them by name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, overload

from spacy.lang.lex_attrs import is_quote

from onrecord.language.aligned import align

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SHORT = 200  # characters


class Token:
    """A word, asked like spaCy's Token."""

    __deletable__ = ("doc", "head", "left_edge", "right_edge", "sent")  # for the compiler: what `Doc.forget` cuts

    doc: Doc
    head: Token
    left_edge: Token
    right_edge: Token
    sent: Span

    def __init__(self, doc: Doc, place: int, row: tuple[str, str, str, str, str, str, str, str, int, bool, bool, str],
                 morph: frozenset[str]) -> None:  # fmt: skip
        self.doc = doc
        self.i = place
        self.text = row[0]
        self.lower_ = row[1]
        self.lemma_ = row[2]
        self.pos_ = row[3]
        self.tag_ = row[4]
        self.dep_ = row[5]
        self.ent_type_ = row[6]
        self.ent_iob_ = row[7]
        self.idx = row[8]
        self.is_punct = row[9]
        self.is_space = row[10]
        self.whitespace_ = row[11]
        self.morph = morph
        self.children: tuple[Token, ...] = ()
        self.lefts: tuple[Token, ...] = ()
        self.rights: tuple[Token, ...] = ()
        self.answers: dict[str, Any] = {}

    def __len__(self) -> int:
        return len(self.text)

    def __str__(self) -> str:
        return self.text

    def __lt__(self, other: Token) -> bool:
        return self.i < other.i

    def __hash__(self) -> int:
        return self.i  # two words are equal where they are the same; compiled, a class that has an order has no hash

    @property
    def text_with_ws(self) -> str:
        """As `Token.text_with_ws`."""
        return self.text + self.whitespace_

    @property
    def is_lower(self) -> bool:
        """As `Token.is_lower`."""
        return self.text.islower()

    @property
    def is_alpha(self) -> bool:
        """As `Token.is_alpha`."""
        return self.text.isalpha()

    @property
    def is_title(self) -> bool:
        """As `Token.is_title`."""
        return self.text.istitle()

    @property
    def is_quote(self) -> bool:
        """As `Token.is_quote`."""
        return is_quote(self.text)

    @property
    def is_sent_start(self) -> bool:
        """As `Token.is_sent_start`."""
        return self.sent.start == self.i

    @property
    def n_lefts(self) -> int:
        """As `Token.n_lefts`."""
        return len(self.lefts)

    @property
    def n_rights(self) -> int:
        """As `Token.n_rights`."""
        return len(self.rights)

    @property
    def subtree(self) -> tuple[Token, ...]:
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

    def nbor(self, steps: int = 1) -> Token:
        """As `Token.nbor`."""
        at = self.i + steps
        if at < 0:
            raise IndexError(at)
        return self.doc.words[at]

    def is_ancestor(self, other: Token) -> bool:
        """As `Token.is_ancestor`."""
        node = other
        while node.head is not node:
            node = node.head
            if node is self:
                return True
        return False


class Span:
    """A stretch of words, asked like spaCy's Span."""

    def __init__(self, doc: Doc, start: int, end: int, label: str = "") -> None:
        self.doc = doc
        self.start = start
        self.end = end
        self.label_ = label
        self._words = doc.words[start:end]

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return self.end > self.start  # compiled, a length is not asked

    def __iter__(self) -> Iterator[Token]:
        return iter(self._words)

    def __reversed__(self) -> Iterator[Token]:
        return reversed(self._words)

    @overload
    def __getitem__(self, key: int) -> Token: ...
    @overload
    def __getitem__(self, key: slice) -> Span: ...
    def __getitem__(self, key: int | slice) -> Token | Span:
        if isinstance(key, slice):
            start, stop, _ = key.indices(len(self))
            return Span(self.doc, self.start + start, self.start + max(start, stop))
        return self._words[key]

    @property
    def start_char(self) -> int:
        """As `Span.start_char`."""
        if self._words:
            return self._words[0].idx
        return self.doc.words[self.start].idx if self.start < len(self.doc) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """As `Span.end_char`."""
        return self._words[-1].idx + len(self._words[-1].text) if self._words else self.start_char

    @property
    def text(self) -> str:
        """As `Span.text`."""
        return self.doc.text[self.start_char : self.end_char] if self._words else ""

    @property
    def sent(self) -> Span:
        """As `Span.sent`: the sentence of the first word."""
        return self._words[0].sent

    @property
    def root(self) -> Token:
        """As `Span.root`: a root of the tree, or else the word with its head outside with the fewest words above."""
        tops = []
        for word in self._words:
            if word.head is word:
                return word
            if not self.start <= word.head.i < self.end:
                tops.append(word)
        return min(tops, key=_depth) if len(tops) > 1 else tops[0]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Span) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def _key(self) -> tuple[int, int, str]:
        return self.start, self.end, self.label_


def _depth(word: Token) -> int:
    """How many words stand above; a mark or a blank with nothing below comes last, as in spaCy."""
    if (word.is_space or word.is_punct) and not word.children:
        return len(word.doc) - 1
    depth = 0
    while word.head is not word:
        word = word.head
        depth += 1
    return depth


class Doc:
    """A report, asked like spaCy's Doc.

    Its words' tags, labels and heads may be changed until it is settled; a head by `hanging.hang` only.
    """

    __deletable__ = ("sents", "ents")  # for the compiler

    sents: tuple[Span, ...]
    ents: tuple[Span, ...]

    def __init__(self, text: str, starts: list[int], ends: list[int], user_data: dict[str, Any]) -> None:
        self.text = text
        self.starts = starts  # of each word, in characters
        self.ends = ends
        self.user_data = user_data
        self.words: list[Token] = []
        self.settled = False
        self._spans: dict[tuple[int, int, str], Span | None] = {}
        self.spelled: dict[str, list[int]] = {}  # the places of each word in small letters, once somebody asks for one

    def __len__(self) -> int:
        return len(self.words)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.words)

    @overload
    def __getitem__(self, key: int) -> Token: ...
    @overload
    def __getitem__(self, key: slice) -> Span: ...
    def __getitem__(self, key: int | slice) -> Token | Span:
        if isinstance(key, slice):
            start, stop, _ = key.indices(len(self.words))
            return Span(self, start, max(start, stop))
        return self.words[key]

    def set_ents(self, names: Iterable[Span]) -> None:
        """As `Doc.set_ents`: these are the names, and other words are in none."""
        self.ents = tuple(names)
        for word in self.words:
            word.ent_type_, word.ent_iob_ = "", "O"
        for name in self.ents:
            for word in name:
                word.ent_type_, word.ent_iob_ = name.label_, "I" if word.i > name.start else "B"

    def has_annotation(self, name: str) -> bool:
        """As `Doc.has_annotation`, for "DEP" and "TAG"."""
        return any(word.dep_ if name == "DEP" else word.tag_ for word in self.words)

    def forget(self) -> None:
        """Cut what leads from word to word, so that memory is free at once and no collector needs to look for rings."""
        del self.sents, self.ents
        self.user_data.clear()
        self._spans.clear()
        for word in self.words:
            word.lefts = word.rights = word.children = ()
            word.answers.clear()
            del word.doc, word.head, word.sent, word.left_edge, word.right_edge
        self.words.clear()

    def char_span(self, start: int, end: int, alignment_mode: str = "strict") -> Span | None:
        """As `Doc.char_span`; a token reaches over the space after it. A short stretch is the same span each time."""
        if end - start > _SHORT:  # what is long holds many words: kept, a long report's would fill the memory
            return self._char_span(start, end, alignment_mode)
        key = start, end, alignment_mode
        if key not in self._spans:
            self._spans[key] = self._char_span(start, end, alignment_mode)
        return self._spans[key]

    def _char_span(self, start: int, end: int, alignment_mode: str) -> Span | None:
        if not (0 <= start < len(self.text) and 0 < end <= len(self.text)):
            return None
        words = align(self.starts, self.ends, start, end, alignment_mode)
        return None if words is None else Span(self, *words)
