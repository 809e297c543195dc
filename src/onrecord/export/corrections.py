"""What people have corrected in a merged event stands in exports; the readings themselves never change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, get_args

import msgspec

from onrecord.export.codes import country_name
from onrecord.export.records import EventRecord, When, Where
from onrecord.lexicon.load import Lexicon
from onrecord.reading.event import Status

Corrections = Mapping[str, str]
"""The corrected value by field: type, status, day, country."""


def corrections_of(record: Mapping[str, Any]) -> Corrections:
    """The corrections that a merged event's record holds; of several of one field the last."""
    fixed: Iterable[Mapping[str, Any]] = record.get("corrections", ())
    return {str(one["field"]): str(one["value"]) for one in fixed}


def correct(record: EventRecord, corrections: Corrections, lexicon: Lexicon) -> EventRecord:
    """The record with the corrected values.

    Another type takes mode and code with it, for nobody has said what they ought to be; a status that is none counts
    as `unclear`.
    """
    changes: dict[str, Any] = {}
    name = corrections.get("type", record.type)
    kind = lexicon.plover.types.get(name)
    if kind and name != record.type:
        changes = {"type": name, "mode": None, "cameo": None, "quad": kind.quad, "score": kind.score}
    if status := corrections.get("status"):
        changes["status"] = changes["told_status"] = status if status in get_args(Status) else "unclear"
        changes["polarity"] = "negative" if status in ("denied", "not_happened") else "positive"
    if day := _day(corrections.get("day")):
        changes["when"] = When(text=f"corrected: {day}", first=day, last=day, resolution="day")
    if country := corrections.get("country"):
        changes["where"] = _moved(record.where, country)
    return msgspec.structs.replace(record, **changes)


def _day(value: str | None) -> str | None:
    try:
        return date.fromisoformat(value or "").isoformat()
    except ValueError:
        return None


def _moved(where: Where | None, country: str) -> Where:
    """The place in another country: what the gazetteer knew of the wrong place goes."""
    if where is not None and where.country == country:
        return where
    name = where.name if where else country_name(country) or country
    text = where.text if where else name
    return Where(name=name, text=text, geonameid=None, lat=None, lon=None, country=country, admin1=None, feature=None,
                 precision=None)  # fmt: skip
