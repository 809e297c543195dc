"""`onrecord gazetteer`: places of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, help="Build a larger gazetteer.", rich_markup_mode=None)


@app.callback()
def gazetteer() -> None:
    """Build a larger gazetteer."""


@app.command()
def build(
    archive: Annotated[Path, typer.Argument(help="allCountries.zip of GeoNames, or a country's ZIP or TXT.")],
    out: Annotated[Path, typer.Option(help="Where the database goes.")] = Path("gazetteer.sqlite"),
) -> None:
    """Build a gazetteer from a GeoNames dump."""
    from onrecord.knowledge.gazetteer_build import build_gazetteer  # noqa: PLC0415 - heavy

    count = build_gazetteer(archive, out)
    typer.echo(f"{out}: {count:,} places")
