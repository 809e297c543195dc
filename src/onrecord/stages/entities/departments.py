"""Departments by their matter alone: "Justice", "State" and "Defence", where the report names the department."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.entities.known import Name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from onrecord.stages.entities.page import Page

_PARTIES = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "conj"})
_OF = frozenset({"of", "for"})
_MAX_MATTER = 4  # words


def departments_by_matter(page: Page) -> Iterable[Name]:
    """Names of departments that stand without the word that says what they are."""
    matters: dict[str, list[tuple[str, ...]]] = {}
    for i in page.solid:
        words = _matter(page, i) if page.lower[i] in page.words.departments and page.capital(i) else ()
        if words and words not in matters.setdefault(words[0], []):
            matters[words[0]].append(words)
    for i in page.solid if matters else ():
        for words in matters.get(page.text[i], ()):
            last = i + len(words) - 1
            if tuple(page.text[i : last + 1]) == words and _stands_alone(page, i, last):
                yield Name(first=i, last=last, type="organization")


def _matter(page: Page, i: int) -> tuple[str, ...]:
    """What the department at `i` is for: "Justice Department", "Department of the Interior"."""
    of = page.after(i)
    if of is not None and page.lower[of] in _OF:
        at = page.after(of)
        if at is not None and page.lower[at] == "the":
            at = page.after(at)
        return tuple(page.text[j] for j in _capitals(page, at, page.after))
    words = tuple(page.text[j] for j in _capitals(page, page.before(i), page.before))[::-1]
    return words if not words or page.lower[i - len(words) - 1] not in {"-", "'s"} else ()


def _capitals(page: Page, at: int | None, step: Callable[[int], int | None]) -> list[int]:
    """The proper nouns from `at` on, one way."""
    found: list[int] = []
    while at is not None and len(found) < _MAX_MATTER and page.capital(at) and page.pos[at] == "PROPN":
        if page.nationality(at) is not None or page.actors.countries.by_name(page.text[at]) is not None:
            break
        found.append(at)
        at = step(at)
    return [] if any(page.lower[j] in page.words.plural for j in found) else found


def _stands_alone(page: Page, first: int, last: int) -> bool:
    """Whether the words are a party by themselves, not part of a longer name or phrase ("State Senator Ruiz")."""
    before, behind = page.before(first), page.after(last)
    if before is not None and (page.lower[before] in _OF or page.pos[before] in {"DET", "PROPN", "ADJ"}):
        return False
    if behind is not None and (page.pos[behind] in {"PROPN", "NOUN"} or page.lower[behind] in _OF):
        return False
    return page.dep[last] in _PARTIES and (page.pos[last] == "PROPN" or _acts(page, last))


def _acts(page: Page, i: int) -> bool:
    """Whether it does what only people do, so that it is no matter of its own: "Education suffered"."""
    verb = page.tokens[page.head[i]].lemma_
    return page.dep[i] == "nsubj" and verb in page.words.body_verb | page.words.addressing
