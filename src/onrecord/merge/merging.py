"""All reports in, all that can be said across them out: copies, events, parties, disagreements, promises, positions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from onrecord.merge.claims import Sources
from onrecord.merge.cluster import cluster_tellings
from onrecord.merge.copies import Copy, find_copies
from onrecord.merge.corroborate import EventRecord, corroborate
from onrecord.merge.disagreements import Disagreement, find_disagreements
from onrecord.merge.follow import Follow, find_follows
from onrecord.merge.judgements import apply_judgements
from onrecord.merge.match import Matcher
from onrecord.merge.parties import CommonActor, link_parties
from onrecord.merge.promises import Later, Promise, find_promises
from onrecord.merge.report import Report
from onrecord.merge.stances import Course, find_courses
from onrecord.merge.syndicated import join_copied
from onrecord.merge.telling import Telling, find_tellings
from onrecord.reading.document import Document
from onrecord.store.rows import Judgement


class Across(msgspec.Struct, frozen=True, kw_only=True):
    """What many reports say together.

    Attributes:
        events: by the day of their first report, each with all that its reports say.
        disagreements: by key of an event.
        follows: plans, and the events that are what was planned.
        lost: ids of judgements that found no telling.
    """

    copies: tuple[Copy, ...]
    actors: tuple[CommonActor, ...]
    tellings: tuple[Telling, ...]
    events: tuple[EventRecord, ...]
    disagreements: dict[str, tuple[Disagreement, ...]]
    follows: tuple[Follow, ...]
    courses: tuple[Course, ...]
    promises: tuple[Promise, ...]
    lost: tuple[str, ...]


def merge_reports(reports: Iterable[Report], judgements: Sequence[Judgement] = (),
                  agencies: Iterable[str] = ()) -> Across:  # fmt: skip
    """Find what several reports have in common; the order of the reports changes nothing.

    Args:
        reports: one version of each.
        judgements: what people have decided, in the order in which they did.
        agencies: names that count as credits of a text (see `find_copies`).
    """
    by_id = {report.id: report for report in sorted(reports, key=lambda report: report.id)}
    copies = find_copies([_document(report) for report in by_id.values()], agencies)
    actors = link_parties(tuple(by_id.values()))
    common = {entity: actor.id for actor in actors for entity in actor.entities}
    tellings = [telling for report in by_id.values() for telling in find_tellings(report, common)]
    decided = apply_judgements(judgements, by_id, tellings)
    must = join_copied(tellings, copies) | dict(decided.must)
    sources = Sources(by_id, {copy.report: copy.cluster for copy in copies}, common)
    groups = cluster_tellings(tellings, must, decided.cannot)
    events = tuple(corroborate(group, sources, decided.corrections) for group in groups)
    homes = {member.key: event.key for event in events for member in event.members}
    by_key = {telling.key: telling for telling in tellings}
    follows = find_follows(events, by_key, Matcher(tellings), sources)
    event_keys = {(telling.report, telling.event): homes[telling.key] for telling in tellings}
    return Across(
        copies=copies,
        actors=actors,
        tellings=tuple(sorted(tellings, key=lambda telling: telling.order)),
        events=events,
        disagreements={
            event.key: found
            for event in events
            if (found := find_disagreements(event, [by_key[member.key] for member in event.members]))
        },
        follows=follows,
        courses=find_courses(sources, common, event_keys),
        promises=find_promises(sources, common, Later(follows, homes, tellings)),
        lost=decided.lost,
    )


def _document(report: Report) -> Document:
    info = report.reading.document
    return Document(id=report.id, text=report.text, publisher=info.publisher, published=info.published)
