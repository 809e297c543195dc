"""One act as one report tells it, the way a person judges it: the words, and what the reading makes of each field."""

from __future__ import annotations

import msgspec

from onrecord.errors import ProjectError
from onrecord.merge.parties import link_parties
from onrecord.merge.report import Report
from onrecord.merge.telling import Telling, find_tellings
from onrecord.store.view import View

SEPARATOR = "; "  # between several parties of one field

Stretch = tuple[int, int]


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """An act, told in one place; offsets are code points into the report's text.

    Attributes:
        key: of the telling; judgements name it by this.
        sentence: first and last code point of the sentence around the trigger.
        actors, recipients: where their words stand.
        read: by field (`type`, `status`, `actor`, `recipient`, `place`, `country`, `day`) what the reading holds, ""
            where the report tells nothing.
    """

    report: str
    event: str
    key: str
    sentence: Stretch
    trigger: Stretch
    actors: tuple[Stretch, ...]
    recipients: tuple[Stretch, ...]
    read: dict[str, str]


def load_report(view: View, report_id: str) -> Report:
    """A report in its latest version, with its current reading.

    Raises:
        ProjectError: there is no such report.
    """
    return Report(report_id, view.text(report_id), view.reading(report_id))


def find_act(report: Report, event_id: str) -> Act:
    """The act that an event of a report tells, or the first mention that the event repeats.

    Raises:
        ProjectError: the report tells no such event.
    """
    if event_id not in report.events:
        do = f"Open the report {report.id}: it lists its events"
        raise ProjectError(f"find {report.id}/{event_id}", "the report tells no such event", do)
    head = report.head_of(event_id)
    return next(act_of(telling, report) for telling in tellings_of(report) if telling.event == head)


def tellings_of(report: Report) -> tuple[Telling, ...]:
    """The tellings of a report on its own."""
    common = {place: actor.id for actor in link_parties((report,)) for place in actor.entities}
    return find_tellings(report, common)


def act_of(telling: Telling, report: Report) -> Act:
    """The act behind a telling."""
    event = report.events[telling.event]
    trigger = (event.trigger.start, event.trigger.end)
    return Act(
        report=report.id,
        event=event.id,
        key=telling.key,
        sentence=report.reading.sentences[telling.sentence] if report.reading.sentences else trigger,
        trigger=trigger,
        actors=tuple((words.start, words.end) for words in event.actors),
        recipients=tuple((words.start, words.end) for words in event.recipients),
        read=read_of(telling),
    )


def read_of(telling: Telling) -> dict[str, str]:
    """What the reading holds, by the fields that a person may correct."""
    where = telling.where if telling.where and telling.where.source == "own" else None
    when = telling.when if telling.when and telling.when.source == "own" else None
    return {
        "type": telling.type,
        "status": telling.status,
        "actor": SEPARATOR.join(party.name for party in telling.actors),
        "recipient": SEPARATOR.join(party.name for party in telling.recipients),
        "place": where.name if where else "",
        "country": (where.country if where else None) or "",
        "day": when.first.isoformat() if when and when.first == when.last else "",
    }
