"""Places, with what GeoNames knows of them."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.reading.span import Span

PlaceUse = Literal["literal", "actor", "modifier"]
Precision = Literal["point", "place", "region", "country"]


class PlaceMention(Span, frozen=True, kw_only=True):
    """A place name; "Moscow said" is an actor, "the Gaza border" a modifier."""

    use: PlaceUse


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A place. `geonameid`, `lat` and `lon` are None where the name could not be resolved."""

    id: str
    name: str
    geonameid: str | None
    lat: float | None
    lon: float | None
    country: str | None
    admin1: str | None
    feature: str | None
    precision: Precision | None
    confidence: float | None = None
    mentions: tuple[PlaceMention, ...]
