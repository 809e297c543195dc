"""All reports in, all that can be said across them out: copies, events, parties, disagreements, promises, positions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from onrecord.merge.claims import Said, Sources, said_in
from onrecord.merge.cluster import cluster_tellings
from onrecord.merge.copies import Copy, find_copies
from onrecord.merge.corroborate import EventRecord, corroborate
from onrecord.merge.disagreements import Disagreement, find_disagreements
from onrecord.merge.follow import Follow, find_follows
from onrecord.merge.judgements import apply_judgements
from onrecord.merge.match import Matcher
from onrecord.merge.parties import CommonActor, link_parties
from onrecord.merge.passing import Passing, Tell, say_nothing
from onrecord.merge.promises import Later, Pledge, Promise, find_promises, pledges_of
from onrecord.merge.report import HeldReports, Report, Shelf
from onrecord.merge.stances import Course, Opinion, find_courses, opinions_of
from onrecord.merge.syndicated import join_copied
from onrecord.merge.telling import Telling, find_tellings
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
    """Find what several reports in memory have in common; the order of the reports changes nothing."""
    return merge_shelf(HeldReports(reports), judgements, agencies)


def merge_shelf(reports: Shelf, judgements: Sequence[Judgement] = (), agencies: Iterable[str] = (),
                tell: Tell = say_nothing) -> Across:  # fmt: skip
    """Find what several reports have in common.

    The reports are gone through several times and never held together; of each is kept what others are compared with.

    Args:
        reports: one version of each.
        judgements: what people have decided, in the order in which they did.
        agencies: names that count as credits of a text (see `find_copies`).
        tell: called with what is gone through, how many are behind and how many there are.
    """
    size = len(reports)
    copies = find_copies(Passing(reports.documents, "texts", size, tell), agencies)
    actors = link_parties(Passing(reports, "parties", size, tell))
    common = {entity: actor.id for actor in actors for entity in actor.entities}
    sources = Sources(copies, reports.documents, common)
    countries = {actor.id: actor.country for actor in actors if actor.country}
    told = _read_through(Passing(reports, "acts", size, tell), sources, common, countries)
    tellings = told.tellings
    decided = apply_judgements(judgements, reports, tellings)
    groups = cluster_tellings(tellings, join_copied(tellings, copies) | dict(decided.must), decided.cannot, tell=tell)
    records = Passing(groups, "events", len(groups), tell)
    events = tuple(corroborate(group, sources, told.said, decided.corrections) for group in records)
    homes = {member.key: event.key for event in events for member in event.members}
    by_key = {telling.key: telling for telling in tellings}
    disputed = {event.key for event in events if event.status == "disputed"}
    follows = find_follows(events, by_key, Matcher(tellings), sources)
    event_keys = {(telling.report, telling.event): homes[telling.key] for telling in tellings}
    return Across(
        copies=copies,
        actors=actors,
        tellings=tuple(sorted(tellings, key=lambda telling: telling.order)),
        events=events,
        disagreements=_disagreements(events, by_key),
        follows=follows,
        courses=find_courses(told.opinions, sources, event_keys),
        promises=find_promises(told.pledges, Later(follows, homes, tellings, disputed)),
        lost=decided.lost,
    )


def _disagreements(events: Iterable[EventRecord], by_key: Mapping[str, Telling]) -> dict[str, tuple[Disagreement, ...]]:
    found = ((event.key, find_disagreements(event, [by_key[one.key] for one in event.members])) for event in events)
    return {key: fields for key, fields in found if fields}


class _Told(msgspec.Struct):
    """What is kept of all reports: acts with who says so, positions, promises."""

    tellings: list[Telling] = []
    said: dict[str, Said] = {}
    opinions: list[Opinion] = []
    pledges: list[Pledge] = []


def _read_through(reports: Iterable[Report], sources: Sources, common: Mapping[tuple[str, str], str],
                  countries: Mapping[str, str]) -> _Told:  # fmt: skip
    told = _Told()
    for report in reports:
        own = find_tellings(report, common, countries)
        told.tellings += own
        told.said |= said_in(report, own, sources)
        told.opinions += opinions_of(report, sources)
        told.pledges += pledges_of(report, sources)
    return told
