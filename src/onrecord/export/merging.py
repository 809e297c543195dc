"""Several reports' tellings of one event, as the one row that most formats have room for.

One rule for every field: **the value that most independent reports tell; of equal ones, the earliest report's.**
Copies of one text have one vote, and silence has none. What differs is named in `differing`, and every differing value
stays in the project. Numbers have a rule of their own (`total`), after UCDP's.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, TypeVar

import msgspec

from onrecord.export.records import EventRecord, NumberKind, Numbers, Party, When, Where

T = TypeVar("T")

RULE = (
    "one row per merged event; each field is what most independent reports tell, of equal ones what the earliest "
    "tells; numbers: low is the smallest, high the largest, best the figure of most independent speakers, of equal "
    "ones the lower"
)


def merge_records(key: str, records: Sequence[EventRecord]) -> EventRecord:
    """One record under the project's id of the event, from the tellings that the gate lets through together."""
    ordered = sorted(records, key=lambda record: (record.report.day or "9999", record.id))
    kind = most_told(ordered, lambda record: record.type)
    base = next(record for record in ordered if record.type == kind)
    actors = most_told(ordered, lambda record: record.actors, _keys) or ()
    acting = next((record for record in ordered if record.actors == actors), base)
    return msgspec.structs.replace(
        base,
        id=key,
        contexts=tuple(dict.fromkeys(context for record in ordered for context in record.contexts)),
        status=most_told(ordered, lambda record: record.status) or base.status,
        told_status=most_told(ordered, lambda record: record.told_status) or base.told_status,
        certainty=most_told(ordered, lambda record: record.certainty) or base.certainty,
        actors=actors,
        recipients=most_told(ordered, lambda record: record.recipients, _keys) or (),
        reciprocal=acting.reciprocal,
        where=most_told(ordered, lambda record: record.where, _place),
        when=most_told(ordered, lambda record: record.when, _days),
        conditions=tuple(dict.fromkeys(words for record in ordered for words in record.conditions)),
        figures=tuple(figure for record in ordered for figure in record.figures),
        lead=any(record.lead for record in ordered),
        mentions=tuple(mention for record in ordered for mention in record.mentions),
        reports=tuple({record.report.id: record.report for record in ordered}.values()),
        members=tuple(record.id for record in ordered),
        differing=tuple(_differing(ordered)),
    )


def most_told(
    records: Iterable[EventRecord],
    value_of: Callable[[EventRecord], T],
    identity: Callable[[Any], Hashable] = lambda value: value,
) -> T | None:
    """The value told by most groups of copies; of equal ones that of the first record; None where nobody tells any."""
    votes: dict[Hashable, set[str]] = {}
    values: dict[Hashable, T] = {}
    for record in records:
        value = value_of(record)
        if value:
            which = identity(value)
            votes.setdefault(which, set()).add(record.report.group)
            values.setdefault(which, value)
    return values[max(votes, key=lambda which: len(votes[which]))] if votes else None


def total(record: EventRecord, kind: NumberKind) -> Numbers | None:
    """`low`, `best` and `high` over all figures of a kind; None where nobody gives any.

    low is the smallest and high the largest figure, None where a figure has no such bound ("dozens" has no high). best
    is the figure of most independent speakers, of equal ones the lower; a range counts with its lower end.
    """
    figures = [figure for figure in record.figures if figure.kind == kind]
    if not figures:
        return None
    lows = [figure.low for figure in figures if figure.low is not None]
    highs = [figure.high for figure in figures if figure.high is not None]
    backers: dict[int, set[str]] = {}
    for figure in figures:
        if figure.low is not None:
            backers.setdefault(figure.low, set()).add(figure.voice.key)
    best = min(backers, key=lambda low: (-len(backers[low]), low)) if backers else None
    words = dict.fromkeys(" ".join(figure.text.split()) for figure in figures)
    return Numbers(
        kind=kind,
        low=min(lows) if len(lows) == len(figures) else None,
        best=best,
        high=max(highs) if len(highs) == len(figures) else None,
        text="; ".join(words),
    )


def _differing(records: Sequence[EventRecord]) -> Iterable[str]:
    """Names of the fields of which more than one value is told."""
    fields: tuple[tuple[str, Callable[[EventRecord], Hashable]], ...] = (
        ("type", lambda record: record.type),
        ("actors", lambda record: _keys(record.actors)),
        ("recipients", lambda record: _keys(record.recipients)),
        ("place", lambda record: record.where and _place(record.where)),
        ("date", lambda record: record.when and _days(record.when)),
    )
    for name, value_of in fields:
        if len({value for record in records if (value := value_of(record))}) > 1:
            yield name
    figures = {(f.kind, f.low, f.high) for record in records for f in record.figures}
    for kind in sorted({kind for kind, *_ in figures}):
        if sum(1 for found, *_ in figures if found == kind) > 1:
            yield kind


def _keys(parties: Sequence[Party]) -> Hashable:
    return frozenset(party.key for party in parties)


def _place(where: Where) -> Hashable:
    return where.geonameid or where.name.casefold()


def _days(when: When) -> Hashable:
    return (when.first, when.last)
