"""`onrecord reports`: the reports that a project file holds."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer


def reports(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORD...]", help="List those that hold all these words or 'phrases'.")
    ] = None,
    project: Annotated[Path, typer.Option(metavar="FILE", help="The project file.")] = Path("onrecord.db"),
    limit: Annotated[int, typer.Option(min=1, help="No more than so many.")] = 1_000,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Print one JSON object a line.")] = False,
) -> None:
    """List the reports of a project file by date, or those that hold words, the closest first."""
    from itertools import islice  # noqa: PLC0415 - heavy imports wait until they are needed

    import msgspec  # noqa: PLC0415

    from onrecord.store.project import open_view  # noqa: PLC0415

    with open_view(project) as view:
        found = view.search(words, limit) if words else ((row, "") for row in view.reports())
        row = None
        for row, place in islice(found, limit):
            if jsonl:
                more = {"words": place} if words else {}
                sys.stdout.buffer.write(msgspec.json.encode({**msgspec.structs.asdict(row), **more}) + b"\n")
            else:
                day, version = (row.published or "")[:10], f" (version {row.version})" if row.version > 1 else ""
                heading = view.heading(row.report_id, row.title, row.document_id)
                head = f"{row.report_id}  {day:10}  {row.publisher or '':20.20}  {heading}{version}"
                typer.echo(head + (f"\n{'':18}{' '.join(place.split())}" if place else ""))
    if row is None:
        typer.echo(f"{project}: no report{' that holds all these words' if words else ''}.", err=True)
