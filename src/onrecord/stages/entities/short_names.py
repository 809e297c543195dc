"""Names by the longer names of bodies in the report: "Delgado" of "Delgado Paving Ltd", "the PRP", "Marlow & Finch"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from onrecord.knowledge.names import is_acronym
from onrecord.language.acronyms import initials
from onrecord.stages.entities.known import Name, text_of
from onrecord.stages.entities.page import HYPHENS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.stages.entities.page import Page

_FIRM = ("BUS",)
_AND = frozenset({"&", "+"})
_JOINTS = frozenset({"of", "for"})
_BEFORE_NOUNS = frozenset({"compound", "amod", "nmod:desc"})
_UNSURE = frozenset({"place", "person", "organization"})
_MIN_LETTERS = 3


def with_short_names(page: Page, names: list[Name], placed: set[str]) -> list[Name]:
    """The names with firms told as firms, and what is short for a body taken for a body.

    Args:
        page: the report.
        names: the names found, in order.
        placed: folded names behind "in" and the like, which are places.
    """
    names = [_as_firm(page, name, placed) for name in _joined(page, names)]
    short = {words for name in names if name.sectors == _FIRM for words in _shorter(page, name)}
    names = [_in_letters(page, name, names) for name in names]
    names = [_as_body(page, name, short, placed) for name in names]
    first = _first_words(page, names)
    names = [_as_its_own(page, name, first, placed) for name in names]
    taken = {i: name for name in names for i in range(name.first, name.last + 1)}
    letters = list(_acronyms(page, names, taken))
    others = {name.first for name in letters}
    return sorted([*(name for name in names if name.first not in others), *letters], key=lambda name: name.first)


def _joined(page: Page, names: list[Name]) -> Iterable[Name]:
    """Two names with "&" between them are one, and a firm's: "Marlow & Finch"."""
    pending: Name | None = None
    for name in names:
        if pending is not None and _are_one(page, pending, name):
            pending = Name(first=pending.first, last=name.last, type="organization", sectors=_FIRM)
            continue
        if pending is not None:
            yield pending
        pending = name
    if pending is not None:
        yield pending


def _are_one(page: Page, one: Name, other: Name) -> bool:
    sign = page.before(other.first)
    joint = sign is not None and page.text[sign] in _AND and page.before(sign) == one.last
    listed = page.dep[one.first] == "dep"  # "Video: Ana & Bo"
    return joint and not (one.known or other.known or listed)


def _as_firm(page: Page, name: Name, placed: set[str]) -> Name:
    """The body as a firm where its name ends so: "Harlan Foods", but not "Department of Energy"."""
    before_noun = page.dep[name.last] in _BEFORE_NOUNS  # "the Gao Farms gas station"
    ground = name.type == "place" and (before_noun or _is_placed(page, name, placed))
    if name.type not in {"organization", "place"} or ground or name.known or name.sectors or name.first == name.last:
        return name
    words = page.lower[name.first : name.last + 1]
    if words[-1] not in page.words.firm_ends or not _JOINTS.isdisjoint(words) or _is_public(page, words[:-1]):
        return name
    return msgspec.structs.replace(name, type="organization", sectors=_FIRM)


def _is_public(page: Page, words: list[str]) -> bool:
    """Whether another word of the name says that it is no firm: "Council", "Ministry"."""
    return any(word in page.words.heads or page.words.kind_of(word) == "organization" for word in words)


def _shorter(page: Page, name: Name) -> Iterable[tuple[str, ...]]:
    """What the firm's name begins with before the words that say what it makes: "Delgado" of "Delgado Paving Ltd"."""
    words = page.text[name.first : name.last + 1]
    at = len(words)
    while at > 1 and (words[at - 1].lower() in page.words.firm_ends or words[at - 1] in _AND):
        at -= 1
        yield tuple(words[:at])
    for before, sign in pairwise(words):
        if sign in _AND:
            yield (before,)  # "Marlow" of "Marlow & Finch"
            return


def _as_body(page: Page, name: Name, short: set[tuple[str, ...]], placed: set[str]) -> Name:
    """The name as a firm's where it is short for one and nothing says that it is a place or person."""
    words = tuple(page.text[name.first : name.last + 1])
    if name.known or name.country or words not in short or name.type not in {"place", "person", "organization"}:
        return name
    if _is_placed(page, name, placed):
        return name
    return msgspec.structs.replace(name, type="organization", sectors=name.sectors or _FIRM)


def _first_words(page: Page, names: list[Name]) -> dict[str, tuple[str, ...]]:
    """The first words of bodies of two words that are no public ones, by which they may go: "Axum" of "Axum Wings"."""
    bodies = [name for name in names if name.type == "organization" and name.last == name.first + 1 and not name.known]
    bodies = [name for name in bodies if not _is_public(page, page.lower[name.first : name.last + 1])]
    return {page.text[name.first]: name.sectors for name in bodies if page.nationality(name.first) is None}


def _as_its_own(page: Page, name: Name, first: dict[str, tuple[str, ...]], placed: set[str]) -> Name:
    """The lone name as the body's whose name begins so, where nothing says that it is a place or person."""
    lone = name.first == name.last and name.type in _UNSURE and page.text[name.first] in first
    if not lone or name.known or name.country or name.sectors or _is_placed(page, name, placed):
        return name
    sectors = first[page.text[name.first]]
    if name.type == "place" and sectors != _FIRM:
        return name  # "Michigan", of the "Michigan Assembly"
    return msgspec.structs.replace(name, type="organization", sectors=sectors)


def _is_free(name: Name | None) -> bool:
    """Whether no name stands there, or only what the network took for a person."""
    return name is None or (name.type == "person" and name.first == name.last and not name.known)


def _is_placed(page: Page, name: Name, placed: set[str]) -> bool:
    return text_of(page, name.first, name.last).casefold() in placed


def _in_letters(page: Page, name: Name, names: list[Name]) -> Name:
    """The name as that of a body whose last words it has in letters: "Gao ISD" of "Gao Independent School District"."""
    words = page.text[name.first : name.last + 1]
    if name.known or name.type not in {"place", "person"} or len(words) < 2 or not is_acronym(words[-1]):
        return name
    for other in names:
        longer = page.text[other.first : other.last + 1]
        same = other.type == "organization" and longer[: len(words) - 1] == words[:-1]
        if same and words[-1] in initials(longer[len(words) - 1 :]):
            return msgspec.structs.replace(name, type="organization", sectors=other.sectors)
    return name


def _acronyms(page: Page, names: list[Name], taken: dict[int, Name]) -> Iterable[Name]:
    """Letters that stand for a body named in the report, where the network saw no name or a person: "the PRP"."""
    meant: dict[str, Name] = {}
    for name in names:
        if name.type == "organization" and name.last - name.first >= _MIN_LETTERS - 1:
            for letters in initials(page.text[name.first : name.last + 1]):
                meant.setdefault(letters, name)
    for i in page.solid if meant else ():
        body = meant.get(page.text[i]) if is_acronym(page.text[i]) and len(page.text[i]) >= _MIN_LETTERS else None
        joined = page.text[min(i + 1, len(page) - 1)] in HYPHENS  # "PML-Q" is another
        if body is not None and page.pos[i] in {"PROPN", "NOUN"} and _is_free(taken.get(i)) and not joined:
            yield Name(first=i, last=i, type="organization", country=body.country, sectors=body.sectors)
