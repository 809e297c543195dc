"""`onrecord conflicts`: where reports disagree, what became of promises, whose position changed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def conflicts(
    project: Annotated[Path, typer.Option(metavar="FILE", help="The project file.")] = Path("onrecord.db"),
    event: Annotated[str | None, typer.Option(metavar="EVENT", help="Only what is said of this event.")] = None,
    all_: Annotated[
        bool, typer.Option("--all", help="Promises without a later report and positions that did not change, too.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
) -> None:
    """Show where the reports of one event disagree, promises with what later reports say, positions that changed.

    Nothing is decided between them: every value stands with those who say so.
    """
    from onrecord.cli.across import print_findings, print_json, titles_of, warn_if_stale  # noqa: PLC0415 - imports wait
    from onrecord.merge.decide import find_event  # noqa: PLC0415
    from onrecord.store.project import open_view  # noqa: PLC0415

    with open_view(project) as view:
        warn_if_stale(view, project)
        rows = [*view.findings("disagreement"), *view.findings("plan")]
        rows += [row for row in view.findings("promise") if all_ or row.record["outcome"] != "no report"]
        rows += [row for row in view.findings("position") if all_ or row.record["changed"]]
        if event:
            key = find_event(view, event).cluster_id
            rows = [row for row in rows if speaks_of(row.record, key)]
        titles = titles_of(view, rows)
    if not rows:
        more = "" if all_ else " `--all` adds promises without a later report and positions that did not change."
        typer.echo(f"{project}: nothing as of the last merge.{more}", err=True)
    elif json:
        print_json({"finding": row.kind, "key": row.key, **row.record} for row in rows)
    else:
        print_findings(rows, titles)


def speaks_of(record: dict[str, object], event: str) -> bool:
    """Whether a finding is about an event, or rests on it."""
    evidence = record.get("evidence")
    named = [item.get("event") for item in evidence if isinstance(item, dict)] if isinstance(evidence, list) else []
    return event in (record.get("event"), record.get("plan"), record.get("act"), *named)
