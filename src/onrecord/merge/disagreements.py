"""Where the reports of one event disagree: whether it happened, how many, who did it, where and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import Literal

import msgspec

from onrecord.merge.alike import LIKENESS, holds, is_turned_round, likeness, nearness
from onrecord.merge.claims import Claim, called
from onrecord.merge.corroborate import EventRecord
from onrecord.merge.telling import AFFIRMED, DENIED, Party, Telling

Kind = Literal["denied", "number", "actor", "place", "day"]
_DEEDS_AGAINST = 4  # PLOVER's quad of material conflict
_OUTLAWS = frozenset({"REB", "UAF", "CRM"})  # PLOVER's sectors of those who fight without a state
COUNTED = ("killed", "injured", "arrested", "displaced", "crowd")


class Disagreement(msgspec.Struct, frozen=True, kw_only=True):
    """Values of one field that differ.

    Attributes:
        field: `status`, `killed`, `actor`, `place`, `day`, ….
        compatible: both can be true ("at least 18" and 22); a later count may also be a newer one: see the days.
        claims: the differing values with their speakers, the earliest report first.
    """

    kind: Kind
    field: str
    compatible: bool
    claims: tuple[Claim, ...]


def find_disagreements(record: EventRecord, tellings: Sequence[Telling]) -> tuple[Disagreement, ...]:
    """All fields of an event on which its reports differ; silence on a field is no disagreement.

    Doers differ only of deeds against somebody, where both are named and cannot be the same, or are soldiers of two
    countries, or an army and rebels, and one victim is theirs; numbers also within one report.
    """
    found = [*_denied(record.values), *_numbers(record.values)]
    if all(telling.quad == _DEEDS_AGAINST for telling in tellings):  # who speaks, meets or helps makes the act
        found += _actors(record.values, tellings)
    found += _circumstances(record.values, tellings)
    return tuple(found)


def _denied(values: Mapping[str, Sequence[Claim]]) -> Iterator[Disagreement]:
    claims = tuple(c for c in values.get("status", ()) if c.value in AFFIRMED | DENIED)
    told = {claim.value for claim in claims}
    if told & AFFIRMED and told & DENIED:
        yield Disagreement(kind="denied", field="status", compatible=False, claims=claims)


def _numbers(values: Mapping[str, Sequence[Claim]]) -> Iterator[Disagreement]:
    for field in COUNTED:
        claims = tuple(values.get(field, ()))
        if len(claims) > 1:
            compatible = all(_overlap(a.value, b.value) for a, b in combinations(claims, 2))
            yield Disagreement(kind="number", field=field, compatible=compatible, claims=claims)


def _overlap(one: Sequence[int | None], other: Sequence[int | None]) -> bool:
    """Whether some number fits both [low, high]; None is open."""
    lows = [low for low, _ in (one, other) if low is not None]
    highs = [high for _, high in (one, other) if high is not None]
    return not (lows and highs) or max(lows) <= min(highs)


def _actors(values: Mapping[str, Sequence[Claim]], tellings: Sequence[Telling]) -> Iterator[Disagreement]:
    """Doers that cannot be the same, of tellings that may be of one victim; who acts side by side agrees."""
    beside = {frozenset(pair) for telling in tellings for pair in combinations(map(called, telling.actors), 2)}
    differing: set[str] = set()
    for one, other in combinations(_each_once(tellings), 2):
        victims = _victims(one, other)
        turned = one.report != other.report and one.entry == other.entry and is_turned_round(one, other)
        for a, b in product(one.actors, other.actors):
            pair = frozenset({called(a), called(b)})
            if not pair <= differing and pair not in beside and (turned or _differ(a, b, victims)):
                differing |= pair
    claims = tuple(claim for claim in values.get("actor", ()) if claim.value in differing)
    if len(claims) > 1:
        yield Disagreement(kind="actor", field="actor", compatible=False, claims=claims)


def _each_once(tellings: Sequence[Telling]) -> list[Telling]:
    """One of all tellings that name the same doers and victims: many reports tell of one act alike."""
    named = {(tuple(map(called, t.actors)), tuple(map(called, t.recipients))): t for t in tellings if t.actors}
    return list(named.values())


def _victims(one: Telling, other: Telling) -> str:
    """The best that can be said of how those are alike to whom it was done; "unknown" where one telling names none."""
    found = {likeness(a, b) for a, b in product(one.recipients, other.recipients)} or {"unknown"}
    return max(found, key=LIKENESS.index)


def _differ(one: Party, other: Party, victims: str) -> bool:
    """Whether two doers cannot be the same: by name or, of one victim, by country or by camp."""
    if victims == "other" or likeness(one, other) != "other":
        return False
    if one.named and other.named:
        return not holds(one, other)  # "the Taliban" may be the Pakistani Taliban
    states = {one.country, other.country}
    foes = [_OUTLAWS.isdisjoint(party.sectors) for party in (one, other) if party.sectors]
    return victims in {"same", "alike"} and (len(set(foes)) > 1 or (None not in states and len(states) > 1))


def _circumstances(values: Mapping[str, Sequence[Claim]], tellings: Sequence[Telling]) -> Iterator[Disagreement]:
    places = {t.where for t in tellings if t.where and t.where.source == "own"}  # many tell of one
    if any(nearness(one, other) == "other place" for one, other in combinations(places, 2)):
        yield Disagreement(kind="place", field="place", compatible=False, claims=tuple(values["place"]))
    days = {t.when for t in tellings if t.when and t.when.source == "own"}
    if any(one.first > other.last or other.first > one.last for one, other in combinations(days, 2)):
        yield Disagreement(kind="day", field="day", compatible=False, claims=tuple(values["day"]))
