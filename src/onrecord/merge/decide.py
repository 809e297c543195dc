"""From what a person types to a judgement: which tellings the ids of events and reports stand for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from onrecord.errors import ProjectError
from onrecord.merge.judgements import anchors_of
from onrecord.merge.parties import link_parties
from onrecord.merge.report import Report
from onrecord.merge.telling import Telling, find_tellings
from onrecord.store.rows import ClusterRow, Judgement
from onrecord.store.view import View

CORRECTED = ("type", "status", "day", "country")  # fields of an event that a correction can set


def find_event(view: View, key: str) -> ClusterRow:
    """The event with this id, or the only one whose id begins so.

    Raises:
        ProjectError: none is called so, or several.
    """
    found = [cluster for cluster in view.clusters() if cluster.cluster_id.startswith(key)]
    if len(found) == 1:
        return found[0]
    cause = "several events are called so" if found else "the last merge holds no such event"
    raise ProjectError(f"find {key}", cause, "`onrecord show` lists the events; `onrecord merge` makes them anew")


def judge_merge(view: View, events: Sequence[ClusterRow], who: str, why: str) -> Judgement:
    """A judgement that these events are one."""
    firsts = [event.record["key"] for event in events]
    return _judgement(view, "merge", firsts, who, why)


def judge_split(view: View, event: ClusterRow, tellings: Sequence[str], who: str, why: str) -> Judgement:
    """A judgement that some tellings of an event (`report/E3`; the start of a report's id will do) are not of it.

    Raises:
        ProjectError: the event has no such telling, or these are all it has.
    """
    told = {f"{item['report']}/{item['event']}": item["key"] for item in event.record["tellings"]}
    chosen = []
    for name in tellings:
        report, _, number = name.partition("/")
        keys = [key for full, key in told.items() if full.startswith(report) and full.endswith(f"/{number}")]
        if len(keys) != 1:
            cause = f"{event.cluster_id} has {'several tellings' if keys else 'no telling'} of this name"
            raise ProjectError(f"split off {name}", cause, f"`onrecord show {event.cluster_id}` lists its tellings")
        chosen += keys
    rest = [key for key in told.values() if key not in chosen]
    if not rest:
        cause = "nothing would be left of it"
        raise ProjectError(f"split {event.cluster_id}", cause, "Name some of its tellings, not all")
    return _judgement(view, "split", chosen, who, why, rest=rest)


def judge_apart(view: View, one: ClusterRow, other: ClusterRow, who: str, why: str) -> Judgement:
    """A judgement that two events are two: no telling of one is of the other."""
    ours, theirs = ([item["key"] for item in event.record["tellings"]] for event in (one, other))
    return _judgement(view, "split", ours, who, why, rest=theirs)


def judge_correct(view: View, event: ClusterRow, field: str, value: str, who: str, why: str) -> Judgement:
    """A judgement that a field of an event ought to hold another value than what its reports say.

    Raises:
        ProjectError: the field cannot be corrected.
    """
    if field not in CORRECTED:
        raise ProjectError(f"correct {field}", "it is no field of an event", f"Name one of: {', '.join(CORRECTED)}")
    return _judgement(view, "correct", [event.record["key"]], who, why, field=field, value=value)


def judge_undo(judgement: str, who: str, why: str) -> Judgement:
    """A judgement that another one does not count any more."""
    return Judgement(kind="undo", subjects=(judgement,), who=who, when=_now(), why=why)


def _judgement(view: View, kind: Any, keys: Sequence[str], who: str, why: str, *,  # noqa: ANN401 - a literal
               rest: Sequence[str] = (), field: str | None = None, value: str | None = None) -> Judgement:  # fmt: skip
    held: dict[str, Any] = {"anchors": anchors_of(*_tellings(view, [*keys, *rest]))}
    held |= {"from": list(rest)} if rest else {}
    held |= {"value": value} if field else {}
    return Judgement(kind=kind, subjects=tuple(keys), field=field, value=held, who=who, when=_now(), why=why)


def _tellings(view: View, keys: Sequence[str]) -> tuple[list[Telling], dict[str, Report]]:
    ids = sorted({key.partition(":")[0] for key in keys})
    reports = {key: Report(key, view.text(key), view.reading(key)) for key in ids}
    common = {place: actor.id for actor in link_parties(tuple(reports.values())) for place in actor.entities}
    tellings = [telling for report in reports.values() for telling in find_tellings(report, common)]
    return [telling for telling in tellings if telling.key in set(keys)], reports


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
