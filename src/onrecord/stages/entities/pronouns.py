"""Pronouns that can stand for a party: "they", "its", but not the "it" of "it was unclear whether"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.stages.entities.page import Page


def find_pronouns(page: Page) -> Iterable[tuple[int, bool]]:
    """Personal and possessive pronouns that can stand for a party, with whether they are plural."""
    for i in page.solid:
        if page.quiet[i] or page.dep[i] == "expl" or page.pos[i] not in {"PRON", "DET", "PROPN"}:
            continue
        features = page.words.pronoun.get(page.lower[i])
        if features is None or (page.text[i] in {"US", "U.S.", "IT"}):
            continue
        if page.lower[i] == "it" and _is_weather(page, i):
            continue
        yield i, "plural" in features


def _is_weather(page: Page, i: int) -> bool:
    """Whether no party is meant, whatever the parser calls it: "it was unclear whether", "it is time"."""
    head = page.tokens[page.head[i]]
    if head.pos_ in {"VERB", "AUX"}:
        return False
    clauses = {"ccomp", "csubj", "csubj:pass", "advcl", "acl"}
    return any(child.dep_ in clauses and child.i > head.i for child in head.children)
