"""`onrecord show`: a stored report's reading, as `onrecord read` prints it, or an event that several reports tell."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def show(
    key: Annotated[
        str | None,
        typer.Argument(
            metavar="[REPORT|EVENT]",
            help="A report: its id (or the start of it), the document's id, or the address. An event: ev-….",
        ),
    ] = None,
    project: Annotated[Path, typer.Option(metavar="FILE", help="The project file.")] = Path("onrecord.db"),
    version: Annotated[int | None, typer.Option(min=1, help="An older version; the latest if left out.")] = None,
    text: Annotated[bool, typer.Option("--text", help="Print the untouched text instead.")] = False,
    least: Annotated[int, typer.Option(min=1, help="List events that so many reports tell, or more.")] = 2,
    json: Annotated[bool, typer.Option("--json", help="Print JSON: indented, or of a list one event a line.")] = False,
) -> None:
    """Print what a stored report says, or what all reports say of one event; without a key, list the events."""
    if key is None:
        _list_events(project, least, as_json=json)
    elif key.startswith("ev-"):
        _show_event(project, key, as_json=json)
    else:
        _show_report(project, key, version, text=text, as_json=json)


def _list_events(project: Path, least: int, *, as_json: bool) -> None:
    from itertools import chain  # noqa: PLC0415

    from onrecord.cli.across import print_events, print_json, warn_if_stale  # noqa: PLC0415 - heavy imports wait
    from onrecord.reading.spelled import counted  # noqa: PLC0415
    from onrecord.store.project import open_view  # noqa: PLC0415

    with open_view(project) as view:
        warn_if_stale(view, project)
        events = (event for event in view.clusters() if event.reports >= least)
        first = next(events, None)
        if first is not None:
            print_json(chain((first,), events)) if as_json else print_events(chain((first,), events))
            return
    more = "" if least == 1 else " `onrecord show --least 1` lists those of one report too."
    typer.echo(f"{project}: no event that {counted(least, 'report')} or more tell.{more}", err=True)


def _show_event(project: Path, key: str, *, as_json: bool) -> None:
    import sys  # noqa: PLC0415

    import msgspec  # noqa: PLC0415

    from onrecord.cli.across import outlets, print_event, titles_of, warn_if_stale  # noqa: PLC0415 - heavy imports wait
    from onrecord.cli.conflicts import speaks_of  # noqa: PLC0415
    from onrecord.merge.decide import find_event  # noqa: PLC0415
    from onrecord.store.project import open_view  # noqa: PLC0415

    with open_view(project) as view:
        warn_if_stale(view, project)
        event = find_event(view, key)
        rows = [row for kind in ("disagreement", "plan", "promise", "position") for row in view.findings(kind)]
        rows = [row for row in rows if speaks_of(row.record, event.cluster_id)]
        names = outlets(view)
        near = (key for key, _ in event.record["near"])
        titles = titles_of(view, rows, (event.cluster_id, *near))
    if as_json:
        whole = {**msgspec.to_builtins(event), "findings": msgspec.to_builtins(rows)}
        sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n")
    else:
        print_event(event, names, rows, titles)


def _show_report(project: Path, key: str, version: int | None, *, text: bool, as_json: bool) -> None:
    import sys  # noqa: PLC0415 - imports wait until they are needed

    import msgspec  # noqa: PLC0415

    from onrecord.reading.reading import write_json  # noqa: PLC0415
    from onrecord.store.project import open_view  # noqa: PLC0415

    with open_view(project) as view:
        report_id = view.find_report(key).report_id
        words = view.text(report_id, version)
        reading = view.reading(report_id, version)
    if text:
        sys.stdout.write(words)
    elif as_json:
        sys.stdout.buffer.write(msgspec.json.format(write_json(reading), indent=1) + b"\n")
    else:
        from onrecord.cli.show import print_reading  # noqa: PLC0415

        print_reading(reading, words)
