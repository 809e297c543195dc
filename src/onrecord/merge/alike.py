"""How alike two parties, two places and two times are."""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import product
from typing import Final

from onrecord.merge.stems import stems
from onrecord.merge.telling import Party, Telling, When, Where

_NEAR_KM, _FAR_KM = 30.0, 100.0
LIKENESS: Final = ("other", "unknown", "alike", "same")  # of parties, from the least to the most
_SAME = frozenset(LIKENESS[2:])


def gap_days(one: When, other: When) -> int:
    """Days between two stretches; 0 where they touch."""
    return max((one.first - other.last).days, (other.first - one.last).days, 0)


def spell_days(when: When) -> str:
    """The day, or the first and the last."""
    return when.first.isoformat() if when.first == when.last else f"{when.first} to {when.last}"


def nearness(one: Where, other: Where) -> str | None:
    """`same place`, `near place` (30 km), `place inside` (a country or region), `other place`, or None: not known."""
    if one.name == other.name or (one.geonameid and one.geonameid == other.geonameid):
        return "same place"
    if one.country and other.country and one.country != other.country:
        return "other place"
    if "country" in (one.precision, other.precision) or "region" in (one.precision, other.precision):
        return "place inside" if one.country == other.country else None
    if one.lat is None or other.lat is None:
        return None
    distance = _distance_km(one, other)
    return "near place" if distance <= _NEAR_KM else "other place" if distance > _FAR_KM else None


def _distance_km(one: Where, other: Where) -> float:
    """Great-circle distance (haversine)."""
    lat1, lon1, lat2, lon2 = (math.radians(x or 0.0) for x in (one.lat, one.lon, other.lat, other.lon))
    part = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(part))


def likeness(one: Party, other: Party) -> str:
    """`same`, `alike` (may be the same), `other` or `unknown`.

    Alike are those whose nouns or offices agree ("the army", "soldiers of the army"), whose names hold one another
    ("Taliban", "Pakistani Taliban"), those without names who are of one sector ("the army", "troops"), and a country
    with whoever stands for it, unless their countries differ.
    """
    if (one.actor and one.actor == other.actor) or (one.entity and one.entity == other.entity):
        return "same"
    if one.country and other.country and one.country != other.country:
        return "other"
    if one.heads & other.heads or (one.named and other.named and holds(one, other)):
        return "alike"
    if one.sectors and one.sectors == other.sectors and not (one.named or other.named):
        return "alike"
    if one.country and one.country == other.country and (_is_country(one) or _is_country(other)):
        return "alike"
    return "other" if one.named == other.named else "unknown"


def _is_country(party: Party) -> bool:
    return (party.actor or "").startswith("country:")


def holds(one: Party, other: Party) -> bool:
    """Whether one name holds all words of the other ("Taliban", "Pakistani Taliban")."""
    short, long = sorted((stems(one.name), stems(other.name)), key=len)
    return bool(short) and short <= long


def is_turned_round(one: Telling, other: Telling) -> bool:
    """Whether two tellings are the reverse of each other: a ship rammed a boat, and the boat rammed the ship."""
    crossed = ((one.actors, other.recipients), (other.actors, one.recipients))
    return not _meet(one.actors, other.actors) and all(_meet(doers, victims) for doers, victims in crossed)


def _meet(some: Iterable[Party], others: Iterable[Party]) -> bool:
    return any(likeness(a, b) in _SAME for a, b in product(some, others))
