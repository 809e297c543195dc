"""UCDP GED's layout: CSV, 49 columns, only acts of violence of which the report says that somebody died."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Final

from onrecord.export.cells import Cell, in_order, write_csv
from onrecord.export.codes import country_of
from onrecord.export.format import Format, Job
from onrecord.export.merging import total
from onrecord.export.pairs import dated, number_of
from onrecord.export.precision import place_precision, ucdp_time
from onrecord.export.records import EventRecord, Numbers, Party
from onrecord.export.sides import is_armed, is_state, is_unarmed

COLUMNS: Final = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date",
    "source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity",
    "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best",
    "high", "low", "gwnoa", "gwnob",
)  # fmt: skip
_STATE, _NON_STATE, _ONE_SIDED = 1, 2, 3
Sides = tuple[int, str, str]  # type of violence, side a, side b


def write(job: Job, out: BinaryIO) -> None:
    """One row an event. UCDP's own registers (conflicts, dyads, thresholds) stay blank: they are not ours to fill."""
    write_csv(out, [COLUMNS], (in_order(COLUMNS, row) for row in _rows(job)))


def _rows(job: Job) -> Iterator[dict[str, Cell]]:
    for event in job.events():
        when, killed, sides = dated(event, job), total(event, "killed"), _sides(event)
        if event.type != "ASSAULT":
            job.tally.refuse("that are no acts of violence")
        elif killed is None or killed.low is None or killed.low < 1:
            job.tally.refuse("of which nobody says that at least one person died")
        elif sides is None:
            job.tally.refuse("of which it cannot be told who fought whom")
        elif when is None:
            job.tally.refuse("without a date, told or of publication")
        else:
            job.tally.wrote(event)
            if when.by_publication:
                job.tally.note("dated by publication")
            yield {
                "id": number_of(event.id),
                "relid": f"onrecord:{event.id}",
                "year": when.first[:4],
                "type_of_violence": sides[0],
                "dyad_name": f"{sides[1]} - {sides[2]}",
                "side_a": sides[1],
                "side_b": sides[2],
                **_sources(event),
                **_place(event),
                "event_clarity": 1,
                "date_prec": ucdp_time(when),
                "date_start": when.first,
                "date_end": when.last,
                **_deaths(killed),
            }


def _sides(event: EventRecord) -> Sides | None:
    """The type of violence with its sides, a state first; None where a side is missing or of no known kind."""
    one, other = (event.actors[:1], event.actors[1:]) if event.reciprocal else (event.actors, event.recipients)
    if not one or not other or not all(map(is_armed, one)):
        return None
    if all(map(is_unarmed, other)):
        return _ONE_SIDED, _names(one), "Civilians"
    if not all(map(is_armed, other)):
        return None
    if any(map(is_state, one)):
        return _STATE, _names(one), _names(other)
    return (
        (_STATE, _names(other), _names(one)) if any(map(is_state, other)) else (_NON_STATE, _names(one), _names(other))
    )


def _names(parties: tuple[Party, ...]) -> str:
    return ", ".join(party.name for party in parties)


def _sources(event: EventRecord) -> dict[str, Cell]:
    articles = (
        f'"{",".join((report.publisher or "", report.day or "", report.title or "")).replace(chr(34), chr(39))}"'
        for report in event.reports
    )
    return {
        "number_of_sources": event.independent,
        "source_article": ";".join(articles),
        "source_office": ";".join(report.publisher or "" for report in event.reports),
        "source_date": ";".join(report.day or "" for report in event.reports),
        "source_headline": ";".join(report.title or "" for report in event.reports),
        "source_original": event.voice.speaker,
    }


def _place(event: EventRecord) -> dict[str, Cell]:
    where = event.where
    if where is None:
        return {}
    country = country_of(where.country)
    cells: dict[str, Cell] = {
        "where_prec": place_precision(where, "ucdp"),
        "where_coordinates": where.name,
        "where_description": where.text,
        "adm_1": where.admin1,
        "country": country.name if country else None,
        "country_id": country.gw if country else None,
        "region": country.ucdp_region if country else None,
    }
    if where.lat is not None and where.lon is not None:
        cells |= {
            "latitude": where.lat,
            "longitude": where.lon,
            "geom_wkt": f"POINT ({where.lon} {where.lat})",
            "priogrid_gid": priogrid_of(where.lat, where.lon),
        }
    return cells


def priogrid_of(lat: float, lon: float) -> int:
    """The PRIO-GRID cell, half a degree wide, counted from the south-west."""
    row, column = min(int((lat + 90) * 2), 359), min(int((lon + 180) * 2), 719)
    return row * 720 + column + 1


def _deaths(killed: Numbers) -> dict[str, Cell]:
    """Deaths by the rule of `merging`; the reading does not say whose dead they are, so all are `deaths_unknown`.

    A figure without an upper bound ("dozens") cannot raise `high` above the figures that are told.
    """
    best = killed.best or 0
    return {
        "deaths_a": 0,
        "deaths_b": 0,
        "deaths_civilians": 0,
        "deaths_unknown": best,
        "best": best,
        "high": max(best, killed.high or 0),
        "low": killed.low,
    }


FORMAT = Format(
    name="ucdp",
    suffix=".csv",
    title="UCDP GED's layout, 49 columns: acts with deaths",
    status="never",
    loses=(
        "more speakers", "certainty", "conditions", "denials", "words", "offsets", "other numbers", "figures", "mode",
        "contexts", "positions", "commitments", "labels",
    ),
    write=write,
)  # fmt: skip
