"""Readings as flat tables, for CSV, Excel, Parquet and data frames: every line keeps its speaker and its report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Final

import msgspec

from onrecord.export.cells import Cell
from onrecord.export.format import Job
from onrecord.export.material import Material
from onrecord.export.merging import total
from onrecord.export.records import Claim, EventRecord, Name, NumberKind, Party, Pledge, Report, Stand
from onrecord.export.table_rows import (
    ClaimRow,
    CommitmentRow,
    EventRow,
    LabelRow,
    NumberRow,
    PositionRow,
    ReportRow,
    Sourced,
)
from onrecord.reading.span import Span, in_one_line

_OF_REPORT: Final = frozenset(field.name for field in msgspec.structs.fields(Sourced))
_KINDS: Final[tuple[NumberKind, ...]] = ("killed", "injured", "arrested", "displaced", "crowd")


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """One table.

    Attributes:
        row: the class of its rows; its fields are the columns.
        rows: what fills it.
    """

    name: str
    row: type[msgspec.Struct]
    rows: Callable[[Job], Iterator[Any]]

    @property
    def columns(self) -> tuple[tuple[str, type], ...]:
        """Names and types (`str`, `int`, `float`, `bool`) of the columns; those that name the report come last."""
        fields = [(field.name, _base_type(field.type)) for field in msgspec.structs.fields(self.row)]
        of_report = _OF_REPORT if issubclass(self.row, Sourced) else frozenset[str]()
        return tuple(sorted(fields, key=lambda field: field[0] in of_report))

    def cells(self, job: Job) -> Iterator[Sequence[Cell]]:
        """All rows as cells in the order of the columns."""
        return map(attrgetter(*(name for name, _ in self.columns)), self.rows(job))


def event_row(event: EventRecord) -> EventRow:
    """The row of an event."""
    return EventRow(
        id=event.id,
        type=event.type,
        mode=event.mode,
        contexts=joined(event.contexts),
        cameo=event.cameo,
        quad=event.quad,
        score=event.score,
        status=event.status,
        polarity=event.polarity,
        certainty=event.certainty,
        reciprocal=event.reciprocal,
        date_start=event.when.first if event.when else None,
        date_end=event.when.last if event.when else None,
        date_words=event.when.text if event.when else None,
        reports=len(event.reports),
        independent_reports=event.independent,
        speakers=event.speakers,
        told_by=event.told_by,
        first_speaker=event.voice.speaker,
        conditions=joined(event.conditions),
        denied_by=joined(event.disputed_by),
        differing=joined(event.differing),
        trigger=event.trigger.words,
        quote=event.quote.words or None,
        start=event.trigger.start,
        end=event.trigger.end,
        sentence=event.sentence,
        rule=event.rule,
        members=joined(event.members),
        **_parties("actor", event.actors),
        **_parties("recipient", event.recipients),
        **_place(event),
        **_numbers(event),
        **_source(event.report),
    )


def _parties(side: str, parties: Sequence[Party]) -> dict[str, Any]:
    """Lists of equal length, so that the n-th country belongs to the n-th name."""
    return {
        f"{side}s": joined([party.name for party in parties]),
        f"{side}_keys": joined([party.key for party in parties]),
        f"{side}_countries": joined([party.country or "" for party in parties]),
        f"{side}_sectors": joined([" ".join(party.sectors) for party in parties]),
        f"{side}_counts": joined(["" if party.count is None else str(party.count) for party in parties]),
    }


def _place(event: EventRecord) -> dict[str, Any]:
    where = event.where
    return {
        "place": where and where.name,
        "place_words": where and where.text,
        "place_precision": where and where.precision,
        "lat": where and where.lat,
        "lon": where and where.lon,
        "geonameid": where and where.geonameid,
        "admin1": where and where.admin1,
        "country": where and where.country,
    }


def _numbers(event: EventRecord) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for kind in _KINDS:
        found = total(event, kind)
        row |= {
            f"{kind}_low": found and found.low,
            f"{kind}_best": found and found.best,
            f"{kind}_high": found and found.high,
        }
    return row


def _source(report: Report) -> dict[str, Any]:
    return {
        "report_id": report.id,
        "title": report.title,
        "publisher": report.publisher,
        "published": report.published,
        "url": report.url,
    }


def _figure_rows(job: Job) -> Iterator[NumberRow]:
    """Each figure with its speaker, where the events table has low, best and high."""
    for event in job.material.events():
        for figure in event.figures:
            yield NumberRow(
                event_id=event.id,
                kind=figure.kind,
                low=figure.low,
                high=figure.high,
                words=figure.text,
                told_by=figure.voice.told_by,
                speaker_key=figure.voice.key,
            )


def _stand_row(stand: Stand, material: Material) -> PositionRow:
    return PositionRow(
        id=stand.id,
        holder=stand.holder.name,
        holder_key=stand.holder.key,
        holder_country=stand.holder.country,
        stance=stand.stance,
        basis=stand.basis,
        toward=stand.toward.words if stand.toward else None,
        toward_event=material.row_of(stand.event),
        toward_party=stand.party.name if stand.party else None,
        conditions=joined(stand.conditions),
        told_by=stand.voice.told_by,
        evidence=_words(stand.evidence),
        start=stand.evidence[0].start if stand.evidence else None,
        end=stand.evidence[0].end if stand.evidence else None,
        **_source(stand.report),
    )


def _pledge_row(pledge: Pledge, material: Material) -> CommitmentRow:
    return CommitmentRow(
        id=pledge.id,
        by=pledge.by.name,
        by_key=pledge.by.key,
        toward=pledge.toward,
        kind=pledge.kind,
        polarity=pledge.polarity,
        action=pledge.action.words or None,
        action_event=material.row_of(pledge.event),
        conditions=joined(pledge.conditions),
        due=pledge.due,
        told_by=pledge.voice.told_by,
        evidence=_words(pledge.evidence),
        start=pledge.evidence[0].start if pledge.evidence else None,
        end=pledge.evidence[0].end if pledge.evidence else None,
        **_source(pledge.report),
    )


def _claim_row(claim: Claim, _: Material) -> ClaimRow:
    return ClaimRow(
        id=claim.id,
        source=claim.source.name if claim.source else None,
        source_key=claim.source.key if claim.source else None,
        source_words=in_one_line(claim.source.text) if claim.source else None,
        cue=claim.cue.words if claim.cue else None,
        content=_words(claim.content),
        manner=claim.manner,
        told_by=claim.voice.told_by,
        within=claim.within,
        start=claim.content[0].start if claim.content else None,
        end=claim.content[-1].end if claim.content else None,
        **_source(claim.report),
    )


def _name_row(name: Name, _: Material) -> LabelRow:
    return LabelRow(
        id=name.id,
        party=name.party.name,
        party_key=name.party.key,
        label=name.span.words,
        scare_quotes=name.scare_quotes,
        told_by=name.voice.told_by,
        start=name.span.start,
        end=name.span.end,
        **_source(name.report),
    )


def _report_row(report: Report) -> ReportRow:
    return ReportRow(
        **_source(report),
        language=report.language,
        sha256=report.sha256,
        chars=report.chars,
        copy_group=report.group,
        onrecord=report.onrecord,
        model=report.model,
        lexicon=report.lexicon,
    )


def _events(job: Job) -> Iterator[EventRow]:
    for event in job.material.events():
        job.tally.wrote(event)
        yield event_row(event)


def _of_digests(items: str, row: Callable[..., Any]) -> Callable[[Job], Iterator[Any]]:
    def rows(job: Job) -> Iterator[Any]:
        material = job.material
        return (row(item, material) for digest in material.digests() for item in getattr(digest, items))

    return rows


def _reports(job: Job) -> Iterator[ReportRow]:
    return map(_report_row, job.material.reports())


def joined(values: Iterable[str]) -> str | None:
    """Joined by `; `; a value's own semicolons become commas, so that the list comes apart again."""
    return "; ".join(value.replace(";", ",") for value in values) or None


def _words(spans: Sequence[Span]) -> str | None:
    return " … ".join(span.words for span in spans if span.text) or None


def _base_type(annotation: Any) -> type:  # noqa: ANN401 - `str | None` is no class
    return next(
        kind for kind in (bool, int, float, str) if kind is annotation or kind in getattr(annotation, "__args__", ())
    )


TABLES: Final[Mapping[str, Table]] = MappingProxyType(
    {
        table.name: table
        for table in (
            Table(name="events", row=EventRow, rows=_events),
            Table(name="numbers", row=NumberRow, rows=_figure_rows),
            Table(name="positions", row=PositionRow, rows=_of_digests("stands", _stand_row)),
            Table(name="commitments", row=CommitmentRow, rows=_of_digests("pledges", _pledge_row)),
            Table(name="claims", row=ClaimRow, rows=_of_digests("claims", _claim_row)),
            Table(name="labels", row=LabelRow, rows=_of_digests("names", _name_row)),
            Table(name="reports", row=ReportRow, rows=_reports),
        )
    }
)
"""All tables by name."""
