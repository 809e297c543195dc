"""Event-report rows, for the R package eventreport: CSV, one row for each event and report, nothing merged."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import BinaryIO, Final

from onrecord.export.cells import Cell, in_order, write_csv
from onrecord.export.codes import country_name, is_city
from onrecord.export.format import Format, Job
from onrecord.export.merging import total
from onrecord.export.precision import place_precision
from onrecord.export.records import EventRecord, NumberKind, Party

MAX_PARTIES: Final = 6
_OF_ACTOR = (
    "actor{0}", "actor{0}_id", "actor{0}_type", "actor{0}_subtype", "actor{0}_party", "actor{0}_violence",
    "actor{0}_precision", "actor{0}_initiator", "actor{0}_perpetrator", "actor{0}_intervener", "actor{0}_bystander",
    "actor{0}_victim",
)  # fmt: skip
COLUMNS: Final = (
    "id", "event_id", "country", "election", "certain", "certain1", "certain2", "certain3", "certain4", "certain5",
    "certain6", "date_start", "date_end", "city", "location", "latitude", "longitude", "geo_precision",
    *(name.format(number) for number in range(1, MAX_PARTIES + 1) for name in _OF_ACTOR),
    "event_context", "target", "deaths_best", "deaths_low", "deaths_high", "injuries_best", "injuries_low",
    "injuries_high", "displacement", "damage", "source", "number_of_sources", "source_author", "source_type",
    "source_classification", "sampling", "unit_of_analysis", "aggregation",
    "told_by",
)  # fmt: skip
_SUBTYPES: Final = MappingProxyType(
    {
        "COP": "Security forces: Police", "MIL": "Security forces: Army", "REB": "Non-state armed actor: Rebel group",
        "PRM": "Non-state armed actor: Militia", "CRM": "Non-state armed actor: Criminal gang",
    }
)  # fmt: skip
_TYPES: Final = MappingProxyType(
    {
        "COP": "Security forces", "MIL": "Security forces", "SPY": "Security forces", "REB": "Non-state armed actor",
        "PRM": "Non-state armed actor", "UAF": "Non-state armed actor", "CRM": "Non-state armed actor",
        "GOV": "Political actor", "PTY": "Political actor", "OPP": "Political actor", "LEG": "Political actor",
        "CVL": "Citizens", "REF": "Citizens", "LAB": "Citizens", "EDU": "Citizens", "SOC": "Citizens",
    }
)  # fmt: skip
_VIOLENCE: Final = MappingProxyType(
    {
        "firearms": "Shooting", "beat": "Melee", "crowd-control": "Crowd control measures", "riot": "Riot",
        "sexual": "Sexual violence", "vandalize": "Riot",
    }
)  # fmt: skip
_NOT_TOLD_HOW: Final = "Unknown"
_CONTEXTS: Final = MappingProxyType({"PROTEST": "Protest", "MOBILIZE": "Military operation"})
_DAMAGING: Final = frozenset({"destroy", "vandalize"})
_VIOLENT_TYPES: Final = frozenset({"ASSAULT", "COERCE"})


def write(job: Job, out: BinaryIO) -> None:
    """One row for each telling; `event_id` is the merged event's id, by which the package groups."""
    write_csv(out, [COLUMNS], (in_order(COLUMNS, row) for row in _rows(job)))


def _rows(job: Job) -> Iterator[dict[str, Cell]]:
    for event_id, event in job.material.tellings(asked=job.apart):
        job.tally.wrote(event)
        parties = (*event.actors, *event.recipients)
        job.tally.note("parties after the sixth of an event", max(0, len(parties) - MAX_PARTIES))
        killed = total(event, "killed")
        report = event.report
        cells: dict[str, Cell] = {
            "id": event.id,
            "event_id": event_id,
            "date_start": event.when.first if event.when else None,
            "date_end": event.when.last if event.when else None,
            **_place(event),
            "event_context": _context(event),
            "target": _type(event.recipients[0]) or "Unknown" if event.recipients else "Unknown",
            **_numbers(event, "killed", "deaths"),
            **_numbers(event, "injured", "injuries"),
            "displacement": any(figure.kind == "displaced" for figure in event.figures),
            "damage": event.mode in _DAMAGING,
            "source": f"{report.publisher or ''} ({report.day or 'no date'}) {report.title or ''}".strip(),
            "number_of_sources": 0,
            "source_author": report.publisher,
            "unit_of_analysis": "Event report",
            "aggregation": "None",
            "told_by": event.told_by,
        }
        for number, party in enumerate(parties[:MAX_PARTIES], start=1):
            cells |= _party(number, party, event, acts=number <= len(event.actors), died=bool(killed))
        yield cells


def _place(event: EventRecord) -> dict[str, Cell]:
    where = event.where
    if where is None:
        return {}
    return {
        "country": country_name(where.country),
        "city": where.name if is_city(where) else None,
        "location": where.name,
        "latitude": where.lat,
        "longitude": where.lon,
        "geo_precision": place_precision(where, "eventreport"),
    }


def _party(number: int, party: Party, event: EventRecord, *, acts: bool, died: bool) -> dict[str, Cell]:
    violent = event.type in _VIOLENT_TYPES or event.mode in ("riot", "vandalize")
    victim = violent and not acts
    return {
        f"actor{number}": party.name,
        f"actor{number}_id": party.key,
        f"actor{number}_type": _type(party),
        f"actor{number}_subtype": next((_SUBTYPES[code] for code in party.sectors if code in _SUBTYPES), None),
        f"actor{number}_party": party.name if "PTY" in party.sectors else None,
        f"actor{number}_violence": _VIOLENCE.get(event.mode or "", _NOT_TOLD_HOW) if violent and acts else None,
        f"actor{number}_precision": _precision(party),
        f"actor{number}_perpetrator": violent and acts,
        f"actor{number}_victim": victim or (died and violent and event.reciprocal),
    }


def _type(party: Party) -> str | None:
    return next((_TYPES[code] for code in party.sectors if code in _TYPES), "Other" if party.sectors else None)


def _precision(party: Party) -> int:
    """4 a named person or unit, 3 a named group, 2 a kind of group with its country, 1 a kind only, 0 unknown."""
    if party.named:
        return 4 if party.type == "person" else 3
    if party.sectors or party.type != "other":
        return 2 if party.country else 1
    return 0


def _context(event: EventRecord) -> str:
    if event.mode == "riot":
        return "Riot"
    if event.type == "COERCE" and event.mode == "arrest":
        return "Arrest or raid"
    if event.type == "ASSAULT" and event.reciprocal:
        return "Clash"
    if event.type == "ASSAULT" and "military" in event.contexts:
        return "Military operation"
    return _CONTEXTS.get(event.type, "Unknown")


def _numbers(event: EventRecord, kind: NumberKind, name: str) -> dict[str, Cell]:
    found = total(event, kind)
    return {f"{name}_best": found.best, f"{name}_low": found.low, f"{name}_high": found.high} if found else {}


FORMAT = Format(
    name="eventreport",
    suffix=".csv",
    title="event-report rows for the R package eventreport: one row for each event and report",
    status="apart",
    loses=(
        "certainty", "conditions", "denials", "words", "offsets", "figures", "contexts", "positions", "commitments",
        "labels",
    ),
    write=write,
)  # fmt: skip
