"""Nouns for bodies that the report names: "the trust" of a Hospital Trust, "the miner" of "Golden Ridge Resources"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.stages.entities.names import Name
    from onrecord.stages.entities.page import Page

_JOINTS = frozenset({"of", "for"})
_PRESS, _FIRM = "JRN", "BUS"
_NOTHING: frozenset[str] = frozenset()
_SAYS_WHICH = frozenset({"nmod", "acl", "acl:relcl"})
_PLACE_CASES = frozenset({"in", "inside", "into", "near", "outside", "across", "around", "at", "through", "within"})


def nouns_of_names(page: Page, by_token: dict[int, Name]) -> frozenset[str]:
    """The nouns that may stand behind "the" for a body named in the report, and mean nobody elsewhere."""
    found: set[str] = set()
    bodies = {name.first: name for name in by_token.values() if name.type == "organization"}
    if any(_may_be_firm(name) for name in bodies.values()):
        found |= page.words.firm_too
    for name in (name for name in bodies.values() if name.last > name.first):
        words = [word for word in page.lower[name.first : name.last + 1] if word not in page.words.legal_form]
        found |= {word for word, behind in pairwise([*words, "of"]) if behind in _JOINTS} & page.words.named_body
        last = words[-1] if words else ""
        if _FIRM in name.sectors:
            found |= page.words.firm_called.get(last, _NOTHING)
        if _PRESS in name.sectors and last not in page.words.agency_ends and not page.signed[name.first]:
            found |= page.words.paper_too
    places: dict[str, list[int]] = {}
    for i in page.solid if found else ():
        places.setdefault(page.tokens[i].lemma_.lower(), []).append(i)
    return frozenset(noun for noun in found if not _is_used_otherwise(page, noun, places.get(noun, ()), by_token))


def _may_be_firm(name: Name) -> bool:
    """Whether a body is in trade, or nobody knows what it does."""
    return _FIRM in name.sectors or _PRESS in name.sectors or not (name.sectors or name.known)


def _is_used_otherwise(page: Page, noun: str, places: Iterable[int], by_token: dict[int, Name]) -> bool:
    """Whether the report uses it of others, too: "miners"; not before a name, as in "port operator Tarvex".

    `places`: where the report has it.
    """
    alike = (i for i in places if page.lower[i].startswith(noun) and page.after(i) not in by_token)
    return any(page.pos[i] == "NOUN" and not calls_by_it(page, i) for i in alike)


def calls_by_it(page: Page, i: int) -> bool:
    """Whether the noun at `i` stands behind "the" with no other word, and nothing says in or of what it is.

    What a firm is in trade for may stand before the noun that tells it: "the beef exporter".
    """
    token, before = page.tokens[i], page.before(i)
    if before is not None and page.noun(i) in page.words.firm_too and page.dep[before] == "compound":
        before = page.before(before)
    if token.tag_ == "NNS" or before is None or page.lower[before] != "the" or page.head[before] != i:
        return False
    return not any(child.dep_ in _SAYS_WHICH or child.lower_ in _PLACE_CASES for child in token.children)
