"""The events of many readings as one flat Arrow table, for counting in DuckDB, pandas or R."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pyarrow as pa

from onrecord.reading.entity import Entity
from onrecord.reading.event import Event
from onrecord.reading.place import Place
from onrecord.reading.reading import Reading, load_json
from onrecord.reading.span import Argument
from onrecord.reading.who_says import WhoSays

_NUMBERS = ("killed", "injured", "arrested", "displaced", "crowd")
_WORDS = pa.list_(pa.string())

# One row an event. `parties` are names, `countries` ISO 3166 alpha-3, in the same order, "" where none is known;
# `time` is a TIMEX3 value; `told_by` is the chain of speakers, nearest first.
EVENTS = pa.schema(
    [
        *((name, pa.string()) for name in ("report", "publisher", "published", "event", "type", "mode")),
        ("contexts", _WORDS),
        ("cameo", pa.string()),
        ("quad", pa.int8()),
        ("score", pa.float64()),
        *((name, pa.string()) for name in ("status", "polarity", "certainty", "trigger")),
        ("start", pa.int32()),
        ("end", pa.int32()),
        *((name, _WORDS) for name in ("actors", "actor_countries", "recipients", "recipient_countries")),
        *((name, pa.string()) for name in ("place", "geonameid", "country", "time", "told_by", "same_as", "rule")),
        ("lat", pa.float64()),
        ("lon", pa.float64()),
        *((f"{name}_{end}", pa.int64()) for name in _NUMBERS for end in ("low", "high")),
    ]
)


def list_events(readings: pa.Table) -> pa.Table:
    """The events in a table of readings (schema `READINGS`), in its order, as a table of schema `EVENTS`."""
    rows = [
        row for text in readings.column("reading").to_pylist() if text is not None for row in _events(load_json(text))
    ]
    return pa.Table.from_pylist(rows, schema=EVENTS)


def _events(reading: Reading) -> Iterator[dict[str, Any]]:
    voices = WhoSays(reading)
    entities = {entity.id: entity for entity in reading.entities}
    places = {place.id: place for place in reading.places}
    times = {time.id: time.value for time in reading.times}
    for event in reading.events:
        yield {
            "report": reading.id,
            "publisher": reading.document.publisher,
            "published": reading.document.published,
            **_what(event),
            "actors": [voices.name(argument) for argument in event.actors],
            "actor_countries": _countries(event.actors, entities),
            "recipients": [voices.name(argument) for argument in event.recipients],
            "recipient_countries": _countries(event.recipients, entities),
            **_where(places.get(event.place or "")),
            "time": times.get(event.time or ""),
            "told_by": voices.told_by(event.attribution),
        }


def _what(event: Event) -> dict[str, Any]:
    told = {"event": event.id, "trigger": event.trigger.text, "start": event.trigger.start, "end": event.trigger.end}
    same = {name: getattr(event, name) for name in ("type", "mode", "cameo", "quad", "score", "same_as", "rule")}
    judged = {name: getattr(event.factuality, name) for name in ("status", "polarity", "certainty")}
    return {**told, **same, **judged, "contexts": list(event.contexts), **_numbers(event)}


def _numbers(event: Event) -> dict[str, int | None]:
    claims = ((name, getattr(event.numbers, name)) for name in _NUMBERS)
    return {f"{name}_{end}": getattr(claim, end) for name, claim in claims if claim for end in ("low", "high")}


def _where(place: Place | None) -> dict[str, Any]:
    if place is None:
        return {}
    return {"place": place.name, **{name: getattr(place, name) for name in ("geonameid", "country", "lat", "lon")}}


def _countries(arguments: Sequence[Argument], entities: dict[str, Entity]) -> list[str]:
    found = (entities.get(argument.entity or "") for argument in arguments)
    return [(entity.country or "") if entity is not None else "" for entity in found]
