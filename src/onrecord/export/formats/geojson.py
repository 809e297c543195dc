"""GeoJSON (RFC 7946): a feature for each event, with coordinates as longitude, latitude; no place, no geometry."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from onrecord.export.format import Format, Job
from onrecord.export.json_text import to_json
from onrecord.export.merging import total
from onrecord.export.records import EventRecord


def write(job: Job, out: BinaryIO) -> None:
    """One FeatureCollection. An event without a place keeps its feature, so that counts agree."""
    out.write(b'{"type":"FeatureCollection","features":[')
    out.writelines((b",\n" if number else b"\n") + to_json(feature) for number, feature in enumerate(_features(job)))
    out.write(b"\n]}\n")


def _features(job: Job) -> Iterator[dict[str, Any]]:
    for event in job.material.events():
        job.tally.wrote(event)
        where = event.where
        placed = where is not None and where.lat is not None and where.lon is not None
        if not placed:
            job.tally.note("without a place on the map (geometry null)")
        elif where is not None and where.precision in ("region", "country"):
            job.tally.note("drawn at the middle of a region or country (see place_precision)")
        yield {
            "type": "Feature",
            "id": event.id,
            "geometry": {"type": "Point", "coordinates": [where.lon, where.lat]} if where and placed else None,
            "properties": _properties(event),
        }


def _properties(event: EventRecord) -> dict[str, Any]:
    where, when, report = event.where, event.when, event.report
    killed, injured = total(event, "killed"), total(event, "injured")
    return {
        "type": event.type,
        "mode": event.mode,
        "contexts": "; ".join(event.contexts),
        "cameo": event.cameo,
        "quad": event.quad,
        "score": event.score,
        "status": event.status,
        "certainty": event.certainty,
        "actors": "; ".join(party.name for party in event.actors),
        "recipients": "; ".join(party.name for party in event.recipients),
        "date_start": when.first if when else None,
        "date_end": when.last if when else None,
        "date_words": when.text if when else None,
        "place": where.name if where else None,
        "place_words": where.text if where else None,
        "place_precision": where.precision if where else None,
        "geonameid": where.geonameid if where else None,
        "admin1": where.admin1 if where else None,
        "country": where.country if where else None,
        "killed_low": killed.low if killed else None,
        "killed_high": killed.high if killed else None,
        "injured_low": injured.low if injured else None,
        "injured_high": injured.high if injured else None,
        "told_by": event.told_by,
        "quote": event.quote.words or None,
        "start": event.trigger.start,
        "end": event.trigger.end,
        "publisher": report.publisher,
        "published": report.published,
        "record_url": f"urn:onrecord:{event.id}",
        "source_url": report.url,
        "reports": len(event.reports),
        "independent_reports": event.independent,
        "speakers": event.speakers,
    }


FORMAT = Format(
    name="geojson",
    suffix=".geojson",
    title="GeoJSON, one feature an event, for QGIS and web maps",
    status="field",
    loses=("conditions", "denials", "other numbers", "figures", "positions", "commitments", "labels"),
    write=write,
)
