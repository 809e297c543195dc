"""Build a gazetteer of the user's own from a dump of GeoNames."""

from __future__ import annotations

import importlib
import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import InputError, MissingDataError

if TYPE_CHECKING:
    from collections.abc import Iterator


def build_gazetteer(archive: Path, out: Path) -> int:
    """Write a gazetteer of all places in `archive` at `out`; return their number.

    Args:
        archive: allCountries.zip of GeoNames, or one country's ZIP or TXT file (download.geonames.org/export/dump).
        out: the SQLite file to write; `load_gazetteer` opens it.

    Raises:
        InputError: the archive is no GeoNames dump.
        MissingDataError: onrecord-gazetteer is not installed.
    """
    try:
        dump = importlib.import_module("onrecord_gazetteer.dump")
        shipped = Path(importlib.import_module("onrecord_gazetteer").path())
    except ImportError as error:
        raise MissingDataError(
            "build a gazetteer", "onrecord-gazetteer is not installed", "Install onrecord-gazetteer"
        ) from error
    try:
        count: int = dump.build_from_dump(_lines(archive), shipped, out)
    except (ValueError, OSError, zipfile.BadZipFile, StopIteration) as error:
        cause = getattr(error, "strerror", None) or str(error) or "it holds no table"
        cure = "Give a ZIP or TXT file of GeoNames"
        raise InputError(f"build a gazetteer from {archive}", cause.lower(), cure) from error
    return count


def _lines(archive: Path) -> Iterator[str]:
    """Rows of the table in `archive`: the TXT file itself, or the one in the ZIP that is not the readme."""
    if archive.suffix.lower() != ".zip":
        with archive.open(encoding="utf-8") as lines:
            yield from lines
        return
    with zipfile.ZipFile(archive) as packed:
        names = [name for name in packed.namelist() if name.endswith(".txt") and name.lower() != "readme.txt"]
        if not names:
            raise ValueError("it holds no table")
        with packed.open(names[0]) as raw:
            yield from io.TextIOWrapper(raw, encoding="utf-8")
