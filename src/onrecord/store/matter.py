"""On what somebody takes a stand, in one spelling: reports set it in straight or in curly marks."""

from __future__ import annotations

from typing import Final

_STRAIGHT: Final = str.maketrans("‘’“”", "''\"\"")


def matter_of(words: str) -> str:
    """The words as all reports have them, whichever marks one sets and whether a sentence opens with them.

    Queries of a view know it as `matter`.
    """
    plain = words.translate(_STRAIGHT)
    return plain[:1].lower() + plain[1:]
