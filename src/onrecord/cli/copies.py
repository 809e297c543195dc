"""`onrecord copies`: reports that print one text, and who changed what."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def copies(
    report: Annotated[str | None, typer.Argument(metavar="[REPORT]", help="Only the copies of this report.")] = None,
    project: Annotated[Path, typer.Option(metavar="FILE", help="The project file.")] = Path("onrecord.db"),
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
) -> None:
    """Show the reports that print one text, whole, cut, extended or edited, with what each has and lacks."""
    from onrecord.cli.across import outlets, print_copies, print_json, warn_if_stale  # noqa: PLC0415 - heavy
    from onrecord.store.project import open_view  # noqa: PLC0415

    with open_view(project) as view:
        warn_if_stale(view, project)
        rows = view.copies()
        if report:
            key = view.find_report(report).report_id
            clusters = {row.cluster_id for row in rows if row.report_id == key}
            rows = tuple(row for row in rows if row.cluster_id in clusters)
        names = outlets(view)
    if not rows:
        typer.echo(f"{project}: no copies{' of this report' if report else ''} as of the last merge.", err=True)
    elif json:
        print_json(rows)
    else:
        print_copies(rows, names)
