"""The reports that come with onrecord, in an installed package and in a checkout."""

from __future__ import annotations

from pathlib import Path

from onrecord.errors import MissingDataError

_PLACES = (Path(__file__).parent / "examples", Path(__file__).parents[2] / "examples")  # installed, in a checkout


def example_reports() -> dict[str, Path]:
    """The example reports by file name, in order.

    Raises:
        MissingDataError: they are missing.
    """
    folder = next((place for place in _PLACES if place.is_dir()), None)
    if folder is None:
        raise MissingDataError("find the examples", f"there is no folder {_PLACES[0]}", "Install onrecord again")
    return {path.name: path for path in sorted(folder.glob("*.txt"))}
