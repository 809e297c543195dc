"""Names brought to one form for look-up, whatever their accents, apostrophes, hyphens and full stops."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SPECIAL = str.maketrans(
    {
        "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae",
        "’": None, "‘": None, "'": None, "ʼ": None, "`": None, ".": None, "-": " ", "–": " ", "‑": " ", "\u00a0": " ",
    }
)  # fmt: skip
_MAX_ACRONYM = 7
_VOWELS = re.compile(r"[aeiouy]+")
_DOUBLED = re.compile(r"([^aeiou])\1+")
# Vowels that transcriptions of one name exchange: "Ahmed" and "Ahmad", "Osama" and "Usama"; "Jamal" is not "Jamil".
_OPEN = frozenset({"a", "e"})
_FRONT = frozenset({"e", "i", "y", "ee", "ei", "ai", "ey", "ay"})
_BACK = frozenset({"o", "u", "ou", "oo"})
_MIN_SOUNDING = 5


@lru_cache(maxsize=1 << 16)
def fold_name(name: str) -> str:
    """The form under which a name is looked up.

    Accents, apostrophes and full stops go, hyphens become spaces, a leading "the" goes. Letters are lower-cased unless
    the name is an acronym: "IS" and "is", "US" and "us", "WHO" and "who" stay apart.
    """
    plain = name.translate(_SPECIAL)
    if not plain.isascii():
        plain = "".join(sign for sign in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(sign))
    words = plain.split()
    if len(words) > 1 and words[0] in {"the", "The", "THE"}:
        words = words[1:]
    plain = " ".join(words)
    return plain if is_acronym(plain) else plain.casefold()


def is_acronym(name: str) -> bool:
    """Whether the name is written like an acronym: one short word of capitals and digits, as in "PLO" or "M23"."""
    return 1 < len(name) <= _MAX_ACRONYM and name.isupper() and " " not in name


def sound_alike(one: str, other: str) -> bool:
    """Whether two folded words are transcriptions of one name: "pervez" and "pervaiz", "mohammed" and "muhamad".

    Their consonants are the same, doubled or not, they end in the same letter, and each vowel is one that the other
    may be written as. Short words say too little.
    """
    if min(len(one), len(other)) < _MIN_SOUNDING or one[-1] != other[-1]:
        return False
    first, second = _DOUBLED.sub(r"\1", one), _DOUBLED.sub(r"\1", other)
    if _VOWELS.sub("-", first) != _VOWELS.sub("-", second):
        return False
    return all(_exchanged(*pair) for pair in zip(_VOWELS.findall(first), _VOWELS.findall(second), strict=True))


def _exchanged(one: str, other: str) -> bool:
    return one == other or any({one, other} <= kin for kin in (_OPEN, _FRONT, _BACK))
