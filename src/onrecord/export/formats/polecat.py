"""POLECAT: tab-separated, 40 columns, lists joined by `;`, the word None for what is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO

from onrecord.export.cells import Cell, write_tsv
from onrecord.export.codes import country_name, country_of, is_city
from onrecord.export.format import Format, Job
from onrecord.export.pairs import dated
from onrecord.export.records import EventRecord, Party, When, Where

_SIDE = (
    "{0} Name", "{0} Country", "{0} COW", "Primary {0} Sector", "{0} Sectors", "{0} Title", "{0} Name Raw",
    "Wikipedia {0} ID",
)  # fmt: skip
COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    *(name.format("Actor") for name in _SIDE),
    *(name.format("Recipient") for name in _SIDE),
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language",
    "Version",
)  # fmt: skip
NONE = "None"


def write(job: Job, out: BinaryIO) -> None:
    """One row an event; an event without any date is refused."""
    stories: dict[str, tuple[str, str, str]] = {}
    for digest in job.material.digests():
        people = _unique(party.name for party in digest.parties if party.type == "person" and party.named)
        groups = ("organization", "group")
        organizations = _unique(party.name for party in digest.parties if party.type in groups and party.named)
        stories[digest.report.id] = (people, organizations, _unique(digest.places))
    write_tsv(out, [COLUMNS], _rows(job, stories))


def _rows(job: Job, stories: dict[str, tuple[str, str, str]]) -> Iterator[list[Cell]]:
    for event in job.events():
        when = dated(event, job)
        if when is None:
            job.tally.refuse("without a date, told or of publication")
            continue
        job.tally.wrote(event)
        if when.by_publication:
            job.tally.note("dated by publication")
        yield [NONE if cell is None or cell == "" else cell for cell in _row(event, when, stories[event.report.id])]


def _row(event: EventRecord, when: When, story: Sequence[str]) -> list[Cell]:
    report = event.report
    return [
        f"{event.id}_{event.type}",
        when.first,
        event.type,
        event.mode,
        event.score,
        event.quad,
        "; ".join(event.contexts),
        *_side(event.actors),
        *_side(event.recipients),
        *_place(event.where),
        report.publisher,
        report.day,
        *story,
        report.language,
        f"onrecord {report.onrecord}",
    ]


def _place(where: Where | None) -> list[Cell]:
    if where is None:
        return [None] * 10
    return [
        where.name,
        where.name if is_city(where) else None,
        None,
        where.admin1,
        country_name(where.country),
        where.lat,
        where.lon,
        where.geonameid,
        where.text,
        where.feature,
    ]


def _side(parties: Sequence[Party]) -> list[Cell]:
    """Eight lists, all with one place for each party."""
    columns: tuple[Callable[[Party], object], ...] = (
        lambda party: party.name,
        lambda party: country_name(party.country) or party.country,
        lambda party: country.cow if (country := country_of(party.country)) else None,
        lambda party: party.sectors[0] if party.sectors else None,
        lambda party: "|".join(party.sectors),
        lambda party: party.role,
        lambda party: party.text,
        lambda _: None,  # the actor base holds no Wikipedia titles
    )
    return [";".join(_item(column(party)) for party in parties) for column in columns]


def _item(value: object) -> str:
    return str(value).replace(";", ",") if value not in (None, "") else NONE


def _unique(names: Iterator[str] | Sequence[str]) -> str:
    return ";".join(dict.fromkeys(name.replace(";", ",") for name in names))


FORMAT = Format(
    name="polecat",
    suffix=".tsv",
    title="POLECAT, 40 columns, tab-separated",
    status="apart",
    loses=(
        "speaker", "certainty", "conditions", "denials", "words", "offsets", "numbers", "dates", "reports",
        "positions", "commitments", "labels",
    ),
    write=write,
)  # fmt: skip
