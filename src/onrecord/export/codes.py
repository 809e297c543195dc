"""Codes of other vocabularies: countries, sectors, CAMEO. Where a table has nothing, the cell stays blank."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import msgspec

from onrecord.export.records import Party, Where

if TYPE_CHECKING:
    from collections.abc import Mapping

INTERNATIONAL: Final = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})
"""PLOVER codes that stand in the place of a country."""

_CAMEO_SECTOR = MappingProxyType({"JRN": "MED", "MED": "HLH", "SOC": "CVL", "PRM": "", "UNK": "", "PRE": ""})
_CAMEO_INTERNATIONAL = MappingProxyType({"UNO": "IGO", "EUR": "IGO", "ISM": "INT"})
_ICEWS_SECTOR = MappingProxyType(
    {
        "GOV": "Government", "MIL": "Military", "COP": "Police", "JUD": "Judicial",
        "LEG": "Legislative / Parliamentary",
        "OPP": "Opposition Major Party (Out Of Government)", "PTY": "Parties", "REB": "Dissident",
        "UAF": "Unidentified Forces", "CRM": "Criminals / Gangs", "CVL": "General Population / Civilian / Social",
        "SOC": "Social", "JRN": "Media", "BUS": "Business", "EDU": "Education", "LAB": "Labor", "AGR": "Agricultural",
        "REF": "Refugees / Displaced", "REL": "Religious", "ELI": "Elite", "SPY": "State Intelligence",
        "MED": "", "PRM": "", "UNK": "", "PRE": "",
    }
)  # fmt: skip
_ICEWS_INTERNATIONAL = MappingProxyType(
    {
        "IGO": "International Government Organization", "UNO": "International Government Organization",
        "EUR": "International Government Organization", "NGO": "Nongovernmental Organization / Activist",
        "IMG": "International Dissident", "MNC": "Multinational Corporation",
    }
)  # fmt: skip
_UCDP_REGION_FROM_GW = ((2, "Americas"), (200, "Europe"), (400, "Africa"), (630, "Middle East"), (700, "Asia"))


class CountryCodes(msgspec.Struct, frozen=True, kw_only=True):
    """One country's codes; None where the vocabulary has none for it.

    Attributes:
        code, iso2, numeric: ISO 3166 (Kosovo: KOS, XK, no number).
        fips: FIPS 10-4.
        cameo: as CAMEO writes alpha-3.
        cow, gw: state numbers of the Correlates of War and of Gleditsch and Ward.
        acled_region, ucdp_region: the regions of those two.
    """

    code: str
    iso2: str
    name: str
    numeric: int | None
    fips: str
    cameo: str
    cow: int | None
    gw: int | None
    acled_region: str | None

    @property
    def ucdp_region(self) -> str | None:
        """UCDP draws its regions by Gleditsch and Ward's numbers."""
        if self.gw is None:
            return None
        return [name for start, name in _UCDP_REGION_FROM_GW if start <= self.gw][-1]


class Cameo(msgspec.Struct, frozen=True, kw_only=True):
    """A CAMEO code: its label as ICEWS words it, and its Goldstein number."""

    code: str
    label: str
    goldstein: float

    @property
    def root(self) -> str:
        """The first two digits."""
        return self.code[:2]

    @property
    def base(self) -> str:
        """The first three digits."""
        return self.code[:3]

    @property
    def quad(self) -> int:
        """GDELT's QuadClass, which goes by the root."""
        root = int(self.root)
        return 1 if root <= 5 else 2 if root <= 8 else 3 if root <= 13 else 4


def country_of(code: str | None) -> CountryCodes | None:
    """The country with this alpha-3 code; None for international codes and for nothing."""
    return _countries().get(code or "")


def country_name(code: str | None) -> str | None:
    """The usual English name."""
    country = country_of(code)
    return country.name if country else None


def cameo_of(code: str | None) -> Cameo | None:
    """The CAMEO code; None where there is none, or none that CAMEO knows."""
    return _cameo().get(code or "")


def cameo_types(party: Party) -> tuple[str, ...]:
    """CAMEO type codes of a party, the international one first; what CAMEO has no code for is left out."""
    international = (_CAMEO_INTERNATIONAL.get(party.country, party.country),) if party.country in INTERNATIONAL else ()
    sectors = (_CAMEO_SECTOR.get(sector, sector) for sector in party.sectors)
    return tuple(dict.fromkeys(code for code in (*international, *sectors) if code))


def icews_sectors(party: Party) -> tuple[str, ...]:
    """Sector words as they stand in ICEWS data."""
    words = [_ICEWS_INTERNATIONAL.get(party.country or "", "")]
    words += [_ICEWS_SECTOR.get(sector, "") for sector in party.sectors]
    return tuple(dict.fromkeys(word for word in words if word))


def is_city(where: Where | None) -> bool:
    """Whether the place is a town, a village or a part of one."""
    return bool(where and where.precision == "place" and (where.feature or "").startswith("PPL"))


def _table(name: str) -> list[dict[str, str]]:
    text = resources.files("onrecord.export").joinpath("data", name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@cache
def _countries() -> Mapping[str, CountryCodes]:
    table = {}
    for row in _table("country_codes.csv"):
        table[row["code"]] = msgspec.convert(
            {name: cell or None for name, cell in row.items()}, CountryCodes, strict=False
        )
    return MappingProxyType(table)


@cache
def _cameo() -> Mapping[str, Cameo]:
    rows = _table("cameo.csv")
    return MappingProxyType(
        {row["code"]: Cameo(code=row["code"], label=row["label"], goldstein=float(row["goldstein"])) for row in rows}
    )
