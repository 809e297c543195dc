"""Inflected forms of the words of a lexicon, for where the network's lemma is wrong or missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_VOWELS = "aeiou"


def inflections(lemma: str) -> set[str]:
    """The regular forms of an English verb or noun, `lemma` among them."""
    forms = {lemma, lemma + "s"}
    stem = lemma
    if lemma.endswith("e"):
        stem = lemma[:-1]
    elif lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        forms |= {lemma[:-1] + "ies", lemma[:-1] + "ied"}
    elif lemma.endswith(("s", "sh", "ch", "x", "z")):
        forms.add(lemma + "es")
    forms |= {stem + "ed", stem + "ing"}
    if len(lemma) > 2 and lemma[-1] not in "aeiouywx" and lemma[-2] in _VOWELS and lemma[-3] not in _VOWELS:
        forms |= {lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"}
    return forms


def form_table(lemmas: Iterable[str], irregular: Mapping[str, str]) -> dict[str, str]:
    """Forms with their lemma; of two lemmas with one form the first in order of the alphabet counts."""
    table: dict[str, str] = {}
    known = set(lemmas)
    for lemma in sorted(known):
        for form in sorted(inflections(lemma)):
            table.setdefault(form, lemma)
    table.update({form: lemma for form, lemma in irregular.items() if lemma in known})
    table.update({lemma: lemma for lemma in sorted(known)})
    return table
