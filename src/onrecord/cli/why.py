"""`onrecord why`: the words, the entry, the parse and the speakers behind one line."""

from __future__ import annotations

from typing import Annotated

import typer


def why(
    key: Annotated[str, typer.Argument(metavar="ID", help="A line of the reading: E3, A1, P2, C1, L4, D1, T7.")],
    source: Annotated[str, typer.Argument(metavar="FILE|URL|-", help="The report.")],
    document: Annotated[str | None, typer.Option(help="The id of the report, where the file holds several.")] = None,
    publisher: Annotated[str | None, typer.Option(help="As given to `onrecord read`.")] = None,
    published: Annotated[str | None, typer.Option(help="As given to `onrecord read`.")] = None,
) -> None:
    """Show what one line of a reading rests on; the report is read again, and gives the same lines."""
    from onrecord.errors import InputError  # noqa: PLC0415 - heavy imports wait until they are needed
    from onrecord.explain import explain  # noqa: PLC0415
    from onrecord.pipeline import read_doc  # noqa: PLC0415
    from onrecord.reading.document import Document  # noqa: PLC0415
    from onrecord.resources import load_resources  # noqa: PLC0415
    from onrecord.sources import load  # noqa: PLC0415

    chosen: Document | None = None
    for item in load(source, {"publisher": publisher, "published": published}):
        if isinstance(item, InputError):
            typer.echo(str(item), err=True)
        elif document is None or item.id == document:
            chosen = item
            break
    if chosen is None:
        asked = f"no report {document}" if document else "no report that can be read"
        raise InputError(f"explain {key}", f"{source} holds {asked}", "Check the file and the id")
    know = load_resources()
    doc = next(iter(know.parser.read([chosen.text])))
    typer.echo(explain(chosen, read_doc(chosen, doc, know), doc, key, know))
