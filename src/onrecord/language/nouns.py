"""The form under which the lexicon may know a noun, whatever the lemmatiser made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from onrecord.language.plain_words import Token


def noun_form(token: Token, known: Callable[[str], bool]) -> str:
    """The first known one of the word itself, its lemma and its possible singulars; else the lemma, lower case."""
    lower = token.lower_
    if known(lower):
        return lower
    lemma = token.lemma_.lower()
    if lower.endswith("ing") and not lemma.endswith("ing"):
        return lower  # "engineering" is no engineer
    if known(lemma):
        return lemma
    return next((form for form in singulars(lower) if known(form)), lemma or lower)


def former_office(noun: str, prefixes: Container[str], known: Callable[[str], bool]) -> str | None:
    """The known office of "ex-priest" and its like; None of any other noun."""
    prefix, _, office = noun.partition("-")
    return office if prefix in prefixes and known(office) else None


def singulars(word: str) -> list[str]:
    """What a lower-case noun may be the plural of: "ministries" of "ministry", "gunmen" of "gunman"."""
    forms = []
    if word.endswith("ies"):
        forms.append(word[:-3] + "y")
    if word.endswith("men"):
        forms.append(word[:-3] + "man")
    if word.endswith("es"):
        forms.append(word[:-2])
    if word.endswith("s") and not word.endswith("ss"):
        forms.append(word[:-1])
    return forms
