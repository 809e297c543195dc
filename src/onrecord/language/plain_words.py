"""Words and stretches of a plain Doc (`plain.py`), with the interface of spaCy's, and what is asked once of a word."""

from __future__ import annotations

from bisect import bisect_right
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

from spacy.tokens import Span, Token

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from onrecord.language.plain import PlainDoc

Answer = TypeVar("Answer")


def asked_once(question: Callable[[Token], Answer]) -> Callable[[Token], Answer]:
    """A question about a word, whose answer is kept with the word where it is plain: such a tree changes no more.

    The answer must be a value that nobody changes, and not None.
    """
    name = f"{question.__module__}.{question.__qualname__}"

    @wraps(question)
    def answer(token: Token) -> Answer:
        if not isinstance(token, PlainToken):
            return question(token)
        answers = token.__dict__
        found: Answer | None = answers.get(name)
        if found is None:
            found = answers[name] = question(token)
        return found

    return answer


class PlainToken:
    """A word, asked like a Token."""

    # What is asked most is there from the start; the rest goes into the dictionary when it is asked for.
    text: str
    __slots__ = (
        "__dict__", "children", "dep_", "doc", "ent_iob_", "ent_type_", "head", "i", "idx", "is_punct", "is_space",
        "left_edge", "lefts", "lemma_", "lower_", "pos_", "right_edge", "rights", "sent", "tag_", "text", "whitespace_",
    )  # fmt: skip

    head: PlainToken
    left_edge: PlainToken
    right_edge: PlainToken
    sent: PlainSpan

    def __init__(self, doc: PlainDoc, place: int, row: tuple[Any, ...]) -> None:
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
        self.children: tuple[PlainToken, ...] = ()
        self.lefts: tuple[PlainToken, ...] = ()
        self.rights: tuple[PlainToken, ...] = ()

    def of_spacy(self) -> Token:
        """The same word of spaCy's Doc."""
        return self.doc.spacy_doc[self.i]

    def __len__(self) -> int:
        return len(self.text)

    def __str__(self) -> str:
        return self.text

    def __lt__(self, other: PlainToken) -> bool:
        return self.i < other.i

    def set_children(self, words: list[PlainToken], places: list[int]) -> None:
        """Hang the words at these places, in text order, on this one."""
        self.children = tuple([words[place] for place in places])
        before = bisect_right(places, self.i)
        self.lefts, self.rights = self.children[:before], self.children[before:]

    @property
    def morph(self) -> frozenset[str]:
        """What `Token.morph` holds."""
        return self.doc.features_at(self.i)

    @property
    def is_lower(self) -> bool:
        """As `Token.is_lower`."""
        return self.text.islower()

    @property
    def is_alpha(self) -> bool:
        """As `Token.is_alpha`."""
        return self.text.isalpha()

    @property
    def subtree(self) -> tuple[PlainToken, ...]:
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

    def nbor(self, steps: int = 1) -> PlainToken:
        """As `Token.nbor`."""
        at = self.i + steps
        if at < 0:
            raise IndexError(at)
        return self.doc.words[at]


class PlainSpan:
    """A stretch of words, asked like a Span."""

    def __init__(self, doc: PlainDoc, start: int, end: int, label: str) -> None:
        self.doc = doc
        self.start = start
        self.end = end
        self.label_ = label
        self._words = doc.words[start:end]

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[PlainToken]:
        return iter(self._words)

    def __getitem__(self, key: int | slice) -> Any:  # noqa: ANN401 - a token, or a span for a slice
        if isinstance(key, slice):
            start, stop, _ = key.indices(len(self))
            return PlainSpan(self.doc, self.start + start, self.start + max(start, stop), "")
        return self._words[key]

    @property
    def start_char(self) -> int:
        """As `Span.start_char`."""
        return self._words[0].idx if self._words else self.of_spacy().start_char

    @property
    def end_char(self) -> int:
        """As `Span.end_char`."""
        return self._words[-1].idx + len(self._words[-1].text) if self._words else self.of_spacy().end_char

    @property
    def text(self) -> str:
        """As `Span.text`."""
        return self.doc.text[self.start_char : self.end_char] if self._words else ""

    @property
    def root(self) -> PlainToken:
        """As `Span.root`: a root of the tree, or else the word with its head outside with the fewest words above."""
        tops = []
        for word in self._words:
            if word.head is word:
                return word
            if not self.start <= word.head.i < self.end:
                tops.append(word)
        return min(tops, key=_depth) if len(tops) > 1 else tops[0]

    def of_spacy(self) -> Span:
        """The same stretch of spaCy's Doc."""
        return self.doc.spacy_doc[self.start : self.end]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PlainSpan) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def _key(self) -> tuple[int, int, str]:
        return self.start, self.end, self.label_


def _depth(word: PlainToken) -> int:
    """How many words stand above; a mark or a blank with nothing below comes last, as in spaCy."""
    if (word.is_space or word.is_punct) and not word.children:
        return len(word.doc) - 1
    depth = 0
    while word.head is not word:
        word = word.head
        depth += 1
    return depth


def _ours(doc: PlainDoc, value: Any) -> Any:  # noqa: ANN401 - what spaCy answered
    """Put plain tokens and spans in the place of spaCy's."""
    if isinstance(value, Token):
        return doc.words[value.i]
    if isinstance(value, Span):
        return PlainSpan(doc, value.start, value.end, value.label_)
    if hasattr(value, "__next__"):
        return tuple(_ours(doc, one) for one in value)
    return value


class _Asked:
    """What spaCy has under a name, asked once.

    A `__getattr__` would do the same, but where a class has one, Python 3.11 and compiled code take the long way to
    every attribute, those of the class's own among them.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, one: PlainToken | PlainSpan, kind: type) -> Any:  # noqa: ANN401 - whatever spaCy has there
        value = one.__dict__[self._name] = _ours(one.doc, getattr(one.of_spacy(), self._name))
        return value


for plain_kind, kind in ((PlainToken, Token), (PlainSpan, Span)):
    for name in dir(kind):
        if not (name.startswith("_") or hasattr(plain_kind, name)):
            setattr(plain_kind, name, _Asked(name))
