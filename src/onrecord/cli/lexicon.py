"""`onrecord lexicon`: words of one's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from onrecord.reading.event import Event

app = typer.Typer(
    no_args_is_help=True, help="Words of your own: check them, import old dictionaries.", rich_markup_mode=None
)


@app.callback()
def lexicon() -> None:
    """Words of your own: check them, import old dictionaries."""


@app.command()
def check(
    folder: Annotated[Path | None, typer.Argument(help="A folder of TOML files; the shipped ones if left out.")] = None,
    form_only: Annotated[bool, typer.Option("--form-only", help="Do not read the examples.")] = False,
) -> None:
    """Check the form of every entry and read its examples; exit 1 where one does not hold."""
    from onrecord.lexicon.check import examples_of, find_failures  # noqa: PLC0415 - heavy imports wait
    from onrecord.lexicon.load import load_lexicon, refuse_lists_twice  # noqa: PLC0415
    from onrecord.stages.times.grammar import load_grammar  # noqa: PLC0415

    loaded = load_lexicon((folder,) if folder else ())
    refuse_lists_twice(folder)
    for pattern in load_grammar(loaded).patterns:
        pattern.compiled()  # a report would show it only where it has its words
    files = frozenset(path.name for path in folder.glob("*.toml")) if folder else None
    chosen = [entry for entry in loaded.event_entries if files is None or entry.file in files]
    typer.echo(f"{len(chosen):,} event entries are well formed")
    if form_only:
        return
    from onrecord.pipeline import read_many  # noqa: PLC0415
    from onrecord.reading.document import Document  # noqa: PLC0415
    from onrecord.resources import keep_resources  # noqa: PLC0415
    from onrecord.settings import Settings  # noqa: PLC0415

    know = keep_resources(Settings(lexicon=(folder,) if folder else ()))

    def read(texts: Sequence[str]) -> Iterator[Sequence[Event]]:
        for reading in read_many((Document(id=str(at), text=text) for at, text in enumerate(texts)), know):
            yield reading.events

    failures = list(find_failures(loaded, read, files))
    for failure in failures:
        typer.echo(f"{failure.file}: {failure.entry}: {failure.because}: {failure.text}")
    total = sum(1 for entry in chosen for _ in examples_of(entry))
    typer.echo(f"{total - len(failures):,} of {total:,} examples hold")
    raise typer.Exit(1 if failures else 0)


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="A dictionary of TABARI, PETRARCH or PETRARCH2.")],
    into: Annotated[Path | None, typer.Option(help="The folder for the lexicon file; printed if left out.")] = None,
    kind: Annotated[str | None, typer.Option(help="actors, agents or verbs; by the file's name if left out.")] = None,
    tabari: Annotated[bool, typer.Option("--tabari", help="A TABARI file: `;` comments, stems without `_`.")] = False,
) -> None:
    """Turn an old dictionary into a lexicon file; name every line that is not carried over, and why."""
    from onrecord.errors import LexiconError  # noqa: PLC0415 - heavy imports wait
    from onrecord.lexicon.dictionaries import KINDS, import_dictionary  # noqa: PLC0415
    from onrecord.lexicon.load import load_lexicon  # noqa: PLC0415

    if kind is not None and kind not in KINDS:
        raise LexiconError(f"import {file.name}", f"there is no kind `{kind}`", f"Give one of {', '.join(KINDS)}")
    made = import_dictionary(_text_of(file), file.name, load_lexicon(), KINDS.get(kind or ""), tabari=tabari)
    if into is None:
        typer.echo(made.toml, nl=False)
    else:
        into.mkdir(parents=True, exist_ok=True)
        target = into / f"{file.name.removesuffix('.txt')}.toml"
        target.write_text(made.toml, encoding="utf-8")
        typer.echo(f"{target}: {made.entries:,} entries")
    for remark in made.remarks:
        typer.echo(f"{file.name}:{remark.line}: {remark.because}: {remark.text}", err=True)
    typer.echo(f"{made.entries:,} entries; {len(made.remarks):,} lines not carried over, or not whole", err=True)


def _text_of(file: Path) -> str:
    """UTF-8, or Latin-1 as old files are."""
    from onrecord.errors import LexiconError  # noqa: PLC0415 - heavy imports wait

    try:
        content = file.read_bytes()
    except OSError as error:
        raise LexiconError(f"import {file}", "it cannot be read", "Give the path of a dictionary file") from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("latin-1")
