"""The text of a Doc and the offsets of its tokens, made once.

`doc.text` joins all tokens anew at each access, and stages ask for it all the time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc

_TEXT = "onrecord.text"
_BOUNDS = "onrecord.bounds"


def text_of(doc: Doc) -> str:
    """The same string as `doc.text`, kept with the Doc after the first call; a Doc's tokens never change."""
    kept = doc.user_data.get(_TEXT)
    if kept is None:
        kept = doc.user_data[_TEXT] = doc.text
    return str(kept)


def keep_text(doc: Doc, text: str) -> None:
    """Keep with a Doc the text that its tokens make, where it is known already."""
    doc.user_data[_TEXT] = text


def having(doc: Doc, attribute: str, values: Iterable[str]) -> list[int]:
    """The places of the words that have one of the values, found without making a token of every word.

    Args:
        doc: as it is now: later changes of the attribute are not seen.
        attribute: by spaCy's name, "DEP" for `dep_`, "LOWER" for `lower_`.
        values: what the attribute may be.
    """
    strings = doc.vocab.strings
    column = doc.to_array(attribute)
    found = np.zeros(len(column), dtype=bool)
    for value in values:
        found |= column == strings[value]
    places: list[int] = np.flatnonzero(found).tolist()
    return places


def bounds_of(doc: Doc) -> tuple[list[int], list[int]]:
    """Where each token starts and ends, as offsets into the text."""
    kept: tuple[list[int], list[int]] | None = doc.user_data.get(_BOUNDS)
    if kept is None:
        table = doc.to_array(["IDX", "LENGTH"]).astype(int)
        kept = doc.user_data[_BOUNDS] = (table[:, 0].tolist(), (table[:, 0] + table[:, 1]).tolist())
    return kept


def sentence_numbers(doc: Doc) -> list[int]:
    """For each token the number of its sentence, from 0."""
    return [number for number, sentence in enumerate(doc.sents) for _ in range(sentence.start, sentence.end)]
