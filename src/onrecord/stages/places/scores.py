"""What the report's other places say for a candidate: where they lie, what holds it, how near they are."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from onrecord.knowledge.gazetteer import Spot
from onrecord.stages.places.candidates import is_unit, lies_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.stages.places.words import Words

_CONTAINERS = 30
_EARTH_KM = 6371.0
_LANDS = ("same_country", "same_unit1", "same_unit2")

Codes = tuple[str | None, str | None, str | None]


class Scored(NamedTuple):
    """A candidate and what speaks for it; the parts add up to its score.

    Attributes:
        own: people, kind of place, and how good a name of it the words are.
        close: candidates of other names close by, before any name is settled.
        land: other places in the same country and units.
        holder: whether it lies in what is named as holding it, or holds what is named as lying in it.
        near: distance to places that are settled.
    """

    spot: Spot
    own: float
    close: float
    land: float = 0.0
    holder: float = 0.0
    near: float = 0.0

    @property
    def total(self) -> float:
        """The score."""
        return self.own + self.close + self.land + self.holder + self.near


def codes_of(spot: Spot) -> Codes:
    """The codes of its country and of its units of the first and second level."""
    return spot.country, spot.unit1, spot.unit2


def score_land(
    spot: Spot, codes: Codes, votes: Mapping[str, float], mine: dict[str, float], rest: float, words: Words
) -> float:
    """What the report's other places say for this candidate with these codes."""
    if rest <= 0:
        return 0.0
    score = 0.0
    for code, name in zip(codes, _LANDS, strict=True):
        said = votes.get(code, 0.0) - mine.get(code, 0.0) if code else 0.0
        if said > 0 and not (name == "same_unit1" and spot.feature.startswith("PCL")):
            score += words.weights[name] * min(said / max(rest, 1.0), 1.0) ** 0.5
    return score


def score_container(spot: Spot, answer: Spot, others: Sequence[Spot], words: Words) -> float:
    """Whether the candidate lies in what the container's name was given, or else in another place of that name."""
    full = words.weights["in_container"]
    if not is_unit(answer):
        return full / 3 if lies_in(spot, answer) else 0.0
    if lies_in(spot, answer):
        return full
    if any(is_unit(other) and lies_in(spot, other) for other in others[:_CONTAINERS]):
        return full / 2
    return words.weights["not_in_container"]


def score_content(spot: Spot, inner: Sequence[Sequence[Spot]], words: Words) -> float:
    """Whether a candidate of a container holds what its name was set after ("Springfield, Georgia").

    Args:
        spot: the candidate.
        inner: the candidates of each name that it is said to hold.
        words: the weights.
    """
    if not inner or not is_unit(spot):
        return 0.0
    held = sum(any(lies_in(other, spot) for other in spots[:_CONTAINERS]) for spots in inner)
    return words.weights["holds"] * held / len(inner)


def score_nearness(spot: Spot, points: Sequence[Spot], words: Words) -> float:
    """What the nearest of the settled places says; falls with the distance."""
    if spot.lat is None or not spot.feature.startswith(("PPL", "ADM2")):
        return 0.0
    least = min((distance_km(spot, point) for point in points if point.id != spot.id), default=math.inf)
    return words.weights["near"] * math.exp(-least / words.weights["near_km"])


def distance_km(one: Spot, other: Spot) -> float:
    """Great-circle distance; infinite where a place has no coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    lat1, lat2 = math.radians(one.lat), math.radians(other.lat)
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(min(1.0, half)))
