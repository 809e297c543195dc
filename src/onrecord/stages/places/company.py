"""Which candidates of different names lie close together, before any name is settled.

Names of one report tend to lie near one another. A candidate is supported by each other name that has a
candidate in the cells around it; a name with few candidates says more than one that is found everywhere.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.knowledge.gazetteer import Spot

_CELL_DEGREES = 0.8
_AROUND = tuple((i, j) for i in (-1, 0, 1) for j in (-1, 0, 1))
_LARGE = ("PCL", "ADM1", "CONT", "RGN", "OCN", "SEA", "ZN")
_CAPITAL = "PPLC"
_LATITUDES = 1000  # a cell is one number: row times this plus column

Cell = int


def support(names: Sequence[tuple[str, Sequence[Spot]]]) -> list[list[float]]:
    """For each candidate of each name, the support of the other names, 0 to 1. Linear in all candidates.

    Args:
        names: key and candidates of each name; one key counts once.
    """
    cells = [[_cell(spot) for spot in spots] for _, spots in names]
    seats = {key for key, spots in names if spots and spots[0].feature == _CAPITAL}  # they may stand for their states
    says: dict[Cell, dict[str, float]] = defaultdict(dict)
    for (key, _), row in zip(names, cells, strict=True):
        own = {cell for cell in row if cell is not None} if key not in seats else ()
        for known in own:
            says[known][key] = 1.0 / len(own)
    around: dict[Cell, dict[str, float]] = {}
    out = []
    for (key, _), row in zip(names, cells, strict=True):
        scores = []
        for cell in row:
            if cell is None:
                scores.append(0.0)
                continue
            if cell not in around:
                around[cell] = _gather(cell, says)
            total = sum(weight for other, weight in around[cell].items() if other != key)
            scores.append(min(total, 1.0))
        out.append(scores)
    return out


def _gather(cell: Cell, says: dict[Cell, dict[str, float]]) -> dict[str, float]:
    found: dict[str, float] = {}
    for i, j in _AROUND:
        for key, weight in says.get(cell + i * _LATITUDES + j, {}).items():
            found[key] = max(found.get(key, 0.0), weight)
    return found


def _cell(spot: Spot) -> Cell | None:
    if spot.lat is None or spot.lon is None or spot.feature.startswith(_LARGE):
        return None
    return int((spot.lat + 90) / _CELL_DEGREES) * _LATITUDES + int((spot.lon + 180) / _CELL_DEGREES)
