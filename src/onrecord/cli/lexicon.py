"""`onrecord lexicon`: words of one's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from onrecord.reading.event import Event

app = typer.Typer(no_args_is_help=True, help="Check lexicon files.", rich_markup_mode=None)


@app.callback()
def lexicon() -> None:
    """Check lexicon files."""


@app.command()
def check(
    folder: Annotated[Path | None, typer.Argument(help="A folder of TOML files; the shipped ones if left out.")] = None,
    form_only: Annotated[bool, typer.Option("--form-only", help="Do not read the examples.")] = False,
) -> None:
    """Check the form of every entry and read its examples; exit 1 where one does not hold."""
    from onrecord.lexicon.check import examples_of, find_failures  # noqa: PLC0415 - heavy imports wait
    from onrecord.lexicon.load import load_lexicon  # noqa: PLC0415

    loaded = load_lexicon((folder,) if folder else ())
    files = frozenset(path.name for path in folder.glob("*.toml")) if folder else None
    chosen = [entry for entry in loaded.event_entries if files is None or entry.file in files]
    typer.echo(f"{len(chosen):,} event entries are well formed")
    if form_only:
        return
    from onrecord.pipeline import read_many  # noqa: PLC0415
    from onrecord.reading.document import Document  # noqa: PLC0415
    from onrecord.resources import load_resources  # noqa: PLC0415
    from onrecord.settings import Settings  # noqa: PLC0415

    know = load_resources(Settings(lexicon=(folder,) if folder else ()))

    def read(texts: Sequence[str]) -> Iterator[Sequence[Event]]:
        for reading in read_many((Document(id=str(at), text=text) for at, text in enumerate(texts)), know):
            yield reading.events

    failures = list(find_failures(loaded, read, files))
    for failure in failures:
        typer.echo(f"{failure.file}: {failure.entry}: {failure.because}: {failure.text}")
    total = sum(1 for entry in chosen for _ in examples_of(entry))
    typer.echo(f"{total - len(failures):,} of {total:,} examples hold")
    raise typer.Exit(1 if failures else 0)
