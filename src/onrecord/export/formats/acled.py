"""ACLED's layout (2023 and later): CSV, 31 columns. The layout only: no row and no id of ACLED's is in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from types import MappingProxyType
from typing import BinaryIO, Final

from onrecord.export.cells import Cell, in_order, write_csv
from onrecord.export.codes import country_of
from onrecord.export.dates import digits_of
from onrecord.export.format import Format, Job
from onrecord.export.merging import total
from onrecord.export.pairs import dated, number_of
from onrecord.export.precision import acled_time, place_precision
from onrecord.export.records import EventRecord, Party, When
from onrecord.export.sides import is_armed, is_unarmed, side_of
from onrecord.reading.spelled import NOT_SAID

COLUMNS: Final = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting",
    "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision",
    "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
_INTER: Final = MappingProxyType(
    {
        "state": "State Forces", "rebels": "Rebel Forces", "militia": "Militia Groups", "rioters": "Rioters",
        "protesters": "Protesters", "civilians": "Civilians", "foreign": "Foreign / Others",
    }
)  # fmt: skip
_INTER_ORDER: Final = tuple(_INTER.values())
_POLITICAL, _STRATEGIC, _DEMONSTRATIONS = "Political violence", "Strategic developments", "Demonstrations"
_REMOTE: Final = MappingProxyType(
    {
        "aerial": "Air/drone strike", "drone": "Air/drone strike", "heavy-weapons": "Shelling/artillery/missile attack",
        "explosives": "Remote explosive/landmine/IED", "suicide-attack": "Suicide bomb",
    }
)  # fmt: skip
_ON_CIVILIANS: Final = MappingProxyType({"sexual": "Sexual violence", "abduct": "Abduction/forced disappearance"})
_PEACEFUL: Final = frozenset({"demo", "strike", "hunger", "obstruct"})
_VIOLENT: Final = frozenset({"riot", "vandalize"})
_SHOTS: Final = frozenset({"firearms", "heavy-weapons"})
_CHEMICAL: Final = "2041"
_SETTLING: Final = frozenset({"037", "057"})  # settle a dispute, sign an agreement
_OF_WAR: Final = frozenset({"military", "peacekeeping"})

Kind = tuple[str, str, str]  # event type, sub-event type, disorder type


def write(job: Job, out: BinaryIO) -> None:
    """One row an event, for the acts that ACLED knows."""
    answers = _answers_to_crowds(job)
    write_csv(out, [COLUMNS], (in_order(COLUMNS, row) for row in _rows(job, answers)))


def _rows(job: Job, answers: Mapping[tuple[str, str], str]) -> Iterator[dict[str, Cell]]:
    for event in job.events():
        when, kind = dated(event, job), _kind(event, answers)
        if kind is None:
            job.tally.refuse("of a kind that ACLED's layout has no name for")
        elif when is None:
            job.tally.refuse("without a date, told or of publication")
        elif (precision := acled_time(when)) is None:
            job.tally.refuse("with a date wider than a month")
        else:
            job.tally.wrote(event)
            if when.by_publication:
                job.tally.note("dated by publication")
            yield {
                "event_id_cnty": f"ONR{number_of(event.id)}",
                "event_date": when.first,
                "year": when.first[:4],
                "time_precision": precision,
                "event_type": kind[0],
                "sub_event_type": kind[1],
                "disorder_type": kind[2],
                **_parties(event),
                **_place(event),
                "source": "; ".join(event.publishers),
                "notes": _notes(event, when),
                "fatalities": _fatalities(event, kind),
                "tags": _tags(event),
                "timestamp": _seconds(event, job),
            }


def _kind(event: EventRecord, answers: Mapping[tuple[str, str], str]) -> Kind | None:
    if event.type == "ASSAULT":
        return _assault(event)
    if event.type == "PROTEST":
        return _protest(event, answers)
    if event.type == "RETREAT" and event.mode == "withdraw" and event.where:
        return "Strategic developments", "Non-violent transfer of territory", _STRATEGIC
    if event.type == "COERCE" and event.mode == "arrest":
        return "Strategic developments", "Arrests", _STRATEGIC
    if event.type in ("SUPPORT", "AGREE") and event.cameo in _SETTLING and _OF_WAR & set(event.contexts):
        return "Strategic developments", "Agreement", _STRATEGIC
    return None


def _assault(event: EventRecord) -> Kind | None:
    if event.mode == "destroy":
        return "Strategic developments", "Looting/property destruction", _STRATEGIC
    if remote := _REMOTE.get(event.mode or ""):
        return "Explosions/Remote violence", remote, _POLITICAL
    if event.cameo == _CHEMICAL:
        return "Explosions/Remote violence", "Chemical weapon", _POLITICAL
    if event.recipients and all(map(is_unarmed, event.recipients)):
        return "Violence against civilians", _ON_CIVILIANS.get(event.mode or "", "Attack"), _POLITICAL
    first, second = _two_sides(event)
    if first and second and all(map(is_armed, (*first, *second))):
        return "Battles", "Armed clash", _POLITICAL
    return None


def _protest(event: EventRecord, answers: Mapping[tuple[str, str], str]) -> Kind | None:
    if event.mode in _VIOLENT:
        return "Riots", "Violent demonstration", _DEMONSTRATIONS
    if event.mode not in _PEACEFUL:
        return None
    met = {answers.get((event.report.id, actor.key)) for actor in event.actors}
    if "shots" in met:
        return "Protests", "Excessive force against protesters", f"{_POLITICAL}; {_DEMONSTRATIONS}"
    if "intervention" in met:
        return "Protests", "Protest with intervention", _DEMONSTRATIONS
    return "Protests", "Peaceful protest", _DEMONSTRATIONS


def _answers_to_crowds(job: Job) -> dict[tuple[str, str], str]:
    """Which parties, by report, were arrested, met with crowd control, or shot at."""
    answers: dict[tuple[str, str], str] = {}
    for event in job.events():
        shots = event.type == "ASSAULT" and event.mode in _SHOTS
        if shots or (event.type, event.mode) in (("COERCE", "arrest"), ("ASSAULT", "crowd-control")):
            for party in event.recipients:
                key = (event.report.id, party.key)
                answers[key] = "shots" if shots else answers.get(key, "intervention")
    return answers


def _two_sides(event: EventRecord) -> tuple[Sequence[Party], Sequence[Party]]:
    """Actors and recipients; of those who act on one another, the first and the others."""
    return (event.actors[:1], event.actors[1:]) if event.reciprocal else (event.actors, event.recipients)


def _parties(event: EventRecord) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    inters: list[str] = []
    for number, parties in enumerate(_two_sides(event), start=1):
        if parties:
            inter = _INTER.get(side_of(parties[0], event) or "", "")
            inters.append(inter)
            cells |= {
                f"actor{number}": parties[0].name,
                f"assoc_actor_{number}": "; ".join(party.name for party in parties[1:]),
                f"inter{number}": inter,
            }
    on_civilians = event.type == "ASSAULT" and any(map(is_unarmed, event.recipients))
    known = sorted(filter(None, inters), key=_INTER_ORDER.index)
    return {
        **cells,
        "interaction": "-".join(known) if len(known) == len(inters) else "",
        "civilian_targeting": "Civilian targeting" if on_civilians else "",
    }


def _place(event: EventRecord) -> dict[str, Cell]:
    where = event.where
    if where is None:
        return {}
    country = country_of(where.country)
    return {
        "iso": country.numeric if country else None,
        "region": country.acled_region if country else None,
        "country": country.name if country else None,
        "admin1": where.admin1,
        "location": where.name,
        "latitude": where.lat,
        "longitude": where.lon,
        "geo_precision": place_precision(where, "acled"),
    }


def _notes(event: EventRecord, when: When) -> str:
    """A sentence of our own from the coded fields; never the report's words."""
    who = ", ".join(party.name for party in event.actors) or NOT_SAID
    whom = f" → {', '.join(party.name for party in event.recipients)}" if event.recipients else ""
    where = f" in {event.where.name}" if event.where else ""
    day = f"published {when.first}" if when.by_publication else when.first
    return (
        f"{event.type}{f' ({event.mode})' if event.mode else ''}: {who}{whom}{where}, {day}. Told by: {event.told_by}"
    )


def _fatalities(event: EventRecord, kind: Kind) -> int | None:
    killed = total(event, "killed")
    if killed:
        return killed.low
    return 0 if kind[1] in ("Peaceful protest", "Arrests", "Agreement", "Non-violent transfer of territory") else None


def _tags(event: EventRecord) -> str:
    crowd = total(event, "crowd")
    return f"crowd size={crowd.text.replace(';', ',')}" if crowd else ""


def _seconds(event: EventRecord, job: Job) -> int | None:
    digits = digits_of(event.report.published) or digits_of(job.options.stamp)
    if not digits:
        return None
    return int(datetime.strptime(digits, "%Y%m%d%H%M%S").replace(tzinfo=UTC).timestamp())


FORMAT = Format(
    name="acled",
    suffix=".csv",
    title="ACLED's layout, 31 columns; no ACLED data",
    status="apart",
    loses=(
        "certainty", "conditions", "denials", "words", "offsets", "other numbers", "ranges", "figures", "contexts",
        "reports", "positions", "commitments", "labels",
    ),
    write=write,
)  # fmt: skip
