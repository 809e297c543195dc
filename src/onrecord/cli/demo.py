"""`onrecord demo`: a report that comes with onrecord, and its reading; no file, no network."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

import typer

from onrecord.shipped import example_reports

_REPORT = "korea-wikinews.txt"
_KNOWN: Final = MappingProxyType({"published": "2015-08-21", "publisher": "Wikinews"})


def demo() -> None:
    """Read a report that comes with onrecord and print what it says: is this what you need?"""
    from onrecord.cli.show import print_reading  # noqa: PLC0415 - `--help` must not wait for the parser
    from onrecord.pipeline import read  # noqa: PLC0415
    from onrecord.reading.document import Document  # noqa: PLC0415

    path = example_reports()[_REPORT]
    document = Document(id=_REPORT, text=path.read_text(encoding="utf-8"), **_KNOWN)
    print_reading(read(document), document.text)
    typer.echo(f"\nThe report: {path} (Wikinews, CC BY 2.5). Yours: onrecord read FILE, URL or -", err=True)
