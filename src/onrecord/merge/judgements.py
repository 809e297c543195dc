"""What people have decided, put to today's tellings: a merge, a split or a correction outlives new readings.

A judgement names tellings by their keys, which are made of the words around a trigger; it keeps those words too, so
that it finds its place where a better reading takes another word of the same sentence for the trigger, or another type,
and where the report has been edited around it. What it was not about is kept as well: it never goes over to the act
that was read beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from onrecord.merge.acts import read_of
from onrecord.merge.cluster import Pair
from onrecord.merge.report import Lookup, Report
from onrecord.merge.telling import Telling, telling_keys
from onrecord.reading.event import Event
from onrecord.store.rows import CONFIRMED, Judgement

_AROUND_CHARS = 60  # on both sides of a trigger, kept with a judgement
NO_ACT = "no_act"  # status of what somebody has found to be no act at all
_NARROWER = (_AROUND_CHARS, 30, 12)  # where an edited report has not all of those words any more
_MAX_SHIFT = 60  # characters between the old trigger and the new one that stands for it
# What somebody calls right stays so in a reading of now that says otherwise; a party or a place may be named better.
_FIRM = ("type", "status", "country", "day")


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """What a person says that a field of an event ought to hold."""

    field: str
    value: Any
    who: str
    why: str
    judgement: str
    confirmed: bool = False  # the reading was right, and is another one now
    spot: dict[str, Any] | None = None  # of a place: which one of the gazetteer somebody has chosen (`spots.Choice`)


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
    """What a judgement keeps of its tellings, by key: the words around the trigger and how to know the act in them.

    `at` is the trigger's place in `words`, `start` the one in the report, `length` its characters; `beside` are the
    places of the other triggers in `words`, counted from this one; `type` is what was read.
    """
    kept = {}
    for telling in tellings:
        report = reports[telling.report]
        event = report.events[telling.event]
        start = max(0, event.trigger.start - _AROUND_CHARS)
        words = report.text[start : event.trigger.end + _AROUND_CHARS]
        at = event.trigger.start
        others = {other.trigger.start - at for other in report.reading.events} - {0}
        kept[telling.key] = {
            "report": report.id,
            "words": words,
            "at": at - start,
            "start": at,
            "length": len(event.trigger.text),
            "beside": sorted(other for other in others if start - at <= other < len(words)),
            "type": event.type,
        }
    return kept


def apply_judgements(judgements: Sequence[Judgement], reports: Lookup,
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
        elif found:
            corrections.setdefault(found[0], []).extend(_corrections(judgement))
    told = {telling.key: telling for telling in tellings}
    kept = {key: counting for key, rows in corrections.items() if (counting := _counting(rows, told[key]))}
    return Decided(must=must, cannot=frozenset(cannot), corrections=kept, lost=tuple(lost))


def confirmed(judgement: Judgement) -> dict[str, str]:
    """By field what somebody has called right, of fields whose values can be told apart for certain."""
    read = _kept(judgement, "read", None) or {}
    return {field: read[field] for field in _FIRM if read.get(field)} if judgement.field == CONFIRMED else {}


def _corrections(judgement: Judgement) -> Iterable[Correction]:
    """What a judgement says of single fields; of one that calls the reading right, what the reading was."""
    values = {judgement.field or "": _kept(judgement, "value", judgement.value)}
    for field, value in (confirmed(judgement) if judgement.field == CONFIRMED else values).items():
        yield Correction(field=field, value=value, who=judgement.who, why=judgement.why, judgement=judgement.id,
                         confirmed=judgement.field == CONFIRMED, spot=_kept(judgement, "spot", None))  # fmt: skip


def _counting(rows: Sequence[Correction], telling: Telling) -> tuple[Correction, ...]:
    """The corrections, and of what was called right that which is read otherwise now and nobody has corrected."""
    corrected, read = {row.field for row in rows if not row.confirmed}, read_of(telling)
    return tuple(
        row for row in rows if not row.confirmed or (row.field not in corrected and read[row.field] != row.value)
    )


def _kept(judgement: Judgement, name: str, default: Any) -> Any:  # noqa: ANN401 - any JSON value
    """What the commands keep in a judgement's value beside the value itself."""
    held = judgement.value
    return held.get(name, default) if isinstance(held, dict) else default


def _pairs(these: Iterable[str], those: Sequence[str]) -> Iterable[Pair]:
    return [(min(a, b), max(a, b)) for a in these for b in those if a != b]


class Finder:
    """Finds the telling of now that a key of then speaks of."""

    def __init__(self, reports: Lookup, tellings: Sequence[Telling]) -> None:
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
    """The event of now that stands for an anchor's: in its sentence, on its words, of its type, or next to it.

    Not one that was read beside it then: what is not read any more has no act of now.
    """
    length = int(anchor.get("length", 1))
    place = _place_of(report.text, anchor, length)
    if place is None:
        return None
    sentence, beside = report.sentence_at(place), {place + int(at) for at in anchor.get("beside", ())}
    near = []
    for n, event in enumerate(report.reading.events):
        start, end = event.trigger.start, event.trigger.end
        away = abs(start - place)
        if start not in beside and away <= _MAX_SHIFT and report.sentence_at(start) == sentence:
            apart = start >= place + length or end <= place
            near.append(((apart, event.type != anchor.get("type"), away, n), event))
    return min(near, key=lambda found: found[0])[1] if near else None


def _place_of(text: str, anchor: Mapping[str, Any], length: int) -> int | None:
    """Where the trigger of then stands in the text of now: of several places the one nearest to the old."""
    words, at = str(anchor["words"]), int(anchor["at"])
    for around in _NARROWER:
        first = max(0, at - around)
        piece = words[first : at + length + around]
        found = [match.start() + at - first for match in re.finditer(re.escape(piece), text)]
        if found:
            return min(found, key=lambda place: abs(place - int(anchor.get("start", place))))
    return None
