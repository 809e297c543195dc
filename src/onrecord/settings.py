"""Settings: one frozen value, passed on and never global."""

from __future__ import annotations

from pathlib import Path

import msgspec


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What a user may choose.

    Attributes:
        model: the language network: `onrecord_en`, or the name of any installed spaCy pipeline.
        lexicon: folders with entries of the user's own, read after the shipped ones.
        max_chars: reports longer than this many code points are refused.
    """

    model: str = "onrecord_en"
    lexicon: tuple[Path, ...] = ()
    max_chars: int = 2_000_000
