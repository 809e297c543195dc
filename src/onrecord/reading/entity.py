"""Everybody and everything that can act, be acted on, or speak."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.reading.span import Span

EntityType = Literal["person", "organization", "group", "place", "other"]
MentionKind = Literal["name", "nominal", "pronoun"]


class Mention(Span, frozen=True, kw_only=True):
    """One place in the text where an entity stands."""

    kind: MentionKind


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """A party, a person, a group or a thing.

    Attributes:
        named: False for "14 factions", with `count` 14.
        country: ISO alpha-3, or a PLOVER international code (IGO, UNO, …); None where nothing says so.
        sectors: PLOVER sectors, the main one first.
        actor: key in the actor knowledge base.
        role: office words that stand with a person ("PLO official", "president").
        member_of: ids of the entities that this one speaks for, works for or belongs to.
    """

    id: str
    name: str
    type: EntityType
    named: bool
    count: int | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    actor: str | None = None
    role: str | None = None
    member_of: tuple[str, ...] = ()
    mentions: tuple[Mention, ...]
