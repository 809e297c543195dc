"""Capitals by another name: "the Syrian capital" is Damascus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.knowledge.countries import load_countries
from onrecord.stages.places.names import Name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.knowledge.gazetteer import Gazetteer
    from onrecord.language.plain_words import Doc

_NEAR_TOKENS = 4


def capital_names(doc: Doc, found: list[Name], gazetteer: Gazetteer) -> Iterator[Name]:
    """Mentions of capitals by a nationality, but for those that only explain the capital's name beside them."""
    countries = load_countries()
    for token in doc[1:]:
        if token.lower_ != "capital" or not doc[token.i - 1].text[:1].isupper():
            continue
        first = token.i - 1
        if first and doc[first - 1].text == "-":
            continue
        code = countries.by_adjective(doc[first].text)
        spot = gazetteer.capital(code) if code else None
        if spot and not _beside_its_name(found, first, token.i + 1, spot.id):
            yield Name(doc[first].idx, token.idx + len(token), first, token.i + 1, f"={spot.id}", (spot,))


def _beside_its_name(found: list[Name], first: int, last: int, capital: int) -> bool:
    return any(
        0 <= first - name.last < _NEAR_TOKENS or 0 <= name.first - last < _NEAR_TOKENS - 1
        for name in found
        if any(spot.id == capital for spot in name.spots)
    )
