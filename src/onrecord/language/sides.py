"""Whether somebody's words are a party's own: said by it, by one of its members, or by an official of its state."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.reading.entity import Entity

_OFFICIAL = frozenset({"GOV", "MIL"})  # PLOVER's sectors of those who speak for a state
_BODIES = frozenset({"organization", "group"})


def speaks_for(speaker: Entity, side: Entity) -> bool:
    """Whether `speaker` is the party, one of it, of the same country and sector, or an official of the state.

    A ministry and a government whose state nobody names are of the state that the report is about.
    """
    if side.id == speaker.id or side.id in speaker.member_of or speaker.id in side.member_of:
        return True
    if speaker.country != side.country:
        return False
    official = not _OFFICIAL.isdisjoint(speaker.sectors)
    if side.type == "place":
        return official and side.named  # not for "all 14 provinces"
    if official and not _OFFICIAL.isdisjoint(side.sectors):
        return side.type in _BODIES
    if speaker.country is None:
        return False  # of no state that the report names
    alike = not set(side.sectors).isdisjoint(speaker.sectors) or not (side.sectors and speaker.sectors)
    return alike and side.type in _BODIES
