"""Reports into the project file: what is there already is passed over, the rest is read and stored, one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any, Literal

import msgspec

from onrecord.errors import InputError
from onrecord.ingest.plan import settle_id
from onrecord.language.identify import check_language
from onrecord.reading.document import Document
from onrecord.reading.reading import MadeBy
from onrecord.settings import Settings
from onrecord.sources import load
from onrecord.store.identity import content_id_of, report_id_of
from onrecord.store.view import View
from onrecord.store.writer import Writer

OutcomeKind = Literal["new", "new_version", "unchanged", "reread", "failed"]
Tell = Callable[["Outcome"], None]


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one input.

    Attributes:
        error: why it failed.
        alike: of a new version how much of it the one before had.
        dated: whether it is known when it was published.
    """

    kind: OutcomeKind
    document_id: str | None = None
    error: InputError | None = None
    alike: float | None = None
    dated: bool = True


class Inputs(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be ingested.

    Attributes:
        sources: files, addresses, or `-`; folders come out of `plan.find_sources` as their files.
        root: the project file's folder: files are named by their path from there, so that the name holds elsewhere.
        known: what the caller knows of the documents (`publisher`, `published`).
    """

    sources: tuple[str, ...]
    root: Path
    known: dict[str, Any] = {}


def ingest(
    inputs: Inputs, writer: Writer, tell: Tell, *, settings: Settings, workers: int = 1, reread: bool = False
) -> None:
    """Read and store what the project file does not hold yet of what these hold; see `ingest_items`."""
    ingest_items(_load_all(inputs), writer, tell, settings=settings, workers=workers, reread=reread)


def ingest_items(
    items: Iterable[Document | InputError],
    writer: Writer,
    tell: Tell,
    *,
    settings: Settings,
    workers: int = 1,
    reread: bool = False,
) -> None:
    """Read and store what the project file does not hold yet.

    Each report is one transaction, in the order of the inputs: the rows are the same whatever the number of workers,
    and after an interruption the same call goes on where it stopped.

    Args:
        items: the reports, with an error in the place of what is none.
        writer: where they go.
        tell: called once for each input, as soon as it is known what became of it.
        settings: the network and the lexicon to read with.
        workers: processes that read; 1 reads in this one.
        reread: read those again, too, that another onrecord, network or lexicon has read.

    Raises:
        ProjectError: the disk is full, the file may not be written, is damaged, or another process holds it too long.
        MissingDataError: the network or the gazetteer is not installed.
    """
    todo = _find_new(items, writer, tell, _made_by(settings) if reread else None)
    for first in islice(todo, 1):  # where there is nothing to read the parser, which is heavy, is not loaded
        from onrecord.ingest.pool import read_in_order  # noqa: PLC0415

        for document, result in read_in_order(chain([first], todo), settings, workers):
            if isinstance(result, InputError):
                tell(Outcome(kind="failed", document_id=document.id, error=result))
            else:
                added = writer.add(document, result)
                dated = document.published is not None
                tell(Outcome(kind=added.outcome, document_id=document.id, alike=added.alike, dated=dated))


def preview(inputs: Inputs, view: View | None, tell: Tell) -> None:
    """Tell what `ingest` would do, but read and write nothing; `view` is None where there is no file yet."""
    seen: dict[str, set[str]] = {}
    for item in _load_all(inputs):
        if isinstance(item, InputError):
            tell(Outcome(kind="failed", error=item))
            continue
        kind: OutcomeKind = view.find(item).outcome if view else "new"
        checked = item if kind == "unchanged" else check_language(item)
        if isinstance(checked, InputError):
            tell(Outcome(kind="failed", document_id=item.id, error=checked))
            continue
        contents = seen.setdefault(report_id_of(item), set())
        content = content_id_of(item)
        if content in contents:
            kind = "unchanged"
        elif contents and kind == "new":
            kind = "new_version"
        contents.add(content)
        tell(Outcome(kind=kind, document_id=item.id, dated=item.published is not None))


def _find_new(
    items: Iterable[Document | InputError], writer: Writer, tell: Tell, made_by: MadeBy | None
) -> Iterator[Document]:
    """The documents that have to be read; with `made_by`, those too that something else has read."""
    for item in items:
        if isinstance(item, InputError):
            tell(Outcome(kind="failed", error=item))
            continue
        standing = writer.find(item)
        if standing.outcome == "unchanged" and (made_by is None or standing.made_by == made_by):
            tell(Outcome(kind="unchanged", document_id=item.id))
            continue
        checked = check_language(item)
        if isinstance(checked, InputError):
            tell(Outcome(kind="failed", document_id=item.id, error=checked))
        else:
            yield checked


def _load_all(inputs: Inputs) -> Iterator[Document | InputError]:
    for source in inputs.sources:
        for item in load(source, inputs.known):
            yield settle_id(item, source, inputs.root) if isinstance(item, Document) else item


def _made_by(settings: Settings) -> MadeBy:
    from onrecord.resources import load_resources  # noqa: PLC0415 - heavy

    know = load_resources(settings)
    return MadeBy(onrecord=know.version, model=know.model, lexicon=know.lexicon.version)
