"""Which tellings are worth comparing: those that share a day and a name, or stand in one report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from onrecord.merge.telling import OPEN, Telling

_MAX_BLOCK = 200  # a block that holds more tells nothing: its name is on every page of that day
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)


def find_pairs(tellings: Sequence[Telling]) -> tuple[tuple[int, int], ...]:
    """Pairs of places in `tellings`, smaller first, in ascending order.

    Two tellings meet where they are of one kind (words or deeds, for or against; planned or not) and share a name, a
    place or a party and either the day of the act (one day more or less) or the week of the report (one more or less);
    or the country and a day that they name; or where they stand in one report.
    """
    blocks: dict[tuple[object, ...], list[int]] = {}
    for at, telling in enumerate(tellings):
        for key in _keys(telling):
            blocks.setdefault((telling.quad, telling.status in OPEN, *key), []).append(at)
    return tuple(
        sorted({pair for block in blocks.values() if len(block) <= _MAX_BLOCK for pair in combinations(block, 2)})
    )


def _keys(telling: Telling) -> Iterator[tuple[object, ...]]:
    yield ("report", telling.report)
    tokens = set(telling.names)
    tokens |= {party.actor for party in (*telling.actors, *telling.recipients) if party.actor}
    if telling.where:
        tokens.add(telling.where.geonameid or telling.where.name)
    if telling.where and telling.when and telling.when.source != "report":
        yield from (("country", telling.where.country, day) for day in _with_next(telling.when.first, _DAY))
    if telling.published:  # an act told without a name ("the two men were arrested") in reports that name the same
        monday = telling.published - telling.published.weekday() * _DAY
        for token in sorted(telling.story):
            yield from (("story", telling.type, token, day) for day in _with_next(monday, _WEEK))
    for token in sorted(tokens):
        if telling.when:
            yield from (("day", token, day) for day in _with_next(telling.when.first, _DAY))
        if telling.published:
            monday = telling.published - telling.published.weekday() * _DAY
            yield from (("week", token, day) for day in _with_next(monday, _WEEK))


def _with_next(day: date, step: timedelta) -> tuple[date, date]:
    return day, day + step
