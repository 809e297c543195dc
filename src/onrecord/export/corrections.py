"""What people have corrected in a merged event stands in exports; the readings themselves never change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final, get_args

import msgspec

from onrecord.export.codes import country_name
from onrecord.export.records import EventRecord, Party, When, Where
from onrecord.knowledge.names import fold_name
from onrecord.lexicon.load import Lexicon
from onrecord.reading.entity import EntityType
from onrecord.reading.event import REFUSED, Status
from onrecord.store.rows import ActorRow

Corrections = Mapping[str, Any]
"""The corrected value by field: type, status, actor, recipient, place, country, day; "" for what nobody tells.

A place that somebody has chosen in the gazetteer is a mapping with all that is known of it.
"""

Known = Mapping[str, ActorRow]
"""Parties of the project by their folded names."""

_SEPARATOR = "; "  # between several parties
_NOWHERE: Final[Mapping[str, Any]] = MappingProxyType(
    dict.fromkeys(("geonameid", "lat", "lon", "country", "admin1", "feature", "precision"))
)


def corrections_of(record: Mapping[str, Any]) -> Corrections:
    """The corrections that a merged event's record holds; of several of one field the last."""
    fixed: Iterable[Mapping[str, Any]] = record.get("corrections", ())
    return {str(one["field"]): _value(one) for one in fixed}


def _value(one: Mapping[str, Any]) -> Any:  # noqa: ANN401 - a string, or what the gazetteer knows of a place
    """The value; of a place that somebody has chosen all that is known of it."""
    return {**one["spot"], "name": one["value"]} if one.get("spot") else str(one["value"])


def correct(record: EventRecord, corrections: Corrections, lexicon: Lexicon, known: Known) -> EventRecord:
    """The record with the corrected values.

    Another type takes mode and code with it, for nobody has said what they ought to be; a status that is none counts
    as `unclear`; a corrected place has a name, and a point on the map where somebody has chosen which one it is.
    """
    changes: dict[str, Any] = {}
    name = corrections.get("type", record.type)
    kind = lexicon.plover.types.get(name)
    if kind and name != record.type:
        changes = {"type": name, "mode": None, "cameo": None, "quad": kind.quad, "score": kind.score}
    if status := corrections.get("status"):
        changes |= _standing(status)
    if "day" in corrections:
        changes["when"] = _when(corrections["day"])
    if "place" in corrections:
        changes["where"] = _place(corrections["place"])
    if country := corrections.get("country"):
        changes["where"] = _moved(changes.get("where", record.where), country)
    for field, side in (("actor", "actors"), ("recipient", "recipients")):
        if field in corrections:
            changes[side] = tuple(_parties(corrections[field], record, known))
    return msgspec.structs.replace(record, **changes)


def _standing(told: str) -> dict[str, str]:
    """What the gate takes a corrected status for, and what that says: `not_planned` is a plan not to do it."""
    status = told.removeprefix("not_") if told in REFUSED else told
    status = status if status in get_args(Status) else "unclear"
    is_negative = told in {*REFUSED, "denied", "not_happened"}
    gated = "not_happened" if told in REFUSED else status
    return {"status": gated, "told_status": status, "polarity": "negative" if is_negative else "positive"}


def _parties(names: str, record: EventRecord, known: Known) -> Iterable[Party]:
    """The parties called so: those of the record itself, else of the project, else nothing but the words."""
    own = {fold_name(party.name): party for party in (*record.actors, *record.recipients)}
    start, end = record.trigger.start, record.trigger.end  # no words of the report: the act stands for them
    for name in filter(None, names.split(_SEPARATOR)):
        folded = fold_name(name)
        if folded in own:
            yield own[folded]
        elif row := known.get(folded):
            kind = row.type if row.type in get_args(EntityType) else "other"
            yield Party(key=row.actor_id, name=row.name, text=name, start=start, end=end, type=kind,  # type: ignore[arg-type]
                        country=row.country, named=True, known=True)  # fmt: skip
        else:
            yield Party(key=f"corrected:{folded}", name=name, text=name, start=start, end=end)


def _when(day: str) -> When | None:
    return When(text=f"corrected: {day}", first=day, last=day, resolution="day") if day else None


def _place(told: str | Mapping[str, Any]) -> Where | None:
    if isinstance(told, str):
        return Where(name=told, text=told, **_NOWHERE) if told else None
    known = {name: told[name] for name in _NOWHERE}
    return Where(name=told["name"], text=told["name"], **known)


def _moved(where: Where | None, country: str) -> Where:
    """The place in another country: what the gazetteer knew of the wrong place goes."""
    if where is not None and where.country == country:
        return where
    name = where.name if where else country_name(country) or country
    return Where(name=name, text=where.text if where else name, **{**_NOWHERE, "country": country})
