"""The merge of a project file: read everything, find what holds across reports, store it in one go."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from onrecord.errors import ProjectError
from onrecord.lexicon.load import load_shipped_list
from onrecord.merge.acts import load_report
from onrecord.merge.copies import Copy
from onrecord.merge.corroborate import EventRecord, spot_of
from onrecord.merge.merging import Across, merge_shelf
from onrecord.merge.parties import CommonActor
from onrecord.merge.passing import Passing, Tell, say_nothing
from onrecord.merge.report import Report
from onrecord.reading.document import Document
from onrecord.store.project import open_view, open_writer
from onrecord.store.rows import ActorRow, ClusterMember, ClusterRow, CopyRow, CorrectedRow, FindingRow, Judgement
from onrecord.store.view import View

_ID_CHARS = 12
_RECORD = ("key", "title", "values", "corrections")  # of an event: what has no column or row of its own


def event_id_of(key: str) -> str:
    """The id of an event in a project file, from the key of its first telling."""
    return f"ev-{hashlib.sha256(key.encode()).hexdigest()[:_ID_CHARS]}"


class StoredReports:
    """The reports of a project file in their latest versions, with their current readings; one is held at a time."""

    def __init__(self, view: View) -> None:
        self._view = view
        self.documents: Iterable[Document] = _Texts(view)

    def __len__(self) -> int:
        return self._view.count_read()

    def __iter__(self) -> Iterator[Report]:
        """By id."""
        return (Report(key, text, reading) for key, text, reading in self._view.reports_read())

    def get(self, report_id: str, /) -> Report | None:
        """The report with this id."""
        try:
            return load_report(self._view, report_id)
        except ProjectError:
            return None


class _Texts:
    """Texts of a project file with publisher and day, by report id."""

    def __init__(self, view: View) -> None:
        self._view = view

    def __iter__(self) -> Iterator[Document]:
        return self._view.texts()


def merge_project(path: Path, new: Iterable[Judgement] = (), tell: Tell = say_nothing) -> Across:
    """Merge all reports of a project file and store the result; readings and judgements are left as they are.

    Args:
        path: the project file.
        new: judgements to add first.
        tell: called with what is gone through, how many are behind and how many there are.

    Raises:
        ProjectError: the file cannot be read or written.
    """
    with open_writer(path) as writer:
        for judgement in new:
            writer.add_judgement(judgement)
    with open_view(path) as view:
        newest, judged = view.newest(), view.newest_judgement()
        agencies = load_shipped_list("furniture.toml", "furniture_agency")
        across = merge_shelf(StoredReports(view), view.judgements(), agencies, tell)
    with open_writer(path) as writer, writer.merging(newest, judged):
        writer.replace_copies(map(_copy, across.copies))
        writer.replace_clusters(map(_event, Passing(across.events, "events stored", len(across.events), tell)))
        writer.replace_actors(map(_actor, across.actors))
        writer.replace_findings(_findings(across))
        writer.replace_corrected(row for event in across.events for row in _corrected(event))
    return across


def _plain(value: Any) -> Any:  # noqa: ANN401 - any struct
    return msgspec.to_builtins(value)


def _copy(copy: Copy) -> CopyRow:
    evidence = {"likeness": _plain(copy.likeness), "changes": _plain(copy.changes)} if copy.copy_of else {}
    return CopyRow(
        report_id=copy.report,
        cluster_id=copy.cluster,
        copy_of=copy.copy_of,
        kind=copy.kind,
        score=round(copy.likeness.contained, 3) if copy.likeness else None,
        evidence=evidence,
    )


def _event(event: EventRecord) -> ClusterRow:
    record = {name: _plain(getattr(event, name)) for name in _RECORD}
    record["near"] = [[event_id_of(key), score] for key, score in event.near]
    record["tellings"] = [
        {name: value for name, value in _plain(member).items() if name not in ("score", "reasons")}
        for member in event.members
    ]
    return ClusterRow(
        cluster_id=event_id_of(event.key),
        type=event.type,
        status=event.status,
        first_day=event.first_day,
        last_day=event.last_day,
        country=event.country,
        reports=event.reports,
        independent=event.independent,
        speakers=event.speakers,
        record=record,
        members=tuple(
            ClusterMember(report_id=m.report, event_id=m.event, score=m.score, reasons=m.reasons) for m in event.members
        ),
    )


def _corrected(event: EventRecord) -> Iterator[CorrectedRow]:
    """Corrections of an event, for every report that tells it."""
    said = {fixed.field: fixed.value for fixed in event.corrections if fixed.field in ("type", "status", "place")}
    if "country" in {fixed.field for fixed in event.corrections}:
        said["country"] = event.country
    spot = spot_of(event.corrections) or {}
    known = {name: spot.get(name) for name in ("geonameid", "lat", "lon", "country", "precision")}
    for member in event.members if said else ():
        yield CorrectedRow(report_id=member.report, event_id=member.event, **{**known, **said})


def _actor(actor: CommonActor) -> ActorRow:
    return ActorRow(
        actor_id=actor.id,
        name=actor.name,
        type=actor.type,
        country=actor.country,
        record={"aliases": dict(actor.aliases), "reasons": list(actor.reasons)},
        entities=actor.entities,
    )


def _findings(across: Across) -> Iterator[FindingRow]:
    """Disagreements, plans with their acts, promises, positions over time; events are named by their ids."""
    for key, items in across.disagreements.items():
        event = event_id_of(key)
        for item in items:
            told = {"event": event, **_plain(item)}
            yield FindingRow(kind="disagreement", key=f"{event} {item.field}", record=told)
    for follow in across.follows:
        names = {"plan": event_id_of(follow.plan), "act": event_id_of(follow.act)}
        yield FindingRow(kind="plan", key=f"{names['plan']} {names['act']}", record={**_plain(follow), **names})
    for promise in across.promises:
        told = _plain(promise)
        told["evidence"] = [{**_plain(item), "event": event_id_of(item.event)} for item in promise.evidence]
        yield FindingRow(kind="promise", key=_digest(*promise.told[0]), record=told)
    for course in across.courses:
        told = {**_plain(course), "event": event_id_of(course.event) if course.event else None}
        first = course.stands[0]
        yield FindingRow(kind="position", key=_digest(course.holder, first.report, first.position), record=told)
    for judgement in across.lost:
        yield FindingRow(kind="lost judgement", key=judgement, record={})


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_ID_CHARS]
