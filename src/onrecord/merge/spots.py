"""Which places of the gazetteer a corrected name may mean: of several a person chooses one; nothing is guessed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from onrecord.knowledge.gazetteer import Gazetteer, Spot
from onrecord.knowledge.names import fold_name
from onrecord.knowledge.precision import precision_of
from onrecord.lexicon.load import load_shipped_map
from onrecord.reading.place import Precision

_MOST = 12  # places of one name to choose from


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """A place with a point, as a judgement keeps it.

    Attributes:
        country: ISO alpha-3.
        admin1: name of the first-level unit.
        feature: GeoNames feature code.
        people: its population, 0 where nobody knows.
    """

    geonameid: str
    name: str
    lat: float
    lon: float
    country: str | None
    admin1: str | None
    feature: str
    precision: Precision
    people: int


def find_choices(name: str, country: str, gazetteer: Gazetteer) -> tuple[Choice, ...]:
    """The places of this name that have a point: those of the country first, of these the ones with most people.

    Args:
        name: as somebody types it.
        country: alpha-3, or "".
        gazetteer: where to look.
    """
    precision = load_shipped_map("places.toml", "place_precision")
    found = [choice for spot in gazetteer.find(name) if (choice := _choice(spot, gazetteer, precision))]
    return tuple(sorted(found, key=lambda choice: choice.country != country)[:_MOST])


def only_choice(name: str, country: str, choices: Sequence[Choice]) -> Choice | None:
    """The one place that can be meant; `country` is what a person says, not what was read. None where several can."""
    within = [choice for choice in choices if not country or choice.country == country]
    own = [choice for choice in within if fold_name(choice.name) == fold_name(name)]
    return own[0] if len(own) == len(within) == 1 else None


def _choice(spot: Spot, gazetteer: Gazetteer, precision: Mapping[str, str]) -> Choice | None:
    if spot.geonameid is None or spot.lat is None or spot.lon is None:
        return None
    state = gazetteer.state(spot.country) if spot.country else None
    unit = gazetteer.unit(spot.unit1) if spot.unit1 else None
    return Choice(
        geonameid=str(spot.geonameid),
        name=spot.name,
        lat=spot.lat,
        lon=spot.lon,
        country=state.iso3 if state else None,
        admin1=unit.name if unit else None,
        feature=spot.feature,
        precision=precision_of(spot.feature, precision),
        people=spot.population,
    )
