"""Which tellings are worth comparing: those that share a day and a name, or stand in one report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from onrecord.merge.telling import Telling
from onrecord.store.pairs import pairs_sharing

_MAX_BLOCK = 200  # a block that holds more tells nothing: its name is on every page of that day
_DAY, _WEEK = 1, 7


def find_pairs(tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """Pairs of places in `tellings`, smaller first, in ascending order.

    Two tellings meet where they are of one kind (words or deeds, for or against; to be, not to be,
    or of what has been) and share a name, a
    place or a party and either the day of the act (one day more or less) or the week of the report (one more or less);
    or the country and a day that they name; or where they stand in one report; or where they are of one type and their
    reports, of a week, name the same.
    """
    stories = {telling.report: telling.story for telling in tellings}
    named = Counter(name for story in stories.values() for name in story)
    common = frozenset(name for name, reports in named.items() if reports > 1)
    blocks = (
        ((telling.quad, telling.outlook, *key), at)
        for at, telling in enumerate(tellings)
        for key in _keys(telling, common)
    )
    return pairs_sharing(blocks, _MAX_BLOCK)


def _keys(telling: Telling, common: frozenset[str]) -> Iterator[tuple[object, ...]]:
    yield ("report", telling.report)
    tokens = set(telling.names)
    tokens |= {party.actor for party in (*telling.actors, *telling.recipients) if party.actor}
    if telling.where:
        tokens.add(telling.where.geonameid or telling.where.name)
    if telling.where and telling.when and telling.when.source != "report":
        yield from (("country", telling.where.country, day) for day in _with_next(telling.when.first, _DAY))
    if telling.published:  # an act told without a name ("the two men were arrested") in reports that name the same
        monday = telling.published - timedelta(days=telling.published.weekday())
        for token in telling.story & common:
            yield from (("story", telling.type, token, day) for day in _with_next(monday, _WEEK))
    for token in tokens:
        if telling.when:
            yield from (("day", token, day) for day in _with_next(telling.when.first, _DAY))
        if telling.published:
            monday = telling.published - timedelta(days=telling.published.weekday())
            yield from (("week", token, day) for day in _with_next(monday, _WEEK))


def _with_next(day: date, step: int) -> tuple[int, int]:
    return day.toordinal(), day.toordinal() + step
