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
from collections.abc import Mapping
from heapq import nlargest
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from onrecord.knowledge.countries import load_countries
from onrecord.stages.places.candidates import fits_kind, lies_in, own_merits
from onrecord.stages.places.company import support
from onrecord.stages.places.scores import (
    Codes,
    Scored,
    codes_of,
    score_container,
    score_content,
    score_land,
    score_nearness,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.knowledge.gazetteer import Gazetteer, Spot
    from onrecord.language.plain_words import Doc
    from onrecord.reading.document import Document
    from onrecord.reading.entity import Entity
    from onrecord.stages.places.names import Name
    from onrecord.stages.places.words import Words

_ROUNDS = 3
_NEAR_CANDIDATES = 6
_BESIDE = 100  # names before it, and behind it, that it may lie near: a report with more is a list
_SHOWN = 5
_NATIONALITY_VOTE = 0.5
_HOME_VOTE = 1.0
_PARTY_VOTE = 0.5
_SURE = 0.5
_LEAST_SHARE = 0.02
_LOG_MENTIONS = 0.3
_LEAST_TOLD = 1.0
_OTHER_NAME = 2  # rank of a name that is not the place's own
_KNOWN_PEOPLE = 100_000
_TOWN_PEOPLE = 50_000
_CAPITAL = "PPLC"  # stands for its state as often as for itself: what is told of it may be anywhere
_LIST = frozenset({",", "and", "or", "&"})


class Settled(NamedTuple):
    """The place that a name means; None where the gazetteer has none that fits.

    Attributes:
        spot: the place.
        confidence: how sure that is, given that the gazetteer has the place.
        codes: how sure its country and units are, by code.
        best: the candidates with the highest scores, the place first.
    """

    spot: Spot | None
    confidence: float
    codes: Mapping[str, float] = MappingProxyType({})
    best: tuple[Scored, ...] = ()


class Sense(NamedTuple):
    """Names that mean one place: their candidates with the codes, the container's key, and the votes they have.

    `listed` are the senses that stand beside it in a list ("Kandahar and Jalalabad").
    """

    key: str
    spots: tuple[Spot, ...]
    kind: tuple[str, ...]
    container: int | None
    mentions: int
    codes: tuple[Codes, ...]
    listed: frozenset[int] = frozenset()


def settle(
    names: Sequence[Name], doc: Doc, document: Document, parties: Sequence[Entity], words: Words, gazetteer: Gazetteer
) -> list[Settled]:
    """Give each name its place. Time grows with names times candidates, both bounded per name."""
    senses, of_name = group_names(names)
    senses = _with_lists(senses, of_name, names, doc)
    outside = outside_votes(doc, document, parties, gazetteer)
    units = frozenset(spot.id for sense in senses for spot in sense.spots if spot.feature == "ADM2" and not spot.rank)
    merits = [own_merits(sense.spots, sense.kind, units, words) for sense in senses]
    near = support([(sense.key, sense.spots) for sense in senses])
    weight = words.weights["close_company"]
    scored = [
        [Scored(spot, own, weight * close**0.5) for spot, own, close in zip(sense.spots, *pair, strict=True)]
        for sense, *pair in zip(senses, merits, near, strict=True)
    ]
    answers = [_best(sense, rows, words) for sense, rows in zip(senses, scored, strict=True)]
    for _ in range(_ROUNDS):
        answers = _round(senses, scored, answers, outside, words)
    return [answers[i] for i in of_name]


def group_names(names: Sequence[Name]) -> tuple[list[Sense], list[int]]:
    """Join the names that have one sense; the second list gives each name's sense.

    "Kaduna state" is another than the town of Kaduna where the report names both; the name alone is the town.
    """
    towns = {name.key for name in names if name.kind and all(code.startswith("PPL") for code in name.kind)}
    chosen: dict[tuple[str, str | None, bool], list[int]] = {}
    first_container: dict[str, str] = {}
    for name in names:
        if name.container is not None:
            first_container.setdefault(name.key, names[name.container].key)
    of_name: list[tuple[str, str | None, bool]] = []
    for i, name in enumerate(names):
        container = names[name.container].key if name.container is not None else first_container.get(name.key)
        is_unit = name.key in towns and bool(name.kind) and all(code.startswith("ADM") for code in name.kind)
        of_name.append((name.key, container, is_unit))
        chosen.setdefault(of_name[-1], []).append(i)
    order = {key: i for i, key in enumerate(chosen)}
    senses = []
    for (key, *_), members in chosen.items():
        kind = next((names[i].kind for i in members if names[i].kind), ())
        at = next((names[i].container for i in members if names[i].container is not None), None)
        holder = order[of_name[at]] if at is not None else None
        spots = names[members[0]].spots
        senses.append(Sense(key, spots, kind, holder, len(members), tuple(map(codes_of, spots))))
    return senses, [order[key] for key in of_name]


def _with_lists(senses: list[Sense], of_name: list[int], names: Sequence[Name], doc: Doc) -> list[Sense]:
    """The senses with those beside which they are listed, by "and" or commas that make none the other's container."""
    beside: dict[int, set[int]] = defaultdict(set)
    for at, (one, other) in enumerate(pairwise(names)):
        between = {token.lower_ for token in doc[one.last : other.first]}
        first, second = of_name[at], of_name[at + 1]
        if between and between <= _LIST and one.container is None and first != second:
            beside[first].add(second)
            beside[second].add(first)
    return [sense._replace(listed=frozenset(beside[at])) for at, sense in enumerate(senses)]


def outside_votes(doc: Doc, document: Document, parties: Sequence[Entity], gazetteer: Gazetteer) -> dict[str, float]:
    """Votes for countries and units from what is no place name: nationalities, known parties, the publisher's home."""
    votes: dict[str, float] = defaultdict(float)
    countries = load_countries()
    for entity in doc.ents:
        code = countries.nationality(entity.text) if entity.label_ == "NORP" else None
        state = gazetteer.state(code) if code else None
        if state:
            votes[state.iso2] += _NATIONALITY_VOTE
    for party in parties:
        state = gazetteer.state(party.country) if party.country and party.actor else None
        if state:
            votes[state.iso2] += _PARTY_VOTE
    for code in _of_title(document.title or "", gazetteer):
        votes[code] += _NATIONALITY_VOTE
    for spot in _homes(document.publisher or "", gazetteer):
        for code in (spot.country, spot.unit1):
            if code:
                votes[code] += _HOME_VOTE
    return votes


def _of_title(title: str, gazetteer: Gazetteer) -> set[str]:
    """The countries that a report's title names, by name or nationality ("Bolivia's Morales flies to Mexico")."""
    countries = load_countries()
    words = [word.strip("'’\"“”.,:;!?()") for word in title.replace("’s", "").replace("'s", "").split()]
    codes = [countries.by_name(word) or countries.nationality(word) for word in words if word[:1].isupper()]
    states = [gazetteer.state(code) for code in codes if code]
    return {state.iso2 for state in states if state}


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
    senses: list[Sense], scored: list[list[Scored]], before: list[Settled], outside: Mapping[str, float], words: Words
) -> list[Settled]:
    """Score every sense against what the round before gave the others."""
    votes = defaultdict(float, outside)
    total = sum((weight for code, weight in outside.items() if "." not in code), start=0.0)
    weights = [1.0 + _LOG_MENTIONS * math.log(sense.mentions) for sense in senses]
    for weight, answer in zip(weights, before, strict=True):
        total += weight if answer.codes else 0.0
        for code, sure in answer.codes.items():
            votes[code] += weight * sure
    inner: dict[int, list[Sequence[Spot]]] = {}
    for sense in senses:
        if sense.container is not None and sense.spots:
            inner.setdefault(sense.container, []).append(sense.spots)
    out = []
    for i, sense in enumerate(senses):
        mine = {code: weights[i] * sure for code, sure in before[i].codes.items()}
        rest = total - (weights[i] if before[i].codes else 0.0)
        container = before[sense.container].spot if sense.container is not None else None
        others = senses[sense.container].spots if sense.container is not None else ()
        listed = () if any(spot.feature == _CAPITAL for spot in sense.spots) else sense.listed  # "Chicago and Vienna"
        rows = []
        for row, codes in zip(scored[i], sense.codes, strict=True):
            spot, holder = row.spot, 0.0
            if container:
                holder += score_container(spot, container, others, words)
            if i in inner:
                holder += score_content(spot, inner[i], words)
            if listed:
                holder += words.weights["listed"] * max(before[j].codes.get(codes[0] or "", 0.0) for j in listed)
            rows.append(Scored(spot, row.own, row.close, score_land(spot, codes, votes, mine, rest, words), holder))
        _add_nearness(rows, [*before[max(0, i - _BESIDE) : i], *before[i + 1 : i + 1 + _BESIDE]], words)
        answer = _best(sense, rows, words)
        out.append(answer if not _is_elsewhere(answer.spot, container) else Settled(None, 0.0, best=answer.best))
    return out


def _add_nearness(rows: list[Scored], answers: list[Settled], words: Words) -> None:
    """Raise the best few candidates by their nearness to places settled already."""
    points = [
        answer.spot
        for answer in answers
        if answer.spot
        and answer.confidence > _SURE
        and answer.spot.feature.startswith("PPL")
        and answer.spot.feature != _CAPITAL
    ]
    if points:
        for i in nlargest(_NEAR_CANDIDATES, range(len(rows)), key=lambda i: rows[i].total):
            rows[i] = rows[i]._replace(near=score_nearness(rows[i].spot, points, words))


def _is_elsewhere(spot: Spot | None, container: Spot | None) -> bool:
    """Whether it is a small place that does not lie in the state said to hold it ("Fairview, W.Va.")."""
    if spot is None or container is None or container.feature != "ADM1" or not spot.feature.startswith("PPL"):
        return False
    return spot.population < _TOWN_PEOPLE and not lies_in(spot, container)


def _is_far_fetched(row: Scored, kind: tuple[str, ...]) -> bool:
    """Whether it is a small place in a country that nothing else in the report speaks of, by a doubtful name.

    Another of its names, or one without a word that says another kind: a town San Nicolas for "San Nicolas Island".
    """
    spot, told = row.spot, row.land + row.close + row.holder
    alone = told < _LEAST_TOLD and row.near < _SURE
    doubtful = spot.rank == _OTHER_NAME or (kind and not fits_kind(spot, kind))
    return bool(alone and doubtful and spot.population < _KNOWN_PEOPLE and spot.feature.startswith("PPL"))


def _best(sense: Sense, rows: list[Scored], words: Words) -> Settled:
    """The candidate of the highest score; the confidence is its share of a softmax over all."""
    if not rows:
        return Settled(None, 0.0)
    scores = [row.total for row in rows]
    order = nlargest(_SHOWN, range(len(rows)), key=lambda i: (scores[i], -i))
    at, best = order[0], tuple(rows[i] for i in order)
    if sense.kind and not fits_kind(sense.spots[at], sense.kind) and scores[at] < 0:
        return Settled(None, 0.0, best=best)
    if _is_far_fetched(rows[at], sense.kind):
        return Settled(None, 0.0, best=best)
    sharp = words.weights["sharpness"]
    shares = [math.exp(sharp * (score - scores[at])) for score in scores]
    total = sum(shares)
    codes: dict[str, float] = {}
    for own, share in zip(sense.codes, shares, strict=True):
        if share > _LEAST_SHARE * total and own[0]:
            for code in filter(None, own):
                codes[code] = codes.get(code, 0.0) + share / total
    return Settled(sense.spots[at], 1.0 / total, codes, best)
