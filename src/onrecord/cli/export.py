"""`onrecord export`: the project in other people's formats."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from onrecord.errors import ExportError

NAMES = (
    "csv, xlsx, parquet, plover, polecat, icews, gdelt, gdelt-mentions, acled, ucdp, eventreport, ftm, geojson, gexf, "
    "graphml, hxl, web-annotation, site"
)
TABLE_NAMES = "events, numbers, positions, commitments, claims, labels, reports"


def export(
    name: Annotated[str, typer.Argument(metavar="FORMAT", help=f"One of {NAMES}.")],
    project: Annotated[Path, typer.Option(metavar="FILE", help="The project file.")] = Path("onrecord.db"),
    out: Annotated[
        Path | None, typer.Option(metavar="PATH", help="File, or folder for site; standard output if left out.")
    ] = None,
    include: Annotated[
        list[str] | None,
        typer.Option(
            help="Also planned, conditional, hypothetical, denied, not_happened, unclear; "
            "unknown for positions that are not known. Several with commas."
        ),
    ] = None,
    table: Annotated[
        str,
        typer.Option(help=f"For csv and parquet: {TABLE_NAMES}."),
    ] = "events",
    no_text: Annotated[bool, typer.Option("--no-text", help="Withhold sentences of the reports.")] = False,
    stamp: Annotated[str | None, typer.Option(help="Date where a report has none, as 2015-04-09.")] = None,
    all_pairs: Annotated[bool, typer.Option("--all-pairs", help="Write every pair of parties, however many.")] = False,
    undated: Annotated[bool, typer.Option("--undated", help="In graphs, also events without a date.")] = False,
) -> None:
    """Write what the project holds in another format; print what that format cannot hold."""
    from onrecord.export.gate import parse_include  # noqa: PLC0415 - `--help` must not wait
    from onrecord.export.options import Options  # noqa: PLC0415
    from onrecord.export.run import export_project  # noqa: PLC0415
    from onrecord.store.project import open_view  # noqa: PLC0415

    options = Options(
        include=parse_include(include or ()),
        words=not no_text,
        stamp=stamp,
        all_pairs=all_pairs,
        undated=undated,
        table=table,
    )
    if out is None and sys.stdout.isatty():
        _refuse_binary(name)
    with open_view(project) as view:
        summary = export_project(view, name, out or sys.stdout.buffer, options)
        late = view.unmerged()
    for line in summary.lines:
        typer.echo(line, err=True)
    if late:
        do = "their events stand apart. Run `onrecord merge` to bring them together"
        typer.echo(f"{project}: {late:,} readings are newer than the last merge, and {do}.", err=True)


def _refuse_binary(name: str) -> None:
    """A screen shows no workbook."""
    from onrecord.export.registry import find_format  # noqa: PLC0415 - `--help` must not wait

    chosen = find_format(name)
    if chosen.binary:
        raise ExportError(f"print {name}", "it is no text", f"Name a file with --out, as {name}{chosen.suffix}")
