"""Datelines before a first sentence: "BEIRUT (AP) —", "LIMA, Nov 3 (EFE).-", "LAGOS/ABUJA, Oct. 5 (Reuters) -".

The treebanks hold hardly any, and a parser takes the city for a subject. So the words of a dateline are parsed apart,
and hang on the sentence's root with ``dep``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

DATELINE_WORDS = 16
_DASHES = frozenset({"—", "–", "-", "--", "―", ":"})
_UPPER = r"(?:[^\W\d_a-z]{2,}\.?|[^\W\d_a-z]+(?:[-'’][^\W\d_a-z]+)+)"
_TITLE = r"(?:[^\W\d_a-z][^\W\d_]*)"
_DATE = r"(?: [A-Z][a-z]{2,8}\.? \d{1,2}| \d{1,2} [A-Z][a-z]{2,8})"
_TAIL = rf"(?: , {_TITLE}\.?(?: (?:{_TITLE}\.?|of|the|and)){{0,4}})?(?: ,)?{_DATE}?(?: , \d{{4}})?(?: ,)?"
_AGENCY = rf" \( (?:{_TITLE}|/)(?: (?:{_TITLE}|/|-|\d+)){{0,4}} \)"
_DATELINE = re.compile(
    rf"(?:{_UPPER}(?:(?: [-/])? {_UPPER}){{0,3}}{_TAIL}(?:{_AGENCY})?|{_TITLE}(?: {_TITLE}){{0,3}}{_TAIL}{_AGENCY}"
    rf"|{_TITLE}(?: {_TITLE}){{0,2}} ,{_DATE}(?: , \d{{4}})? ,(?: {_UPPER}|{_AGENCY})?"
    rf"|{_TITLE}(?: {_TITLE}){{0,2}} , {_UPPER})"
    r" (?:(?:\. )?(?:—|–|-|--|―)|:) (?=[^\W\d_a-z]|[\"“‘'\d])"
)
_DASH = r" (?:—|–|-|--|―) (?=[^\W\d_a-z])"
_BRACKETED = re.compile(rf"\( {_TITLE}(?: {_TITLE}){{0,3}}(?: ,{_DATE}(?: , \d{{4}})?)? \){_DASH}")
_LOOSE = re.compile(rf"{_TITLE}(?: {_TITLE}){{0,2}}(?P<land> , {_TITLE}(?: {_TITLE}){{0,2}})?{_DASH}")
_LONG, _SENTENCE = 12, 6


def dateline_length(words: Sequence[str], spaced: Sequence[bool] | None = None) -> int:
    """Return how many of a paragraph's words are its dateline, dash included; 0 where it has none.

    A city in small letters without agency or date ("Abuja - President Tinubu on Tuesday received …") counts only before
    a long sentence, with its land before any sentence, and with one dash that stands free: "Russia-Ukraine talks",
    "Oz — a surgeon — said" and short headlines have none.

    Args:
        words: the words of the paragraph, or its first ones.
        spaced: whether a space follows each word; left out, one follows all.
    """
    start = words[:DATELINE_WORDS]
    if not start or not (start[0][0].isupper() or start[0] == "(") or _DASHES.isdisjoint(start):
        return 0
    text = " ".join(start)
    found = _DATELINE.match(text) or _BRACKETED.match(text) or _loose(start, spaced)
    return found.group().count(" ") if found else 0


def _loose(start: Sequence[str], spaced: Sequence[bool] | None) -> re.Match[str] | None:
    """A city alone before a long sentence, or with its land before any: "Bogota, Colombia — Rebels freed three men"."""
    dashes = [place for place, word in enumerate(start) if word in _DASHES]
    free = [place for place in dashes if spaced is None or (spaced[place] and spaced[place - 1])]
    found = _LOOSE.match(" ".join(start)) if len(free) == 1 and free == dashes[:1] else None
    if found is None:
        return None
    long = len(start) >= _LONG or (found["land"] is not None and len(start) - free[0] > _SENTENCE)
    return found if long else None
