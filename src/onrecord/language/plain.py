"""A spaCy Doc as plain Python objects with the same interface.

A spaCy Doc makes a new Token at every access and looks its strings up again at every question; the stages walk a
report's words some fifty times. Here each word is one object, and what was asked once is kept.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from onrecord.language.hanging import cut_sentences, hang_all
from onrecord.language.plain_words import Doc, Span, Token
from onrecord.language.text import bounds_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy import tokens
    from spacy.strings import StringStore

# What becomes a string of each word, read as columns.
_NAMED = ("ORTH", "LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE")
_IOB = ("", "I", "O", "B")
_WHITESPACE = ("", " ")


@contextmanager
def plain(doc: tokens.Doc) -> Iterator[Doc]:
    """Give a Doc that answers the same and is faster to ask, for as long as the block lasts; linear in tokens.

    What spaCy yields one by one is a tuple. It can be mended; `doc` stays as it is, and its later changes are not seen.
    """
    found = as_plain(doc)
    try:
        yield found
    finally:
        found.forget()


def as_plain(doc: tokens.Doc) -> Doc:
    """As `plain`, for good: its words are a ring, which only Python's collector frees."""
    found = Doc(text_of(doc), *bounds_of(doc), {**doc.user_data})
    strings = _Strings(doc.vocab.strings)
    named = [list(map(strings.__getitem__, doc.to_array(name).tolist())) for name in _NAMED]
    begins, spaced = (doc.to_array(name).tolist() for name in ("ENT_IOB", "SPACY"))
    marks = (doc.to_array(name).astype(bool).tolist() for name in ("IS_PUNCT", "IS_SPACE"))
    spaces = [_WHITESPACE[number] for number in spaced]
    rows = zip(*named, [_IOB[number] for number in begins], found.starts, *marks, spaces, strict=True)
    features = [_features(strings[number]) for number in doc.to_array("MORPH").tolist()]
    found.words += [Token(found, place, *each) for place, each in enumerate(zip(rows, features, strict=True))]
    steps = doc.to_array("HEAD").astype(np.int64)  # from each word to its head
    hang_all(found, (np.arange(len(steps)) + steps).tolist())
    cut_sentences(found, np.flatnonzero(doc.to_array("SENT_START") == 1).tolist())
    found.ents = tuple([Span(found, name.start, name.end, name.label_) for name in doc.ents])
    return found


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
