"""Words that stand for a body only in their place: "the campaign denied it", "the Kenyan branch of the charity"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.stages.entities.names import Name
    from onrecord.stages.entities.page import Page

_SIDES = frozenset({"to", "from"})
_BODIES = frozenset({"organization", "group"})


def acts_as_body(page: Page, i: int, by_token: dict[int, Name]) -> bool:
    """Whether such a noun at `i` is what speaks, accuses or is accused, or somebody's by name or pronoun.

    So in "accused the campaign" and "money for the Silva campaign"; not in "her campaign ended".
    """
    verb = page.tokens[page.head[i]].lemma_.lower()
    if page.noun(i) in page.words.bare_acting and any(child.dep_ != "det" for child in page.tokens[i].lefts):
        return False  # "the East End station"
    if page.dep[i] == "nsubj":
        return verb in page.words.body_verb
    if page.dep[i] in {"obj", "nsubj:pass"}:
        return verb in page.words.addressing or verb in page.words.telling
    before = list(page.tokens[i].lefts)
    case = any(child.dep_ == "case" and child.lower_ in page.words.body_case for child in before)
    return case and any(_is_owner(page, child.i, by_token) for child in before)


def is_branch(page: Page, i: int, by_token: dict[int, Name]) -> bool:
    """Whether the noun is a part of a body that is told: "the Ohio chapter **of the Sierra Club**", not of a book."""
    if page.noun(i) not in page.words.branch:
        return False
    wholes = [child for child in page.tokens[i].children if child.dep_ in {"nmod", "nmod:poss"}]
    of = [child.i for child in wholes if child.dep_ == "nmod:poss" or page.lower[child.left_edge.i] == "of"]
    return any(_is_body(page, whole, by_token) for whole in of)


def _is_body(page: Page, i: int, by_token: dict[int, Name]) -> bool:
    name = by_token.get(i)
    return (page.words.kind_of(page.noun(i)) if name is None else name.type) in _BODIES


def _is_owner(page: Page, i: int, by_token: dict[int, Name]) -> bool:
    """Whether the word before the noun names the person whose it is."""
    name = by_token.get(i)
    if name is not None:
        return name.type == "person" and page.dep[i] in {"nmod:poss", "compound", "nmod:desc"}
    return page.dep[i] == "nmod:poss" and page.pos[i] == "PRON"


def is_act_towards(page: Page, i: int) -> bool:
    """Whether the noun tells what is done to something: "her opposition to the mine", "opposition from unions"."""
    token = page.tokens[i]
    sides = any(child.dep_ == "nmod" and page.lower[child.left_edge.i] in _SIDES for child in token.rights)
    told = any(child.dep_ == "nmod:poss" for child in token.lefts) or (token.tag_ == "NN" and not list(token.lefts))
    return told and sides and page.noun(i) in page.words.acts
