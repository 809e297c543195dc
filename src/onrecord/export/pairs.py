"""Events as pairs of parties, for formats in which one row has one actor and one recipient."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import permutations, product
from typing import NamedTuple

from onrecord.export.codes import Cameo, cameo_of
from onrecord.export.dates import published_day, when_published
from onrecord.export.format import Job
from onrecord.export.records import EventRecord, Party, When

MAX_PARTIES = 5
MAX_ROWS = MAX_PARTIES * (MAX_PARTIES - 1)

Pair = tuple[Party | None, Party | None]


def pairs_of(record: EventRecord, *, all_pairs: bool) -> Sequence[Pair] | None:
    """Actor and recipient of each row; a side that nobody tells is None, never filled.

    What parties do to one another is written both ways, so n of them give n(n - 1) rows. None where that would be more
    than 20 rows and not every pair was asked for.
    """
    pairs: Iterable[Pair]
    if record.reciprocal:
        parties = tuple({party.key: party for party in record.actors}.values())
        pairs = permutations(parties, 2) if len(parties) > 1 else product(parties, (None,))
    else:
        pairs = product(record.actors or (None,), record.recipients or (None,))
    rows = list({(a and a.key, b and b.key): (a, b) for a, b in pairs}.values())
    return None if len(rows) > MAX_ROWS and not all_pairs else rows


def number_of(key: str) -> int:
    """An integer id: the first 63 bits of the SHA-256 of `key`."""
    return int.from_bytes(hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()[:8], "big") >> 1


def pair_number(record: EventRecord, pair: Pair) -> int:
    """An integer id for one pair of one event, the same in all files."""
    return number_of("\x1f".join((record.id, *(party.key if party else "" for party in pair))))


class Coded(NamedTuple):
    """An event that has what formats of pairs ask for."""

    event: EventRecord
    cameo: Cameo
    when: When
    pairs: Sequence[Pair]


def coded_pairs(job: Job) -> Iterator[Coded]:
    """Events that have a CAMEO code, a party and a date, with their pairs; all others are refused and counted."""
    for record in job.events():
        when, cameo = dated(record, job), cameo_of(record.cameo)
        if cameo is None:
            job.tally.refuse("without a CAMEO code")
        elif not record.actors and not record.recipients:
            job.tally.refuse("without any party")
        elif when is None:
            job.tally.refuse("without a date, told or of publication")
        elif (pairs := pairs_of(record, all_pairs=job.options.all_pairs)) is None:
            job.tally.refuse(f"with more than {MAX_ROWS} pairs of parties (use --all-pairs)")
        else:
            job.tally.wrote(record, len(pairs))
            if when.by_publication:
                job.tally.note("dated by publication")
            yield Coded(record, cameo, when, pairs)


def dated(record: EventRecord, job: Job) -> When | None:
    """When it happened; where the report tells no date, the day on which it was published."""
    return record.when or when_published(record.report.day or published_day(job.options.stamp))
