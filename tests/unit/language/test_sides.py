"""Who speaks for whom."""

from __future__ import annotations

import pytest

from onrecord.language.sides import speaks_for
from onrecord.reading.entity import Entity, EntityType, Mention


def _entity(key: str, kind: EntityType, country: str | None, *sectors: str, of: tuple[str, ...] = ()) -> Entity:
    mention = Mention(start=0, end=1, text="X", kind="name")
    return Entity(id=key, name=key, type=kind, named=True, country=country, sectors=sectors, member_of=of,
                  mentions=(mention,))  # fmt: skip


MINISTER = _entity("T1", "person", "IRN", "GOV")
PLO = _entity("T2", "organization", "PSE", "PTY")
ROWS = [
    (MINISTER, MINISTER, True, "everybody speaks for himself"),
    (MINISTER, _entity("T3", "place", "IRN"), True, "a minister for his state"),
    (MINISTER, _entity("T3", "place", "IRQ"), False, "but for no other"),
    (MINISTER, _entity("T3", "organization", "IRN", "MIL"), True, "and for its army"),
    (MINISTER, _entity("T3", "group", "IRN", "REB"), False, "not for its rebels"),
    (
        _entity("T4", "person", "IRN", "CVL"),
        _entity("T3", "place", "IRN"),
        False,
        "a citizen does not speak for the state",
    ),
    (_entity("T4", "person", None, "PTY", of=("T2",)), PLO, True, "an official of a body for the body"),
    (_entity("T4", "person", "PSE"), _entity("T3", "group", "PSE", "REB"), True, "of one country, nothing else known"),
    (_entity("T4", "person", None), _entity("T3", "group", None), False, "nothing known of either is no bond"),
]


@pytest.mark.parametrize(("speaker", "side", "expected", "why"), ROWS)
def test_who_speaks_for_whom(speaker: Entity, side: Entity, expected: bool, why: str) -> None:  # noqa: FBT001 - a row
    assert speaks_for(speaker, side) is expected, why
