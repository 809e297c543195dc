"""Names that nobody knows and the network takes for people or places, told of as firms: "Shares in Brandt fell"."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.knowledge.names import fold_name
from onrecord.language import grammar
from onrecord.stages.entities.known import head_of, text_of
from onrecord.stages.entities.marked import is_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.language.plain_words import Token
    from onrecord.stages.entities.names import Name
    from onrecord.stages.entities.page import Page

_OF_NAMES = frozenset({"nmod", "nmod:poss"})
_WITHIN = "in"
_AT = frozenset({"at", "of"})
_BESIDE = frozenset({"compound", "nmod:desc", "amod", "appos", "flat"})
_SAYS_WHICH = frozenset({"acl", "acl:relcl", "nmod", "nmod:poss"})
_THINGS = frozenset({"organization", "place", "other"})
_MAY_BE_FIRMS = frozenset({"person", "place", "organization"})
_FIRM = ("BUS",)
_PLACE_CASES = frozenset({"in", "inside", "into", "near", "outside", "across", "around", "to"})
_PERSONS = frozenset({"Gender=Fem", "Gender=Masc"})


def told_as_firms(page: Page, names: Sequence[Name]) -> dict[str, tuple[str, ...]]:
    """The folded names that the report tells of as firms do, and of nobody by that name as of a person; their sectors.

    What has shares, employees or a board is one; so is what alone may be the "company" of the next sentence. The doer
    of a clause in which only its own "its" or "it" can be meant is some body ("Sandoval has shut two of its rigs").
    """
    alike: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        alike[fold_name(text_of(page, name.first, name.last))].append(name)
    persons = [text_of(page, name.first, name.last).casefold().split() for name in names if name.type == "person"]
    found: dict[str, tuple[str, ...]] = {}
    for key, same in alike.items():
        if not _is_unknown(page, key, same, persons) or any(_is_persons(page, name, names) for name in same):
            continue
        if any(_has_what_firms_have(page, name) or _is_called_so(page, name) for name in same):
            found[key] = _FIRM
        elif not any(_is_placed(page, name) for name in same):
            if any(_is_the_company(page, name) for name in same):
                found[key] = _FIRM
            elif all(name.type == "person" for name in same) and any(
                _is_it(page, name) or _is_which(page, name) for name in same
            ):
                found[key] = ()
    return found


def _is_placed(page: Page, name: Name) -> bool:
    """Whether it stands behind "in" and the like, as places do."""
    before = page.before(name.first)
    return before is not None and page.lower[before] in _PLACE_CASES


def _is_unknown(page: Page, key: str, same: list[Name], persons: Sequence[list[str]]) -> bool:
    """Whether no table and no fuller name of a person says who bears the name; `persons`: the words of their names."""
    if any(name.known or name.country or name.sectors or name.type not in _MAY_BE_FIRMS for name in same):
        return False
    end = key.casefold().split()
    given = len(end) > 1 and end[0] in page.words.given
    if given or end[-1] in page.words.place or end[-1] in page.words.heads:
        return False
    words = set(end)  # "Paz" of "Jorge Paz"
    return not any(len(longer) > len(end) and not words.isdisjoint(longer) for longer in persons)


def _is_persons(page: Page, name: Name, names: Sequence[Name]) -> bool:
    """Whether a title or an age stands beside the name, or a "he" or "she" behind it that is nobody else."""
    before, head = page.before(name.first), page.tokens[head_of(page, name)]
    if before is not None and (is_title(page, before) or page.words.kind_of(page.noun(before)) == "person"):
        return page.noun(before) not in page.words.firm_too
    for child in head.rights:
        if child.text.isdigit() or child.lower_ == "who" or (child.dep_ == "appos" and _is_one_person(page, child)):
            return True
    if any(child.tag_ == "WP" for clause in grammar.children(head, "acl:relcl") for child in clause.children):
        return True
    return _goes_on_as_person(page, name, names)


def _is_one_person(page: Page, noun: Token) -> bool:
    own = page.noun(noun.i) in page.words.firm_too or _is_firm_noun(page, noun.i)
    return page.words.kind_of(page.noun(noun.i)) == "person" and not own


def _goes_on_as_person(page: Page, name: Name, names: Sequence[Name]) -> bool:
    """Whether the next "he" or "she" of this sentence or the next has nobody else named before it."""
    line = page.sentence[name.first]
    others = {other.first for other in names if other.type == "person" and other.first != name.first}
    for i in range(name.last + 1, len(page)):
        if page.sentence[i] > line + 1 or i in others:
            return False
        if page.pos[i] == "PRON" and not _PERSONS.isdisjoint(page.tokens[i].morph):
            return True
        if page.pos[i] == "NOUN" and page.words.kind_of(page.noun(i)) == "person":
            return False
    return False


def _has_what_firms_have(page: Page, name: Name) -> bool:
    """Whether it stands in "shares in Brandt", "Dagmar's shareholders" or "workers at Velasco"."""
    token = page.tokens[head_of(page, name)]
    had = token.head.lemma_.lower()
    if token.dep_ not in _OF_NAMES:
        return False
    if token.dep_ == "nmod:poss":
        return had in page.words.of_firms
    case = grammar.preposition(token)
    if case in _AT:
        return token.head.tag_ == "NNS" and had in page.words.at_firms
    return case == _WITHIN and had in page.words.held_in_firms


def _is_called_so(page: Page, name: Name) -> bool:
    """Whether a noun for a firm stands before the lone name: "grain exporter Bandar"."""
    before = page.before(name.first)
    lone = name.first == name.last and before is not None and page.tokens[before].tag_ == "NN"
    together = lone and (page.head[before or 0] == name.first or page.head[name.first] == before)
    return together and page.noun(before or 0) in page.words.firm_too


def _is_the_company(page: Page, name: Name) -> bool:
    """Whether it alone may be "the company" of this sentence or the next, of which nothing was told before."""
    line = page.sentence[name.first]
    for i in range(name.last + 1, len(page)):
        if page.sentence[i] > line + 1:
            return False
        if _is_other_candidate(page, name, i):
            return False
        if _takes_up_a_firm(page, i):
            return not _is_told_before(page, name, i)
    return False


def _takes_up_a_firm(page: Page, i: int) -> bool:
    token = page.tokens[i]
    if token.tag_ != "NN" or not (_is_firm_noun(page, i) or page.noun(i) in page.words.firm_too):
        return False
    definite = any(child.lower_ == "the" for child in token.children)
    return definite and token.dep_ not in _BESIDE and not any(child.dep_ in _SAYS_WHICH for child in token.children)


def _is_firm_noun(page: Page, i: int) -> bool:
    return _FIRM[0] in page.words.body.get(page.noun(i), "").split()


def _is_other_candidate(page: Page, name: Name, i: int) -> bool:
    """Whether another name stands there that might be a firm's."""
    if name.first <= i <= name.last:
        return False
    before = page.before(i)
    if before is not None and page.lower[before] == "the":
        before = page.before(before)
    placed = before is not None and page.lower[before] in _PLACE_CASES
    return not placed and page.ent[i] in {"ORGANIZATION", "PERSON"} and page.dep[i] != "flat"


def _is_told_before(page: Page, name: Name, noun: int) -> bool:
    """Whether a firm, or another name that may be one's, has been told of before the name."""
    for i in range(name.first):
        if page.ent[i] == "ORGANIZATION" and page.sentence[name.first] - page.sentence[i] <= 1:
            return True
        if page.tokens[i].tag_ == "NN" and page.noun(i) == page.noun(noun) and page.dep[i] not in _BESIDE:
            return True
    return False


def _is_it(page: Page, name: Name) -> bool:
    """Whether it does what is told with an "its" or "it" that nothing else before can mean."""
    token = page.tokens[head_of(page, name)]
    if token.dep_ not in {"nsubj", "nsubj:pass"} or _has_candidates_before(page, name):
        return False
    for i in _behind(page, name):
        if page.lower[i] == "its" and page.dep[i] == "nmod:poss":
            return _has_subject(token, page.tokens[i])
        if page.lower[i] == "it" and page.dep[page.head[i]] == "ccomp":
            return page.dep[i] == "nsubj" and _is_deed(page, page.head[i])
        if _is_thing(page, i):
            return False
    return False


def _is_deed(page: Page, verb: int) -> bool:
    """Whether somebody does it: "said it would sack them", not "said it would take years"."""
    token = page.tokens[verb]
    light = page.lower[verb] in page.words.of_nobody or token.lemma_.lower() in page.words.of_nobody
    return token.pos_ == "VERB" and not light and grammar.has_modal(token)


def _has_subject(doer: Token, its: Token) -> bool:
    """Whether no clause with a subject of its own stands between the name's verb and the pronoun."""
    at = its.head
    for _ in range(len(its.sent)):
        if at.i == doer.head.i:
            return True
        if grammar.children(at, "nsubj", "nsubj:pass") and at.i != doer.head.i and at.dep_ != "conj":
            subjects = grammar.children(at, "nsubj", "nsubj:pass")
            if any(one.pos_ != "PRON" for one in subjects):
                return False
        if at.head.i == at.i:
            return False
        at = at.head
    return False


def _behind(page: Page, name: Name) -> Iterable[int]:
    for i in range(name.last + 1, len(page)):
        if page.sentence[i] != page.sentence[name.first]:
            return
        yield i


def _is_thing(page: Page, i: int) -> bool:
    """Whether a word stands for one body, place or thing that "it" may be."""
    if page.ent[i] in {"ORGANIZATION", "PLACE"}:
        return not page.timed[i]
    one = page.tokens[i].tag_ == "NN" and not page.timed[i]
    return one and (page.dep[i] in {"nsubj", "nsubj:pass"} or page.words.kind_of(page.noun(i)) in _THINGS)


def _has_candidates_before(page: Page, name: Name) -> bool:
    """Whether this sentence or the one before tells of a body, place or thing first."""
    line = page.sentence[name.first]
    for i in range(name.first - 1, -1, -1):
        if page.sentence[i] < line - 1:
            return False
        if _is_thing(page, i):
            return True
    return False


def _is_which(page: Page, name: Name) -> bool:
    """Whether a clause goes on with "which" behind the comma: "Pemberton, which owns the refinery"."""
    comma = page.after(name.last)
    which = page.after(comma) if comma is not None and page.text[comma] == "," else None
    return which is not None and page.lower[which] == "which" and page.head[page.head[which]] == head_of(page, name)
