"""The command line: commands are registered here and live in files of their own."""

from __future__ import annotations

import io
import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from onrecord.cli import (
    check,
    conflicts,
    copies,
    demo,
    export,
    gazetteer,
    ingest,
    lexicon,
    merge,
    read,
    reports,
    review,
    serve,
    show_report,
    why,
)
from onrecord.cli import run as archive
from onrecord.errors import OnrecordError


class _Group(TyperGroup):
    """Typer ends with 1 where the reader of our output goes away (`| head`), which is no error."""

    def invoke(self, ctx: typer.Context) -> Any:  # type: ignore[override]  # noqa: ANN401 - what a command gives back
        """Run a command; what it printed has gone out, or the failure is told, before it ends."""
        try:
            try:
                return super().invoke(ctx)
            finally:
                sys.stdout.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python must not complain at exit either
            raise typer.Exit(0) from None


app = typer.Typer(
    name="onrecord",
    cls=_Group,
    help="Read news reports and put everything said in them on record, with who says so.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command(name="demo")(demo.demo)
app.command(name="read")(read.read)
app.command(name="why")(why.why)
app.command(name="ingest")(ingest.ingest)
app.command(name="run")(archive.run)
app.command(name="reports")(reports.reports)
app.command(name="show")(show_report.show)
app.command(name="merge")(merge.merge)
app.command(name="split")(merge.split)
app.command(name="correct")(merge.correct)
app.command(name="undo")(merge.undo)
app.command(name="review")(review.review)
app.command(name="copies")(copies.copies)
app.command(name="conflicts")(conflicts.conflicts)
app.command(name="serve")(serve.serve)
app.command(name="export")(export.export)
app.command(name="check")(check.check)
app.add_typer(lexicon.app, name="lexicon")
app.add_typer(gazetteer.app, name="gazetteer")


def _print_version(asked: bool) -> None:
    if asked:
        from onrecord.version import __version__  # noqa: PLC0415

        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


@app.callback()
def main(
    context: typer.Context,
    debug: Annotated[bool, typer.Option("--debug", help="Show tracebacks.")] = False,
    version: Annotated[  # noqa: ARG001 - Typer calls the callback
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Read news reports and put everything said in them on record, with who says so."""
    context.obj = {"debug": debug}


def run() -> None:
    """Run the command line; exit 0 done, 1 some inputs failed, 2 wrong use."""
    debug = "--debug" in sys.argv
    _buffer_output()
    try:
        app()
    except OnrecordError as error:
        if debug:
            raise
        typer.echo(str(error), err=True)
        _drop_output()
        sys.exit(2)
    except Exception as error:
        if debug:
            raise
        typer.echo(str(_unforeseen(error)), err=True)
        _drop_output()
        sys.exit(2)


def _drop_output() -> None:
    """What standard output cannot take is dropped, or Python complains of it again and ends with 120."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _buffer_output() -> None:
    """Where PYTHONUNBUFFERED is set, standard output takes what fits onto a full disk and says nothing of the rest."""
    raw = getattr(sys.stdout, "buffer", None)
    if isinstance(raw, io.RawIOBase):
        how: dict[str, Any] = {"encoding": sys.stdout.encoding, "errors": sys.stdout.errors, "write_through": True}
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(raw), **how)


def _unforeseen(error: Exception) -> OnrecordError:
    """An error of the system, or a fault of ours, in the form of all others."""
    if isinstance(error, OSError):
        what = f"use {error.filename}" if error.filename else "go on"
        return OnrecordError(what, (error.strerror or str(error)).lower(), "Mend that and run the command again")
    cause = f"{type(error).__name__}: {error}".rstrip(". ")
    return OnrecordError("go on", cause, "This is a fault of onrecord: report it with what `onrecord --debug …` prints")
