"""How exactly a place and a date are known, on the scales of other people's formats."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from onrecord.export.records import When, Where

_KINDS = ("point", "section", "place", "district", "province", "country")
_SCALES: Final = MappingProxyType(
    {
        #                pt  sec pl  dis prov country
        "plover":       (5, 5, 4, 3, 2, 1),
        "acled":        (1, 1, 1, 2, 3, 3),
        "ucdp":         (1, 1, 1, 3, 4, 6),
        "gdelt":        (4, 4, 4, 5, 5, 1),
        "gdelt usa":    (3, 3, 3, 2, 2, 1),
        "eventreport":  (6, 5, 4, 3, 2, 1),
    }
)  # fmt: skip
_ACLED_TIME = MappingProxyType({"day": 1, "days": 2, "week": 2, "month": 3})
_UCDP_TIME = MappingProxyType({"day": 1, "days": 2, "week": 3, "month": 4, "longer": 5})


def place_kind(where: Where) -> str | None:
    """`point`, `section` (of a town), `place`, `district`, `province`, `country`; None where it is not resolved."""
    if where.precision is None:
        return None
    feature = where.feature or ""
    if where.precision == "place":
        return "section" if feature == "PPLX" else "place"
    if where.precision == "region":
        return "province" if feature in ("ADM1", "ADM1H") else "district"
    return where.precision


def place_precision(where: Where | None, scale: str) -> int | None:
    """The number for a place on a scale: plover, acled, ucdp, gdelt or eventreport; None where it is not resolved."""
    kind = place_kind(where) if where else None
    if kind is None:
        return None
    if scale == "gdelt" and where is not None and where.country == "USA":
        scale = "gdelt usa"
    return _SCALES[scale][_KINDS.index(kind)]


def acled_time(when: When) -> int | None:
    """1 to 3; None where the date is too wide for ACLED."""
    return 3 if when.by_publication else _ACLED_TIME.get(when.resolution)


def ucdp_time(when: When) -> int:
    """1 to 5."""
    return _UCDP_TIME[when.resolution]
