"""GDELT 2.0 events: tab-separated, no header, 61 columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from onrecord.export.cells import Cell, in_order, write_tsv
from onrecord.export.codes import cameo_types, country_name, country_of
from onrecord.export.dates import digits_of
from onrecord.export.format import Format, Job
from onrecord.export.pairs import Coded, Pair, coded_pairs, pair_number
from onrecord.export.precision import place_kind, place_precision
from onrecord.export.records import Party, Where

_ACTOR = (
    "Actor{0}Code", "Actor{0}Name", "Actor{0}CountryCode", "Actor{0}KnownGroupCode", "Actor{0}EthnicCode",
    "Actor{0}Religion1Code", "Actor{0}Religion2Code", "Actor{0}Type1Code", "Actor{0}Type2Code", "Actor{0}Type3Code",
)  # fmt: skip
_GEO = (
    "{0}Geo_Type", "{0}Geo_FullName", "{0}Geo_CountryCode", "{0}Geo_ADM1Code", "{0}Geo_ADM2Code", "{0}Geo_Lat",
    "{0}Geo_Long", "{0}Geo_FeatureID",
)  # fmt: skip
COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(name.format(1) for name in _ACTOR), *(name.format(2) for name in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
    "NumSources", "NumArticles", "AvgTone",
    *(name.format("Actor1") for name in _GEO), *(name.format("Actor2") for name in _GEO),
    *(name.format("Action") for name in _GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip
_KNOWN_GROUPS = frozenset({"UNO", "EUR"})


def write(job: Job, out: BinaryIO) -> None:
    """One row for each pair of parties. Numbers of reports count copies, as GDELT's do."""
    write_tsv(out, (), _rows(job))


def _rows(job: Job) -> Iterator[list[Cell]]:
    for coded in coded_pairs(job):
        for pair in coded.pairs:
            yield in_order(COLUMNS, _row(coded, pair, job))


def _row(coded: Coded, pair: Pair, job: Job) -> dict[str, Cell]:
    event, cameo, when, _ = coded
    day = when.first.replace("-", "")
    return {
        "GLOBALEVENTID": pair_number(event, pair),
        "SQLDATE": day,
        "MonthYear": day[:6],
        "Year": day[:4],
        "FractionDate": _fraction(day),
        **actor_cells(1, pair[0]),
        **actor_cells(2, pair[1]),
        "IsRootEvent": event.lead,
        "EventCode": cameo.code,
        "EventBaseCode": cameo.base,
        "EventRootCode": cameo.root,
        "QuadClass": cameo.quad,
        "GoldsteinScale": cameo.goldstein,
        "NumMentions": len(event.mentions),
        "NumSources": len(event.publishers),
        "NumArticles": len(event.reports),
        **_geo_cells(event.where),
        "DATEADDED": digits_of(event.report.published) or digits_of(job.options.stamp),
        "SOURCEURL": event.report.citation,
    }


def _fraction(day: str) -> str:
    year, month, number = int(day[:4]), int(day[4:6]), int(day[6:])
    return f"{year + min((month * 30 + number) / 365, 0.9999):.4f}"


def actor_cells(number: int, party: Party | None) -> dict[str, Cell]:
    """The ten columns of one actor; ethnic and religious codes are not coded and stay blank."""
    if party is None:
        return {}
    types = cameo_types(party)
    country = country_of(party.country)
    group = party.country if party.country in _KNOWN_GROUPS else ""
    code = (country.cameo, *types) if country else (*types[:1], group, *types[1:])
    name = party.name or party.role or country_name(party.country) or ""
    prefix = f"Actor{number}"
    return {
        f"{prefix}Code": "".join(filter(None, code)),
        f"{prefix}Name": name.upper(),
        f"{prefix}CountryCode": country.cameo if country else "",
        f"{prefix}KnownGroupCode": group,
        **{f"{prefix}Type{at}Code": kind for at, kind in enumerate(types[:3], start=1)},
    }


def _geo_cells(where: Where | None) -> dict[str, Cell]:
    """The place of the act. Country codes are FIPS 10-4, not ISO; the codes of districts and features stay blank."""
    if where is None or where.precision is None:
        return {}
    country = country_of(where.country)
    kind = place_kind(where)
    parts = [where.name, where.admin1 if kind not in ("province", "country") else None, country_name(where.country)]
    fips = country.fips if country else ""
    return {
        "ActionGeo_Type": place_precision(where, "gdelt"),
        "ActionGeo_FullName": ", ".join(dict.fromkeys(part for part in parts if part)),
        "ActionGeo_CountryCode": fips,
        "ActionGeo_ADM1Code": fips if kind == "country" else "",
        "ActionGeo_Lat": where.lat,
        "ActionGeo_Long": where.lon,
    }


FORMAT = Format(
    name="gdelt",
    suffix=".CSV",
    title="GDELT 2.0 events, 61 columns, tab-separated, no header, CAMEO",
    status="apart",
    loses=(
        "speaker", "certainty", "conditions", "denials", "words", "offsets", "numbers", "dates", "parties", "contexts",
        "mode", "copies", "positions", "commitments", "labels",
    ),
    write=write,
)  # fmt: skip
