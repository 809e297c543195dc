"""Words made alike, so that tellings of one act in other forms of its words can be compared."""

from __future__ import annotations

import re
import sys
from functools import lru_cache

from onrecord.knowledge.names import fold_name

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_MIN_STEM, _STEM = 4, 5


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A crude stem that brings forms and derivations together ("kidnapped", "kidnapping"): the first letters."""
    plain = fold_name(word).casefold()
    plain = plain[:_STEM] if len(plain) > _MIN_STEM else plain.removesuffix("s") if len(plain) > 3 else plain
    return sys.intern(plain)  # there are as many stems as words, and few different ones


def spell_stem(letters: str) -> str:
    """A stem for a person: where it is as long as stems are, the word may go on."""
    return f"{letters}…" if len(letters) == _STEM else letters


def singular(noun: str) -> str:
    """A noun without the s of its plural; a stem would take officers for an office."""
    plain = fold_name(noun).casefold()
    return plain.removesuffix("s") if len(plain) >= _MIN_STEM and not plain.endswith("ss") else plain


def stems(text: str) -> frozenset[str]:
    """Stems of the words of a text; short words, which are mostly grammar, are left out unless they are numbers."""
    found = (match.group() for match in WORD.finditer(text))
    return frozenset(stem(word) for word in found if len(word) >= _MIN_STEM or word.isdigit())
