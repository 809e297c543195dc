"""`onrecord show`: a stored report's reading, as `onrecord read` prints it, without reading it again."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def show(
    key: Annotated[str, typer.Argument(metavar="REPORT", help="Id (or its start), the document's id, or the address.")],
    project: Annotated[Path, typer.Option(metavar="FILE", help="The project file.")] = Path("onrecord.db"),
    version: Annotated[int | None, typer.Option(min=1, help="An older version; the latest if left out.")] = None,
    text: Annotated[bool, typer.Option("--text", help="Print the untouched text instead.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print the reading as indented JSON.")] = False,
) -> None:
    """Print what a stored report says, on whose word."""
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
    elif json:
        sys.stdout.buffer.write(msgspec.json.format(write_json(reading), indent=1) + b"\n")
    else:
        from onrecord.cli.show import print_reading  # noqa: PLC0415

        print_reading(reading, words)
