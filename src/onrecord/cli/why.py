"""`onrecord why`: the words, the entry, the parse and the speakers behind one line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from onrecord.reading.document import Document

_MOST = 5  # ids that an error names


def why(
    key: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="A line of the reading: E3, A1, P2, C1, L4, D1, T7; wire-7:E3 of the report wire-7 among several.",
        ),
    ],
    source: Annotated[
        str, typer.Argument(metavar="FILE|URL|-|REPORT", help="The report; also the id of a stored one.")
    ],
    document: Annotated[str | None, typer.Option(help="The id of the report, where the file holds several.")] = None,
    publisher: Annotated[str | None, typer.Option(help="As given to `onrecord read`.")] = None,
    published: Annotated[str | None, typer.Option(help="As given to `onrecord read`.")] = None,
    project: Annotated[Path, typer.Option(metavar="FILE", help="The project file.")] = Path("onrecord.db"),
) -> None:
    """Show what one line of a reading rests on; the report is read again, and gives the same lines."""
    from onrecord.explain import explain  # noqa: PLC0415 - heavy imports wait until they are needed
    from onrecord.language.plain import plain  # noqa: PLC0415
    from onrecord.language.printed import as_read  # noqa: PLC0415
    from onrecord.pipeline import read_words  # noqa: PLC0415
    from onrecord.resources import keep_resources  # noqa: PLC0415
    from onrecord.sources import is_address  # noqa: PLC0415

    named, _, key = key.rpartition(":")
    document = document or named or None
    if source == "-" or is_address(source) or Path(source).exists() or not project.exists():
        chosen = _load(key, source, document, {"publisher": publisher, "published": published})
    else:
        chosen = _stored(key, source, document, project)
    know = keep_resources()
    doc = next(iter(know.parser.read([as_read(chosen.text, know.lexicon).text])))
    with plain(doc) as words:
        typer.echo(explain(chosen, read_words(chosen, words, know), words, key, know))


def _load(key: str, source: str, document: str | None, known: dict[str, Any]) -> Document:
    """The report of a file or an address, or the one of several that is asked for."""
    from onrecord.errors import InputError  # noqa: PLC0415
    from onrecord.sources import load  # noqa: PLC0415

    ids: list[str] = []
    chosen: list[Document] = []
    for item in load(source, known):
        if isinstance(item, InputError):
            typer.echo(str(item), err=True)
            continue
        ids.append(item.id)
        if document in (None, item.id):
            chosen.append(item)
        if len(chosen) > 1 and len(ids) > _MOST:
            break
    if len(chosen) == 1:
        return chosen[0]
    told = ", ".join(dict.fromkeys(ids[:_MOST])) + (", …" if len(ids) > _MOST else "")
    cannot, choose = f"explain {key}", f"Name the report, as {ids[0]}:{key} or with --document: {told}" if ids else ""
    if not chosen:
        asked = f"no report {document}" if document else "no report that can be read"
        raise InputError(cannot, f"{source} holds {asked}", choose or "Check the file")
    if document:
        raise InputError(cannot, f"{source} holds several reports {document}", "Give each report an id of its own")
    raise InputError(cannot, f"{source} holds several reports, each with lines of its own", choose)


def _stored(key: str, source: str, document: str | None, project: Path) -> Document:
    """The report of the project file, which must be the one that is asked for, if one is."""
    from onrecord.errors import InputError  # noqa: PLC0415
    from onrecord.reading.document import Document  # noqa: PLC0415
    from onrecord.store.project import open_view  # noqa: PLC0415

    with open_view(project) as view:
        row = view.find_report(source)
        if document not in (None, row.document_id, row.report_id):
            cause = f"the stored report {source} is {row.document_id}, not {document}"
            raise InputError(f"explain {key}", cause, f"Give {document} in place of {source}")
        facts = {"title": row.title, "publisher": row.publisher, "url": row.url, "published": row.published}
        return Document(id=row.document_id, text=view.text(row.report_id), **facts)
