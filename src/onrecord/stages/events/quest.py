"""The settings of one search for a party near the trigger, made from the entry (see `nearby.py`)."""

from __future__ import annotations

import msgspec


class Quest(msgspec.Struct, frozen=True, kw_only=True):
    """One search: tokens that have a role already, doers by token, relations that lead nowhere, and the kind of act."""

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
