"""What kind of side a party is, as ACLED and UCDP draw the lines."""

from __future__ import annotations

from typing import Final, Literal

from onrecord.export.codes import INTERNATIONAL
from onrecord.export.records import EventRecord, Party

Side = Literal["state", "rebels", "militia", "foreign", "rioters", "protesters", "civilians"]

_STATE: Final = frozenset({"MIL", "COP", "GOV"})
_MILITIA: Final = frozenset({"PRM", "CRM", "UAF"})
_UNARMED: Final = frozenset(
    {"CVL", "REF", "JRN", "MED", "EDU", "LAB", "AGR", "REL", "BUS", "SOC", "ELI", "OPP", "PTY", "LEG", "JUD"}
)
_RIOTS: Final = frozenset({"riot", "vandalize"})


def side_of(party: Party, event: EventRecord) -> Side | None:
    """The kind of side that a party is in an event; None where the report does not let it be told."""
    if event.type == "PROTEST" and any(party.key == actor.key for actor in event.actors):
        return "rioters" if event.mode in _RIOTS else "protesters"
    sectors = set(party.sectors)
    if sectors & _STATE:
        abroad = event.where is not None and event.where.country and party.country != event.where.country
        return "foreign" if abroad and party.country else "state"
    if "REB" in sectors:
        return "rebels"
    if sectors & _MILITIA:
        return "militia"
    if sectors & _UNARMED:
        return "civilians"
    return "foreign" if party.country in INTERNATIONAL else None


def is_state(party: Party) -> bool:
    """Whether it is a government or one of its forces."""
    return bool(set(party.sectors) & _STATE)


def is_armed(party: Party) -> bool:
    """Whether it is a state, or a group that bears arms."""
    return is_state(party) or bool(set(party.sectors) & (_MILITIA | {"REB"}))


def is_unarmed(party: Party) -> bool:
    """Whether it is told to be unarmed; who is not told to be either is neither."""
    return not is_armed(party) and bool(set(party.sectors) & _UNARMED)
