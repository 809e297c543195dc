"""How exact the point of a place is, from what kind of place it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from onrecord.reading.place import Precision


def precision_of(feature: str, table: Mapping[str, str]) -> Precision:
    """How exact a point for a GeoNames feature code is; `table` is the lexicon's map `place_precision`."""
    broad = "P" if feature.startswith("PPL") else "A" if feature.startswith("ADM") else "OTHER"
    return cast("Precision", table.get(feature, table[broad]))
