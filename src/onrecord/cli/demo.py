"""`onrecord demo`: a report that comes with onrecord, and its reading; no file, no network."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType
from typing import Final

import typer

from onrecord.errors import MissingDataError

_PLACES = (Path(__file__).parents[1] / "examples", Path(__file__).parents[3] / "examples")  # installed, in a checkout
_REPORT = "korea-wikinews.txt"
_KNOWN: Final = MappingProxyType({"published": "2015-08-21", "publisher": "Wikinews"})


def demo() -> None:
    """Read a report that comes with onrecord and print what it says: is this what you need?"""
    from onrecord.cli.show import print_reading  # noqa: PLC0415 - `--help` must not wait for the parser
    from onrecord.pipeline import read  # noqa: PLC0415
    from onrecord.reading.document import Document  # noqa: PLC0415

    path = next((folder / _REPORT for folder in _PLACES if (folder / _REPORT).is_file()), None)
    if path is None:
        raise MissingDataError("show the demonstration", f"{_REPORT} is missing", "Install onrecord again")
    document = Document(id=_REPORT, text=path.read_text(encoding="utf-8"), **_KNOWN)
    print_reading(read(document), document.text)
    typer.echo(f"\nThe report: {path} (Wikinews, CC BY 2.5). Yours: onrecord read FILE, URL or -", err=True)
