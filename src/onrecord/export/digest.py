"""All that one report gives to an export, together."""

from __future__ import annotations

import msgspec

from onrecord.export.records import Claim, EventRecord, Name, Party, Pledge, Report, Stand


class Digest(msgspec.Struct, frozen=True, kw_only=True):
    """All that one report gives to an export."""

    report: Report
    events: tuple[EventRecord, ...]
    stands: tuple[Stand, ...]
    pledges: tuple[Pledge, ...]
    claims: tuple[Claim, ...]
    names: tuple[Name, ...]
    parties: tuple[Party, ...]
    places: tuple[str, ...]
