"""PLOVER as JSON Lines (manual, draft 2.0, Open Event Data Alliance), with an `onrecord` object for what it lacks."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Any, BinaryIO

from onrecord.export.codes import country_name, is_city
from onrecord.export.format import Format, Job
from onrecord.export.json_text import known, write_json_lines
from onrecord.export.merging import total
from onrecord.export.pairs import dated
from onrecord.export.precision import place_kind, place_precision
from onrecord.export.records import EventRecord, Party, Stand, When, Where

_KINDS = ("killed", "injured", "arrested", "displaced", "crowd")
_SIZES = MappingProxyType({"dead": "killed", "injured": "injured", "arrested": "arrested"})
# The manual calls these modes, but puts them into the context field.
_AUXILIARY = MappingProxyType(
    {
        "planned": "future",
        "conditional": "hypothetical",
        "hypothetical": "hypothetical",
        "denied": "negation",
        "not_happened": "negation",
    }
)


def write(job: Job, out: BinaryIO) -> None:
    """One object a line; an event without an actor or a date is refused, for PLOVER asks for both."""
    stands: dict[str, list[Stand]] = {}
    for digest in job.material.digests():
        for stand in digest.stands:
            if row := job.material.row_of(stand.event):
                stands.setdefault(row, []).append(stand)
    write_json_lines(out, _objects(job, stands))


def _objects(job: Job, stands: dict[str, list[Stand]]) -> Iterator[dict[str, Any]]:
    for event in job.material.events():
        when = dated(event, job)
        if not event.actors:
            job.tally.refuse("without an actor")
        elif when is None:
            job.tally.refuse("without a date, told or of publication")
        else:
            job.tally.wrote(event)
            if when.by_publication:
                job.tally.note("dated by publication")
            yield _object(event, when, stands.get(event.id, ()))


def _object(event: EventRecord, when: When, stands: Any) -> dict[str, Any]:  # noqa: ANN401 - a sequence of Stand
    report = event.report
    return {
        "id": event.id,
        "has_event": True,
        "date": when.first,
        **known(time=when.clock, enddate=when.last if when.last != when.first else None),
        "actor": [_entity(party) for party in event.actors],
        "recipient": [_entity(party) for party in event.recipients],
        "event": [event.type],
        **known(event_loc=_location(event.where) if event.where else None),
        "event_text": [event.trigger.text],
        "quad_code": event.quad,
        "event_scale": event.score,
        "mode": [event.mode] if event.mode else [],
        "context": [*event.contexts, *filter(None, [_AUXILIARY.get(event.status)])],
        **known(text=event.quote.text),
        "text_info": {"sequence": event.sentence, "start": event.quote.start, "end": event.quote.end},
        "cite_info": known(
            url=report.url,
            title=report.title,
            language=report.language,
            publication=report.publisher,
            coder=f"onrecord {report.onrecord}",
            codebook="plover-2.0-draft",
            version=report.lexicon,
        ),
        "coder": f"onrecord {report.onrecord}",
        **_sizes(event),
        "onrecord": _more(event, when, stands),
    }


def _entity(party: Party) -> dict[str, Any]:
    return known(
        code=party.country,
        sector=party.sectors[0] if party.sectors else None,
        entity_text=party.text,
        identifier_text=party.name,
        office=party.role,
    )


def _location(where: Where) -> dict[str, Any]:
    return known(
        extracted_place=where.text,
        resolved_place=where.name if where.precision else None,
        geonameid=where.geonameid,
        lat=where.lat,
        lon=where.lon,
        city=where.name if is_city(where) else None,
        district=where.name if place_kind(where) == "district" else None,
        province=where.admin1,
        country=country_name(where.country),
        country_code=where.country,
        feature_code=where.feature,
        resolution=place_precision(where, "plover"),
    )


def _sizes(event: EventRecord) -> dict[str, Any]:
    """Numbers that are one number; ranges stand only under `onrecord`."""
    found = {name: total(event, kind) for name, kind in _SIZES.items()}  # type: ignore[arg-type]
    sizes = {name: number.low for name, number in found.items() if number and number.low == number.high}
    return known(size=known(**sizes) or None)


def _more(event: EventRecord, when: When, stands: Any) -> dict[str, Any]:  # noqa: ANN401 - a sequence of Stand
    numbers = {kind: total(event, kind) for kind in _KINDS}  # type: ignore[arg-type]
    return {
        "status": event.status,
        "polarity": event.polarity,
        "certainty": event.certainty,
        "told_by": event.told_by,
        "attribution": [
            known(report=mention.report.id, id=mention.voice.attribution, speaker=mention.voice.speaker)
            for mention in event.mentions
        ],
        "reports": len(event.reports),
        "independent_reports": event.independent,
        "speakers": event.speakers,
        "trigger": {"start": event.trigger.start, "end": event.trigger.end, "text": event.trigger.text},
        "rule": event.rule,
        "date_from": "publication" if when.by_publication else "report",
        **known(
            conditions=list(event.conditions),
            denied_by=list(event.disputed_by),
            differing=list(event.differing),
            members=list(event.members) if len(event.members) > 1 else None,
            positions=[
                known(
                    holder=stand.holder.name,
                    stance=stand.stance,
                    basis=stand.basis,
                    conditions=list(stand.conditions),
                    told_by=stand.voice.told_by,
                )
                for stand in stands
            ],
            numbers={
                kind: {"low": found.low, "best": found.best, "high": found.high, "words": found.text}
                for kind, found in numbers.items()
                if found
            }
            or None,
        ),
    }


FORMAT = Format(
    name="plover",
    suffix=".jsonl",
    title="PLOVER 2.0 (draft) JSON Lines",
    status="field",
    loses=("sectors", "figures", "commitments", "labels"),
    write=write,
)
