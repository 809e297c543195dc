"""ICEWS: tab-separated, 20 columns, one row for each actor and target. `Source` is the actor there, not the speaker."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from onrecord.export.cells import Cell, write_tsv
from onrecord.export.codes import country_name, icews_sectors, is_city
from onrecord.export.format import Format, Job
from onrecord.export.pairs import coded_pairs, pair_number
from onrecord.export.precision import place_kind
from onrecord.export.records import EventRecord, Party, Where

COLUMNS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
    "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher",
    "City", "District", "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip


def write(job: Job, out: BinaryIO) -> None:
    """One row for each pair of parties; what parties do to one another stands both ways."""
    write_tsv(out, [COLUMNS], _rows(job))


def _rows(job: Job) -> Iterator[list[Cell]]:
    for event, cameo, when, pairs in coded_pairs(job):
        for actor, recipient in pairs:
            yield [
                pair_number(event, (actor, recipient)),
                when.first,
                *_party(actor),
                cameo.label,
                cameo.code,
                cameo.goldstein,
                *_party(recipient),
                int(event.report.sha256[:16], 16) >> 1,
                event.sentence,
                event.report.publisher,
                *_place(event),
            ]


def _party(party: Party | None) -> list[Cell]:
    """Name, sectors, country; who is told only by role is written as "Police (Bresia)"."""
    if party is None:
        return [None, None, None]
    country = country_name(party.country)
    name = party.name
    if not party.named:
        name = name[:1].upper() + name[1:] + (f" ({country})" if country and country not in name else "")
    return [name, ",".join(icews_sectors(party)), country]


def _place(event: EventRecord) -> list[Cell]:
    where = event.where
    if where is None:
        return [None] * 6
    return [
        where.name if is_city(where) else None,
        where.name if place_kind(where) == "district" else None,
        _province(where),
        country_name(where.country),
        where.lat,
        where.lon,
    ]


def _province(where: Where) -> str | None:
    return where.admin1 or (where.name if place_kind(where) == "province" else None)


FORMAT = Format(
    name="icews",
    suffix=".tsv",
    title="ICEWS, 20 columns, tab-separated, CAMEO",
    status="apart",
    loses=(
        "speaker", "certainty", "conditions", "denials", "words", "numbers", "dates", "parties", "contexts", "mode",
        "reports", "positions", "commitments", "labels",
    ),
    write=write,
)  # fmt: skip
