"""From what a person types to a judgement: which tellings the ids of events and reports stand for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, Final, get_args

import msgspec

from onrecord.errors import ProjectError
from onrecord.merge.acts import load_report, read_of, tellings_of
from onrecord.merge.judgements import NO_ACT, anchors_of
from onrecord.merge.report import Report
from onrecord.merge.spots import Choice
from onrecord.merge.telling import Telling
from onrecord.reading.event import EventType, Told
from onrecord.store.rows import CONFIRMED, ClusterRow, Judgement
from onrecord.store.view import View

CORRECTED: Final = ("type", "status", "actor", "recipient", "place", "country", "day")  # what a correction can set
TYPES: Final = tuple(sorted(get_args(EventType)))
STATUSES: Final = (*get_args(Told), NO_ACT)
_COUNTRY = re.compile("[A-Z]{3}")


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


def judge_correct(
    view: View, key: str, field: str, value: str, who: str, why: str, spot: Choice | None = None
) -> Judgement:
    """A judgement that a field of an act ought to hold another value than what its report says.

    Args:
        view: the project.
        key: of the telling; of an event that several reports tell, of any of them.
        field: one of `CORRECTED`.
        value: the right one; of actors and recipients several with "; " between. "" where nothing is told, but for type
            and status. The status `no_act` says that the words tell of no act at all.
        who: who says so.
        why: for what reason.
        spot: of a place, which one it is; without it the place has a name and no point on the map.

    Raises:
        ProjectError: the field cannot be corrected, or not to this value.
    """
    if field not in CORRECTED:
        raise ProjectError(f"correct {field}", "it is no field of an event", f"Name one of: {', '.join(CORRECTED)}")
    said = {"value": _checked(field, value.strip()), **({"spot": msgspec.to_builtins(spot)} if spot else {})}
    return _judgement(view, "correct", [key], who, why, field=field, said=said)


def judge_right(view: View, key: str, who: str, why: str) -> Judgement:
    """A judgement that an act is read right, in all fields that nobody has corrected."""
    return _judgement(view, "correct", [key], who, why, field=CONFIRMED, said={"value": "right"})


def judge_undo(judgement: str, who: str, why: str) -> Judgement:
    """A judgement that another one does not count any more."""
    return Judgement(kind="undo", subjects=(judgement,), who=who, when=_now(), why=why)


def _checked(field: str, value: str) -> str:
    """The value, where the field can hold it."""
    cannot = f"correct {field} to {value or 'nothing'}"
    if field in ("type", "status"):
        names = TYPES if field == "type" else STATUSES
        if value not in names:
            raise ProjectError(cannot, "it is none", f"Name one of: {', '.join(names)}")
    elif field == "country" and value and not _COUNTRY.fullmatch(value):
        raise ProjectError(cannot, "it is no code of a country", "Name three letters of ISO 3166, such as TCD")
    elif field == "day" and value:
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError as error:
            raise ProjectError(cannot, "it is no day", "Write it as 2015-04-09") from error
    return value


def _judgement(view: View, kind: Any, keys: Sequence[str], who: str, why: str, *,  # noqa: ANN401 - a literal
               rest: Sequence[str] = (), field: str | None = None,
               said: Mapping[str, Any] | None = None) -> Judgement:  # fmt: skip
    tellings, reports = _tellings(view, [*keys, *rest])
    held: dict[str, Any] = {"anchors": anchors_of(tellings, reports)}
    held |= {"from": list(rest)} if rest else {}
    if said:
        held |= {**said, "read": read_of(tellings[0]) if tellings else None}
    return Judgement(kind=kind, subjects=tuple(keys), field=field, value=held, who=who, when=_now(), why=why)


def _tellings(view: View, keys: Sequence[str]) -> tuple[list[Telling], dict[str, Report]]:
    ids = sorted({key.partition(":")[0] for key in keys})
    reports = {key: load_report(view, key) for key in ids}
    tellings = [telling for report in reports.values() for telling in tellings_of(report)]
    return [telling for telling in tellings if telling.key in set(keys)], reports


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
