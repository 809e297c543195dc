"""The acronyms that a name may go by: "ACLU", "TxDOT", "T&T", "Gao ISD"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.knowledge.names import is_acronym
from onrecord.language.acronyms import initials

if TYPE_CHECKING:
    from collections.abc import Sequence

_OF = frozenset({"of", "for", "on"})
_MIN_LETTERS = 3
_MIN_WORDS_BEFORE_OF = 2
_MIN_WORDS_BEHIND_PLACE = 3


def is_of_parent(one: str, other: str, parents: frozenset[str]) -> bool:
    """Whether one is named for a son and the other is a man of that name: "Abu Yusuf" is not Sani Yusuf.

    `parents` are the words by which somebody is named for a child.
    """
    called, named = (one, other) if one.split(maxsplit=1)[0] in parents else (other, one)
    if called.split()[0] not in parents or called.count(" ") > 1 or " " not in named:
        return False
    return named.split()[0] not in parents and called not in named


def acronyms_of(words: Sequence[str], legal_forms: frozenset[str]) -> list[str]:
    """The letters of a name of these words, also without where the body is ("ACLU", "DNR") and legal form ("T&T")."""
    words = words[1:] if words[0].lower() == "the" else words
    of = next((at for at, word in enumerate(words) if word in _OF and at > _MIN_WORDS_BEFORE_OF), None)
    core = [word for word in words if word.lower().rstrip(".") not in legal_forms]
    shorter = [words[:of]] if of else []
    shorter += [core] if len(core) < len(words) else []
    shorter += [words[1:]] if len(words) > _MIN_WORDS_BEHIND_PLACE else []
    return [letters for part in (words, *shorter) for letters in initials(part)]


def letters_of(short: str) -> str:
    """The letters of a name that is all capitals, or but for one sign: "TxDOT", "T&T"; else nothing."""
    if is_acronym(short) and short.isalnum():
        return short
    capitals = "".join(letter for letter in short if letter.isupper())
    nearly = " " not in short and len(short) - len(capitals) == 1 and len(short) >= _MIN_LETTERS
    return capitals if nearly else ""


def is_half_letters(short: str, name: str) -> bool:
    """Whether a folded name has its last words in letters: "Gao ISD" for "gao independent school district"."""
    *first, letters = short.split()
    words, start = name.split(), [word.casefold() for word in first]
    if not first or not is_acronym(letters) or words[: len(start)] != start:
        return False
    return letters in initials([word.title() for word in words[len(start) :]])


def ends_of(words: list[str]) -> set[str]:
    """The words that a shorter name may end in: the last, and the last before what the body is for."""
    return {words[-1], *(word for word, behind in pairwise(words) if behind in _OF)}
