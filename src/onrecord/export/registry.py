"""All formats, in the order in which they are listed."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from onrecord.errors import ExportError
from onrecord.export.formats import (
    acled,
    csv_table,
    eventreport,
    ftm,
    gdelt,
    gdelt_mentions,
    geojson,
    gexf,
    graphml,
    hxl,
    icews,
    parquet,
    plover,
    polecat,
    site,
    ucdp,
    web_annotation,
    xlsx,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.export.format import Format

_MODULES = (
    csv_table, xlsx, parquet, plover, polecat, icews, gdelt, gdelt_mentions, acled, ucdp, eventreport, ftm, geojson,
    gexf, graphml, hxl, web_annotation, site,
)  # fmt: skip

FORMATS: Final[Mapping[str, Format]] = MappingProxyType({module.FORMAT.name: module.FORMAT for module in _MODULES})
"""All formats by name."""


def find_format(name: str) -> Format:
    """The format with this name.

    Raises:
        ExportError: there is none.
    """
    if name not in FORMATS:
        raise ExportError(f"export {name}", f"the formats are {', '.join(FORMATS)}", "Name one of them")
    return FORMATS[name]
