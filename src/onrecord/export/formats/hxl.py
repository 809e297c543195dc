"""HXL: a spreadsheet with a row of hashtags under the header, for humanitarian data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Final

from onrecord.export.cells import Cell, write_csv
from onrecord.export.format import Format, Job
from onrecord.export.merging import total
from onrecord.export.precision import place_kind
from onrecord.export.records import EventRecord

COLUMNS: Final = (
    ("event_id", "#event+id"),
    ("date_start", "#date+start"),
    ("date_end", "#date+end"),
    ("type", "#event+type"),
    ("actor", "#org+actor"),
    ("target", "#org+target"),
    ("adm1_name", "#adm1+name"),
    ("adm1_code", "#adm1+code"),
    ("place", "#loc+name"),
    ("lat", "#geo+lat"),
    ("lon", "#geo+lon"),
    ("killed", "#affected+killed"),
    ("status", "#status"),
    ("source", "#meta+source"),
    ("url", "#meta+url"),
)


def write(job: Job, out: BinaryIO) -> None:
    """One row an event, under the header and the hashtags."""
    heads = [[head for head, _ in COLUMNS], [tag for _, tag in COLUMNS]]
    write_csv(out, heads, map(_row, _events(job)))


def _events(job: Job) -> Iterator[EventRecord]:
    for event in job.material.events():
        job.tally.wrote(event)
        yield event


def _row(event: EventRecord) -> list[Cell]:
    where, killed = event.where, total(event, "killed")
    province = (where.admin1 or (where.name if place_kind(where) == "province" else None)) if where else None
    return [
        event.id,
        event.when.first if event.when else None,
        event.when.last if event.when else None,
        event.type,
        "; ".join(party.name for party in event.actors),
        "; ".join(party.name for party in event.recipients),
        province,
        None,
        where.name if where else None,
        where.lat if where else None,
        where.lon if where else None,
        killed.low if killed and killed.low == killed.high else None,
        event.status,
        event.told_by,
        event.report.url,
    ]


FORMAT = Format(
    name="hxl",
    suffix=".csv",
    title="HXL: CSV with a row of hashtags",
    status="field",
    loses=(
        "certainty", "conditions", "denials", "words", "offsets", "other numbers", "ranges", "figures", "mode",
        "contexts", "reports", "positions", "commitments", "labels",
    ),
    write=write,
)  # fmt: skip
