"""The text of a Doc and the offsets of its tokens, made once.

`doc.text` joins all tokens anew at each access, and stages ask for it all the time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from onrecord.language.plain_words import Doc, Token

if TYPE_CHECKING:
    from collections.abc import Collection

    from spacy import tokens

_TEXT = "onrecord.text"
_BOUNDS = "onrecord.bounds"


def text_of(doc: Doc | tokens.Doc) -> str:
    """The same string as `doc.text`, kept with the Doc after the first call; a Doc's tokens never change."""
    if isinstance(doc, Doc):
        return doc.text
    kept = doc.user_data.get(_TEXT)
    if kept is None:
        kept = doc.user_data[_TEXT] = doc.text
    return str(kept)


def head_in(doc: Doc, start: int, end: int) -> Token | None:
    """The word on which the others of a stretch of text hang, or None where no word stands there."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None else None


def keep_text(doc: tokens.Doc, text: str) -> None:
    """Keep with a Doc the text that its tokens make, where it is known already."""
    doc.user_data[_TEXT] = text


def having(doc: Doc | tokens.Doc, attribute: str, values: Collection[str]) -> list[int]:
    """The places of the words that have one of the values, found without making a token of every word.

    Args:
        doc: as it is now: later changes of the attribute are not seen.
        attribute: by spaCy's name, "DEP" for `dep_`, "LOWER" for `lower_`.
        values: what the attribute may be.
    """
    if isinstance(doc, Doc):
        return _in_words(doc, attribute, values)
    strings = doc.vocab.strings
    column = doc.to_array(attribute)
    found = np.zeros(len(column), dtype=bool)
    for value in values:
        found |= column == strings[value]
    places: list[int] = np.flatnonzero(found).tolist()
    return places


def _in_words(doc: Doc, attribute: str, values: Collection[str]) -> list[int]:
    """Among plain words: a walk of its own for each attribute, since mending goes over all words some fifty times."""
    if attribute == "DEP":
        return [word.i for word in doc if word.dep_ in values]
    if attribute == "TAG":
        return [word.i for word in doc if word.tag_ in values]
    if attribute == "POS":
        return [word.i for word in doc if word.pos_ in values]
    if attribute == "LEMMA":
        return [word.i for word in doc if word.lemma_ in values]
    if attribute == "LOWER":
        return _spelled(doc, values)
    return [word.i for word in doc if word.text in values]


def _spelled(doc: Doc, values: Collection[str]) -> list[int]:
    """The places of words in small letters, which are laid out once: no word is ever spelled anew."""
    spelled = doc.spelled
    if not spelled:
        for word in doc:
            spelled.setdefault(word.lower_, []).append(word.i)
    if len(values) < len(spelled):
        found = [spelled[value] for value in values if value in spelled]
    else:
        found = [places for value, places in spelled.items() if value in values]
    return sorted([place for places in found for place in places])


def bounds_of(doc: Doc | tokens.Doc) -> tuple[list[int], list[int]]:
    """Where each token starts and ends, as offsets into the text."""
    if isinstance(doc, Doc):
        return doc.starts, doc.ends
    kept: tuple[list[int], list[int]] | None = doc.user_data.get(_BOUNDS)
    if kept is None:
        table = doc.to_array(["IDX", "LENGTH"]).astype(int)
        kept = doc.user_data[_BOUNDS] = (table[:, 0].tolist(), (table[:, 0] + table[:, 1]).tolist())
    return kept


def sentence_numbers(doc: Doc) -> list[int]:
    """For each token the number of its sentence, from 0."""
    return [number for number, sentence in enumerate(doc.sents) for _ in range(sentence.start, sentence.end)]
