"""Which acts of now judgements speak of: by place where the words stand as they stood, else found anew by the words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from onrecord.merge.acts import load_report, tellings_of
from onrecord.merge.judgements import Finder
from onrecord.store.rows import Judgement
from onrecord.store.view import View

Moved = dict[tuple[int, str], str | None]
"""Acts that were found by their words, by the number of the report's reading and the judgement's id."""

_STANDING = (
    "SELECT json_extract(j.value, '$[0]'), e.report_id || '/' || e.event_id FROM json_each(?) j CROSS JOIN events e"
    " ON e.report_id = json_extract(j.value, '$[1]') AND e.trigger_start = json_extract(j.value, '$[2]')"
    " WHERE e.same_as IS NULL"
)
_READINGS = (
    "SELECT r.report_id, d.reading_id FROM json_each(?) j CROSS JOIN reports r ON r.report_id = j.value"
    " JOIN versions v ON v.report_id = r.report_id AND v.version = r.version"
    " JOIN readings d ON d.version_id = v.version_id AND d.is_current"
)


def acts_judged(view: View, judgements: Sequence[Judgement], moved: Moved) -> dict[str, str]:
    """REPORT/EVENT by the id of each judgement whose first act is still told.

    Args:
        view: the project.
        judgements: some of its judgements.
        moved: what was found before; what is found now is put in.
    """
    asked = {row.id: anchor for row in judgements if (anchor := anchor_of(row))}
    places = [[key, anchor["report"], anchor["start"]] for key, anchor in asked.items() if "start" in anchor]
    found: dict[str, str] = dict(view.query(_STANDING, (_json(places),)))
    rest = [row for row in judgements if row.id in asked and row.id not in found]
    return found | {key: act for key, act in _find_moved(view, rest, moved) if act}


def anchor_of(judgement: Judgement) -> Mapping[str, Any]:
    """What a judgement keeps of its first act."""
    held = judgement.value if isinstance(judgement.value, dict) else {}
    anchor: Mapping[str, Any] = held.get("anchors", {}).get(next(iter(judgement.subjects), ""), {})
    return anchor


def _find_moved(view: View, judgements: Sequence[Judgement], moved: Moved) -> Iterator[tuple[str, str | None]]:
    ids = sorted({str(anchor_of(row)["report"]) for row in judgements})
    readings = dict(view.query(_READINGS, (_json(ids),)))
    finders: dict[str, tuple[Finder, dict[str, str]]] = {}
    for row in judgements:
        report_id = str(anchor_of(row)["report"])
        if report_id not in readings:
            continue
        place = (int(readings[report_id]), row.id)
        if place not in moved:
            if report_id not in finders:
                finders[report_id] = _finder(view, report_id)
            finder, acts = finders[report_id]
            moved[place] = acts.get(finder.find(row.subjects[0], row) or "")
        yield row.id, moved[place]


def _finder(view: View, report_id: str) -> tuple[Finder, dict[str, str]]:
    report = load_report(view, report_id)
    tellings = tellings_of(report)
    return Finder({report_id: report}, tellings), {told.key: f"{report_id}/{told.event}" for told in tellings}


def _json(values: object) -> str:
    return msgspec.json.encode(values).decode()
