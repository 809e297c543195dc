"""What one search for a party nearby goes by."""

from __future__ import annotations

import msgspec


class Quest(msgspec.Struct, frozen=True, kw_only=True):
    """One search: tokens with a role, doers by token, relations left out; for what kind of act."""

    taken: set[int]
    cast: dict[int, str]
    closed: frozenset[str]
    friendly: bool = False
    force: bool = False
    blow: bool = False
    sends: bool = False
    to_others: bool = False
    accuses: bool = False
    demands: bool = False
    on_a_thing: bool = False
    in_words: bool = False
