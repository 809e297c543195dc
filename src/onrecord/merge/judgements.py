"""What people have decided, put to today's tellings: a merge, a split or a correction outlives new readings.

A judgement names tellings by their keys, which are made of the words around a trigger; it keeps those words too, so
that it finds its place where a better reading takes another word of the same stretch for the trigger.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from onrecord.merge.cluster import Pair
from onrecord.merge.report import Report
from onrecord.merge.telling import Telling, telling_keys
from onrecord.reading.event import Event
from onrecord.store.rows import CONFIRMED, Judgement

_AROUND_CHARS = 60  # on both sides of a trigger, kept with a judgement
NO_ACT = "no_act"  # status of what somebody has found to be no act at all
_MAX_SHIFT = 40  # characters between the old trigger and the new one that stands for it


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """What a person says that a field of an event ought to hold."""

    field: str
    value: Any
    who: str
    why: str
    judgement: str


class Decided(msgspec.Struct, frozen=True, kw_only=True):
    """Judgements that stand, as the clustering takes them.

    Attributes:
        must: pairs of keys to join, with the reason.
        cannot: pairs of keys to keep apart.
        corrections: by key of a telling.
        lost: ids of judgements whose tellings the readings of now do not hold.
    """

    must: Mapping[Pair, str]
    cannot: frozenset[Pair]
    corrections: Mapping[str, tuple[Correction, ...]]
    lost: tuple[str, ...]


def anchors_of(tellings: Iterable[Telling], reports: Mapping[str, Report]) -> dict[str, dict[str, Any]]:
    """What a judgement keeps of its tellings, by key: the words around the trigger and the trigger's place in them."""
    kept = {}
    for telling in tellings:
        report = reports[telling.report]
        event = report.events[telling.event]
        start = max(0, event.trigger.start - _AROUND_CHARS)
        words = report.text[start : event.trigger.end + _AROUND_CHARS]
        at = {"at": event.trigger.start - start, "start": event.trigger.start}
        kept[telling.key] = {"report": report.id, "words": words, **at}
    return kept


def apply_judgements(judgements: Sequence[Judgement], reports: Mapping[str, Report],
                     tellings: Sequence[Telling]) -> Decided:  # fmt: skip
    """The judgements that are not undone, put to the tellings of now; of two that contradict each other the later."""
    finder = Finder(reports, tellings)
    must: dict[Pair, str] = {}
    cannot: dict[Pair, None] = {}
    corrections: dict[str, list[Correction]] = {}
    lost = []
    for judgement in judgements:
        if judgement.undone_by or judgement.kind == "undo":
            continue
        keys = [finder.find(key, judgement) for key in judgement.subjects]
        found = [key for key in keys if key]
        if len(found) < len(keys):
            lost.append(judgement.id)
        if judgement.kind == "merge":
            for pair in _pairs(found[:1], found[1:]):
                cannot.pop(pair, None)
                must[pair] = f"{judgement.who}: {judgement.why}"
        elif judgement.kind == "split":
            others = [key for name in _kept(judgement, "from", ()) if (key := finder.find(name, judgement))]
            for pair in _pairs(found, others):
                must.pop(pair, None)
                cannot[pair] = None
        elif found and judgement.field != CONFIRMED:
            corrections.setdefault(found[0], []).append(
                Correction(
                    field=judgement.field or "",
                    value=_kept(judgement, "value", judgement.value),
                    who=judgement.who,
                    why=judgement.why,
                    judgement=judgement.id,
                )
            )
    kept = {key: tuple(rows) for key, rows in corrections.items()}
    return Decided(must=must, cannot=frozenset(cannot), corrections=kept, lost=tuple(lost))


def _kept(judgement: Judgement, name: str, default: Any) -> Any:  # noqa: ANN401 - any JSON value
    """What the commands keep in a judgement's value beside the value itself."""
    held = judgement.value
    return held.get(name, default) if isinstance(held, dict) else default


def _pairs(these: Iterable[str], those: Sequence[str]) -> Iterable[Pair]:
    return [(min(a, b), max(a, b)) for a in these for b in those if a != b]


class Finder:
    """Finds the telling of now that a key of then speaks of."""

    def __init__(self, reports: Mapping[str, Report], tellings: Sequence[Telling]) -> None:
        self._reports = reports
        self._by_event = {(telling.report, telling.event): telling.key for telling in tellings}
        self._known = {telling.key for telling in tellings}

    def find(self, key: str, judgement: Judgement) -> str | None:
        """The key of now, or None where the report is gone or nothing is told in that stretch any more."""
        if key in self._known:
            return key
        report = self._reports.get(key.partition(":")[0])
        if report is None:
            return None
        same = next((event for event, own in telling_keys(report).items() if own == key), None)
        if same is not None:  # the reading of now joins this mention to an earlier one
            event = report.events[same]
        else:
            anchor = _kept(judgement, "anchors", {}).get(key)
            nearest = _nearest(report, anchor) if anchor else None
            if nearest is None:
                return None
            event = nearest
        return self._by_event.get((report.id, report.head_of(event.id)))


def _nearest(report: Report, anchor: Mapping[str, Any]) -> Event | None:
    """The event whose trigger stands closest to where the anchor's words have it."""
    found = re.search(re.escape(anchor["words"]), report.text)
    if found is None:
        return None
    place = found.start() + int(anchor["at"])
    near = [(abs(event.trigger.start - place), n, event) for n, event in enumerate(report.reading.events)]
    distance, _, event = min(near, default=(_MAX_SHIFT + 1, 0, None))
    return event if distance <= _MAX_SHIFT else None
