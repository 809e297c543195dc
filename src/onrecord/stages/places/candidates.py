"""What speaks for a candidate by itself, and whether one place lies in another."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.knowledge.gazetteer import Spot
    from onrecord.stages.places.words import Words

_SAY_COUNTY = frozenset({"US"})
_UNITS = frozenset({"ADM1", "ADM2"})
_CITY_SHARE = 0.1
_CITY_PEOPLE = 50_000
_FAR_MORE = 20
_OTHER_NAME = 2  # rank of a name that is not the place's own
_CAPITAL_PEOPLE = 100_000
_UNIT_PEOPLE = 500_000


def own_merits(spots: Sequence[Spot], kind: tuple[str, ...], units: frozenset[int], words: Words) -> list[float]:
    """The part of the candidates' scores that no other place of the report changes.

    Args:
        spots: the candidates.
        kind: feature codes that the words beside the name allow.
        units: second-level units that the report names in full somewhere.
        words: the weights.
    """
    weights = words.weights
    after = units_named_after_a_city(spots)
    cities = _cities(spots)
    named = [spot for spot in spots if spot.feature in _UNITS and not spot.rank]
    out = []
    for spot in spots:
        score = weights["population"] * math.log10(spot.population + 10) + _by_feature(spot, words)
        if spot.rank == _OTHER_NAME and not any(_is_seat(spot, unit) for unit in named):
            score += weights["alternate"]  # but "Geneva" is Genève, where its canton has the name
        elif spot.rank == 1:
            score += weights["short_form" if kind and fits_kind(spot, kind) else _short_weight(spot, units)]
        if spot.population * _FAR_MORE < cities.get(spot.country, 0):
            score += weights["lesser_namesake"]
        if kind:
            score += weights["kind" if fits_kind(spot, kind) else "not_kind"]
        elif spot.id in after:
            score += weights["named_after_city"]
        out.append(score)
    return out


def _cities(spots: Sequence[Spot]) -> dict[str | None, int]:
    """The people of the largest city that bears the name as its own, for each country."""
    largest: dict[str | None, int] = {}
    for spot in spots:
        if spot.feature.startswith("PPL") and spot.rank == 0 and spot.population >= _CITY_PEOPLE:
            largest[spot.country] = max(largest.get(spot.country, 0), spot.population)
    return largest


def _short_weight(spot: Spot, units: frozenset[int]) -> str:
    """Which weight a unit's short name has: Americans say "Orange" for the county only after "Orange County"."""
    if spot.feature != "ADM2" or spot.country not in _SAY_COUNTY:
        return "short_form"
    return "unit2_short" if spot.id in units else "unit2_bare"


def units_named_after_a_city(spots: Sequence[Spot]) -> frozenset[int]:
    """Units that bear the name of a city in them: the name alone means the city ("Aleppo", "New York")."""
    cities = [spot for spot in spots if spot.feature.startswith("PPL") and _is_called_so(spot)]
    units = [spot for spot in spots if spot.feature in _UNITS]
    return frozenset(unit.id for unit in units if any(_is_seat(city, unit) for city in cities))


def _is_called_so(spot: Spot) -> bool:
    """Whether a town has the name as its own, or is large enough to have an English one ("Geneva" for Genève)."""
    return spot.rank < _OTHER_NAME or spot.population > _CITY_PEOPLE


def _is_seat(city: Spot, unit: Spot) -> bool:
    here = city.country == unit.country and city.admin1 == unit.admin1 and city.feature.startswith("PPL")
    return here and city.population > unit.population * _CITY_SHARE


def _by_feature(spot: Spot, words: Words) -> float:
    """The weight of a place by its GeoNames feature code and population."""
    weights = words.weights
    feature = spot.feature
    if feature.startswith("PCL"):
        return weights["country" if feature == "PCLI" else "territory"]
    if feature == "PPLC":
        return weights["capital" if spot.population > _CAPITAL_PEOPLE else "small_capital"]
    if feature == "ADM1":
        return weights["unit1" if spot.population > _UNIT_PEOPLE else "small_unit1"]
    if feature.startswith("ADM"):
        return weights["unit2"]
    if feature == "CONT":
        return weights["continent"]
    return 0.0 if feature.startswith("PPL") else weights["region"]


def fits_kind(spot: Spot, kind: tuple[str, ...]) -> bool:
    """Whether the place is of one of the kinds that the words beside its name say."""
    return spot.feature.startswith(kind)


def lies_in(inner: Spot, outer: Spot) -> bool:
    """Whether `outer` is a country or unit that holds `inner`, or the next larger place beside it."""
    if inner.id == outer.id:
        return False
    if outer.feature.startswith("PCL"):
        return inner.country == outer.country and not inner.feature.startswith("PCL")
    if outer.feature == "ADM1":
        return inner.unit1 == outer.unit1 and inner.feature != "ADM1"
    if outer.feature == "ADM2":
        return inner.unit2 is not None and inner.unit2 == outer.unit2 and inner.feature != "ADM2"
    if outer.feature.startswith("PPL"):
        return inner.unit2 is not None and inner.unit2 == outer.unit2 and inner.population < outer.population
    return False


def is_unit(spot: Spot) -> bool:
    """A country or an administrative unit."""
    return spot.feature.startswith(("PCL", "ADM"))
