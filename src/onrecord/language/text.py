"""The text of a Doc, made once: `doc.text` joins all tokens anew at each access, and stages ask for it all the time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_KEY = "onrecord.text"


def text_of(doc: Doc) -> str:
    """The same string as `doc.text`, kept with the Doc after the first call; a Doc's tokens never change."""
    kept = doc.user_data.get(_KEY)
    if kept is None:
        kept = doc.user_data[_KEY] = doc.text
    return str(kept)
