"""Which place a name means, settled over the whole report.

Every candidate of a name gets a sum of weighted features: how many people live there, what kind of place it is, whether
the words beside the name fit it ("X, Y", "the province of X"), and how many of the report's other places lie in the
same country and unit, or near. The other places are those that the round before gave, each with its doubts; three
rounds settle it. A name has one sense in a report unless two containers tell two senses apart. The features are those
of toponym resolution since Leidner (2007) and Lieberman and Samet (2012); the weights are data (`places.toml`).
"""

from __future__ import annotations

import math
from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from onrecord.knowledge.countries import load_countries
from onrecord.stages.places.candidates import fits_kind, is_unit, lies_in, own_merits
from onrecord.stages.places.company import support

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from spacy.tokens import Doc

    from onrecord.knowledge.gazetteer import Gazetteer, Spot
    from onrecord.reading.document import Document
    from onrecord.stages.places.names import Name
    from onrecord.stages.places.words import Words

_ROUNDS = 3
_NEAR_CANDIDATES = 6
_CONTAINERS = 30
_NATIONALITY_VOTE = 0.5
_HOME_VOTE = 1.0
_SURE = 0.5
_LEAST_SHARE = 0.02
_LOG_MENTIONS = 0.3
_EARTH_KM = 6371.0


class Settled(NamedTuple):
    """The place that a name means, and how sure that is; None where the gazetteer has none that fits."""

    spot: Spot | None
    confidence: float
    codes: Mapping[str, float] = MappingProxyType({})  # how sure its country and units are, by code


class Sense(NamedTuple):
    """Names that mean one place: their candidates, the container's key, and the votes they have."""

    key: str
    spots: tuple[Spot, ...]
    kind: tuple[str, ...]
    container: int | None
    mentions: int


def settle(names: Sequence[Name], doc: Doc, document: Document, words: Words, gazetteer: Gazetteer) -> list[Settled]:
    """Give each name its place. Time grows with names times candidates, both bounded per name."""
    senses, of_name = group_names(names)
    outside = outside_votes(doc, document, gazetteer)
    units = frozenset(spot.id for sense in senses for spot in sense.spots if spot.feature == "ADM2" and not spot.rank)
    merits = [own_merits(sense.spots, sense.kind, units, words) for sense in senses]
    near = support([(sense.key, sense.spots) for sense in senses])
    weight = words.weights["close_company"]
    merits = [[m + weight * n**0.5 for m, n in zip(*pair, strict=True)] for pair in zip(merits, near, strict=True)]
    answers = [_best(sense, merit, words) for sense, merit in zip(senses, merits, strict=True)]
    for _ in range(_ROUNDS):
        answers = _round(senses, merits, answers, outside, words)
    return [answers[i] for i in of_name]


def group_names(names: Sequence[Name]) -> tuple[list[Sense], list[int]]:
    """Join the names that have one sense; the second list gives each name's sense."""
    chosen: dict[tuple[str, str | None], list[int]] = {}
    first_container: dict[str, str] = {}
    for name in names:
        if name.container is not None:
            first_container.setdefault(name.key, names[name.container].key)
    of_name: list[tuple[str, str | None]] = []
    for i, name in enumerate(names):
        container = names[name.container].key if name.container is not None else first_container.get(name.key)
        of_name.append((name.key, container))
        chosen.setdefault((name.key, container), []).append(i)
    order = {key: i for i, key in enumerate(chosen)}
    senses = []
    for (key, _), members in chosen.items():
        kind = next((names[i].kind for i in members if names[i].kind), ())
        at = next((names[i].container for i in members if names[i].container is not None), None)
        holder = order[of_name[at]] if at is not None else None
        senses.append(Sense(key, names[members[0]].spots, kind, holder, len(members)))
    return senses, [order[key] for key in of_name]


def outside_votes(doc: Doc, document: Document, gazetteer: Gazetteer) -> dict[str, float]:
    """Votes for countries and units from words that are no place names: nationalities, and the publisher's home."""
    votes: dict[str, float] = defaultdict(float)
    countries = load_countries()
    for entity in doc.ents:
        code = countries.nationality(entity.text) if entity.label_ == "NORP" else None
        state = gazetteer.state(code) if code else None
        if state:
            votes[state.iso2] += _NATIONALITY_VOTE
    for spot in _homes(document.publisher or "", gazetteer):
        for code in (spot.country, spot.unit1):
            if code:
                votes[code] += _HOME_VOTE
    return votes


def _homes(publisher: str, gazetteer: Gazetteer) -> Iterable[Spot]:
    """The places that a publisher's name holds ("The Boston Globe"): the largest of each name."""
    parts = publisher.split()
    for size in (3, 2, 1):
        for i in range(len(parts) - size + 1):
            found = gazetteer.find(" ".join(parts[i : i + size]))
            if found and found[0].population > 50_000 and found[0].rank == 0:
                return (found[0],)
    return ()


def _round(
    senses: list[Sense], merits: list[list[float]], before: list[Settled], outside: Mapping[str, float], words: Words
) -> list[Settled]:
    """Score every sense against what the round before gave the others."""
    votes = defaultdict(float, outside)
    total = sum((weight for code, weight in outside.items() if "." not in code), start=0.0)
    weights = [1.0 + _LOG_MENTIONS * math.log(sense.mentions) for sense in senses]
    for weight, answer in zip(weights, before, strict=True):
        total += weight if answer.codes else 0.0
        for code, sure in answer.codes.items():
            votes[code] += weight * sure
    inner: dict[int, list[Sense]] = {}
    for sense in senses:
        if sense.container is not None and sense.spots:
            inner.setdefault(sense.container, []).append(sense)
    out = []
    for i, sense in enumerate(senses):
        if not sense.spots:
            out.append(Settled(None, 0.0))
            continue
        mine = {code: weights[i] * sure for code, sure in before[i].codes.items()}
        rest = total - (weights[i] if before[i].codes else 0.0)
        scores = []
        for spot, merit in zip(sense.spots, merits[i], strict=True):
            score = merit + _company(spot, votes, mine, rest, words)
            if sense.container is not None:
                score += _containment(spot, senses[sense.container], before[sense.container], words)
            scores.append(score + _content(spot, inner.get(i, ()), words))
        _add_nearness(sense, scores, i, before, words)
        out.append(_best(sense, scores, words))
    return out


def _company(spot: Spot, votes: Mapping[str, float], mine: dict[str, float], rest: float, words: Words) -> float:
    """What the report's other places say for this candidate."""
    if rest <= 0:
        return 0.0
    score = 0.0
    for code, name in ((spot.country, "same_country"), (spot.unit1, "same_unit1"), (spot.unit2, "same_unit2")):
        if code and not (name == "same_unit1" and spot.feature.startswith("PCL")):
            share = max(votes.get(code, 0.0) - mine.get(code, 0.0), 0.0) / max(rest, 1.0)
            score += words.weights[name] * min(share, 1.0) ** 0.5
    return score


def _containment(spot: Spot, container: Sense, answer: Settled, words: Words) -> float:
    """Whether the candidate lies in what the container's name was given, or else in another place of that name."""
    if answer.spot is None:
        return 0.0
    full = words.weights["in_container"]
    if not is_unit(answer.spot):
        return full / 3 if lies_in(spot, answer.spot) else 0.0
    if lies_in(spot, answer.spot):
        return full
    if any(is_unit(other) and lies_in(spot, other) for other in container.spots[:_CONTAINERS]):
        return full / 2
    return words.weights["not_in_container"]


def _content(spot: Spot, inner: Sequence[Sense], words: Words) -> float:
    """Whether a candidate of a container holds what its name was set after ("Springfield, Georgia")."""
    if not inner or not is_unit(spot):
        return 0.0
    held = sum(any(lies_in(other, spot) for other in sense.spots[:_CONTAINERS]) for sense in inner)
    return words.weights["holds"] * held / len(inner)


def _add_nearness(sense: Sense, scores: list[float], index: int, before: list[Settled], words: Words) -> None:
    """Raise the best few candidates by their nearness to places settled already."""
    points = [
        answer.spot
        for j, answer in enumerate(before)
        if j != index and answer.spot and answer.confidence > _SURE and answer.spot.feature.startswith("PPL")
    ]
    if not points:
        return
    best = sorted(range(len(scores)), key=lambda i: -scores[i])[:_NEAR_CANDIDATES]
    for i in best:
        spot = sense.spots[i]
        if spot.lat is None or not spot.feature.startswith(("PPL", "ADM2")):
            continue
        least = min((distance_km(spot, point) for point in points if point.id != spot.id), default=math.inf)
        scores[i] += words.weights["near"] * math.exp(-least / words.weights["near_km"])


def distance_km(one: Spot, other: Spot) -> float:
    """Great-circle distance; infinite where a place has no coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    lat1, lat2 = math.radians(one.lat), math.radians(other.lat)
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(min(1.0, half)))


def _best(sense: Sense, scores: list[float], words: Words) -> Settled:
    """The candidate of the highest score; the confidence is its share of a softmax over all."""
    if not scores:
        return Settled(None, 0.0)
    at = max(range(len(scores)), key=lambda i: (scores[i], -i))
    if sense.kind and not fits_kind(sense.spots[at], sense.kind) and scores[at] < 0:
        return Settled(None, 0.0)
    sharp = words.weights["sharpness"]
    shares = [math.exp(sharp * (score - scores[at])) for score in scores]
    total = sum(shares)
    codes: dict[str, float] = {}
    for spot, share in zip(sense.spots, shares, strict=True):
        if share > _LEAST_SHARE * total and spot.country:
            for code in (spot.country, spot.unit1, spot.unit2):
                if code:
                    codes[code] = codes.get(code, 0.0) + share / total
    return Settled(sense.spots[at], 1.0 / total, codes)
