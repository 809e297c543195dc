"""`onrecord ingest`: reports into the project file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.reading.spelled import counted

if TYPE_CHECKING:
    from onrecord.ingest import Outcome
    from onrecord.ingest.plan import Found

_ALIKE = 0.3  # a text on another matter shares "the", "of" and the like
_WORDS = {
    "new": "new",
    "new_version": "new versions of known reports",
    "reread": "read again",
    "unchanged": "there already",
    "failed": "failed",
}


def ingest(
    context: typer.Context,
    sources: Annotated[
        list[str],
        typer.Argument(metavar="PATH|URL|FEED|WARC...", help="Files, folders, addresses, feeds, web archives, or -."),
    ],
    project: Annotated[Path, typer.Option(metavar="FILE", help="The project file.")] = Path("onrecord.db"),
    workers: Annotated[int, typer.Option(min=0, help="Processes that read; 0: one for each core.")] = 0,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be done; read and write nothing.")] = False,
    reread: Annotated[
        bool, typer.Option("--reread", help="Read again what another onrecord, network or lexicon has read.")
    ] = False,
    publisher: Annotated[str | None, typer.Option(help="The outlet, where the input does not say.")] = None,
    published: Annotated[str | None, typer.Option(help="Date of publication, as 2015-04-09.")] = None,
    lexicon: Annotated[list[Path] | None, typer.Option(help="A folder with entries of your own.")] = None,
    model: Annotated[str, typer.Option(help="The language network, or an installed spaCy pipeline.")] = "onrecord_en",
) -> None:
    """Add reports to a project file: texts, HTML, mails, JSON, tables, feeds, web archives, addresses, folders of them.

    What is there already is passed over before it is read, so an interrupted run goes on where it stopped.
    """
    from onrecord.cli.progress import Progress  # noqa: PLC0415 - heavy imports wait until they are needed
    from onrecord.ingest import Inputs  # noqa: PLC0415
    from onrecord.ingest.plan import find_sources  # noqa: PLC0415
    from onrecord.settings import Settings  # noqa: PLC0415

    found = find_sources(sources)
    known = {name: value for name, value in (("publisher", publisher), ("published", published)) if value}
    inputs = Inputs(sources=found.sources, root=project.parent, known=known)
    counts: Counter[str] = Counter(failed=len(found.errors))
    with Progress("reports", found.count()) as progress:

        def tell(outcome: Outcome) -> None:
            counts[outcome.kind] += 1
            counts["undated"] += not outcome.dated and outcome.kind in ("new", "new_version")
            counts["unlike"] += outcome.alike is not None and outcome.alike < _ALIKE
            if outcome.error is not None:
                progress.say(str(outcome.error))
                if context.obj["debug"] and outcome.error.__cause__ is not None:
                    raise outcome.error
            progress.step(worked=outcome.kind not in ("unchanged", "failed"))

        _say_first(found, progress.say)
        try:
            if dry_run:
                _preview(inputs, project, tell)
            else:
                settings = Settings(model=model, lexicon=tuple(lexicon or ()))
                _ingest(inputs, project, tell, settings=settings, workers=workers or _cores(), reread=reread)
        except KeyboardInterrupt:
            progress.say("Stopped. What is stored stays; the same command goes on from here.")
            raise typer.Exit(130) from None
    for note in _notes(counts):
        typer.echo(note, err=True)
    typer.echo(_summary(counts, project, dry_run=dry_run))
    raise typer.Exit(1 if counts["failed"] else 0)


def _ingest(inputs: Any, project: Path, tell: Any, **how: Any) -> None:  # noqa: ANN401 - types are loaded late
    from onrecord.ingest import ingest as ingest_all  # noqa: PLC0415
    from onrecord.store.project import open_writer  # noqa: PLC0415

    with open_writer(project) as writer:
        ingest_all(inputs, writer, tell, **how)


def _preview(inputs: Any, project: Path, tell: Any) -> None:  # noqa: ANN401 - types are loaded late
    from onrecord.ingest import preview  # noqa: PLC0415
    from onrecord.store.project import open_view  # noqa: PLC0415

    if project.exists():
        with open_view(project) as view:
            preview(inputs, view, tell)
    else:
        preview(inputs, None, tell)


def _say_first(found: Found, say: Any) -> None:  # noqa: ANN401 - a function
    for error in found.errors:
        say(str(error))
    if found.left_out:
        kinds = ", ".join(f"{suffix} {number:,}" for suffix, number in found.left_out.items())
        cure = ". Extract the text of PDFs first, for instance with pdftotext" if ".pdf" in found.left_out else ""
        say(f"Left out {counted(sum(found.left_out.values()), 'file')} of other kinds: {kinds}{cure}")


def _notes(counts: Counter[str]) -> Iterator[str]:
    """What went well and may still not be what the user means."""
    if counts["unlike"]:
        yield (
            f"{counted(counts['unlike'], 'new version')} with hardly a word of the version before. If they are other"
            " reports that bear the same ids, give these ids of their own, or addresses, and begin a new project file."
        )
    if counts["undated"]:
        yield (
            f"{counted(counts['undated'], 'report')} without a date of publication: “on Sunday” names no day in them."
            " Give the date with the report, or of several of one day with --published, and ingest again."
        )


def _summary(counts: Counter[str], project: Path, *, dry_run: bool) -> str:
    words = {**_WORDS, **({"new_version": "new version of a known report"} if counts["new_version"] == 1 else {})}
    parts = [f"{counts[kind]:,} {told}" for kind, told in words.items() if counts[kind]]
    would = "nothing was written; ingesting would find " if dry_run else ""
    return f"{project}: {would}{', '.join(parts) or 'no report'}"


def _cores() -> int:
    import os  # noqa: PLC0415

    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
