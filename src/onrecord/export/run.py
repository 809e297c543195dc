"""Exporting a project: one format, one file or folder, and a summary of what it does not hold."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import BinaryIO

import msgspec

from onrecord.errors import ExportError
from onrecord.export.dates import published_day
from onrecord.export.format import Format, Job
from onrecord.export.gate import LEFT_OUT
from onrecord.export.material import Material, Source
from onrecord.export.merging import RULE
from onrecord.export.options import Options
from onrecord.export.registry import find_format
from onrecord.export.tables import TABLES
from onrecord.export.tally import Tally, many


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """What an export wrote, and what it does not hold; `lines` are sentences with counts from the data."""

    events: int
    rows: int
    lines: tuple[str, ...]


def export_project(source: Source, name: str, target: Path | BinaryIO, options: Options | None = None) -> Summary:
    """Write a project in one format.

    Args:
        source: the project, as `onrecord.store.project.open_view` gives it.
        name: of the format, see `registry`.
        target: a file (a folder for `site`), which is replaced only when the whole export is done; or an open binary
            stream.
        options: what to write; what happened and goes on if left out.

    Raises:
        ExportError: no such format or table, a missing extra, or a format that cannot hold what was asked for.
    """
    options = options or Options()
    export = find_format(name)
    _check(export, target, options)
    tabular = export.tabular and options.table != "events"
    with Material(source, options) as material:
        tally = Tally(() if tabular else export.loses)
        job = Job(material=material, options=options, tally=tally)
        beside: list[str] = []
        if isinstance(target, Path):
            _write_path(export, job, target)
            if export.status == "apart" and options.include - {"unknown"}:
                beside.append(_write_beside(export, job, target))
        elif export.write:
            export.write(job, target)
        return Summary(events=tally.events, rows=tally.rows, lines=(*_lines(export, job), *beside))


def _check(export: Format, target: Path | BinaryIO, options: Options) -> None:
    """Refuse before anything is written."""
    cannot = f"export {export.name}"
    missing = [module for module in export.needs if find_spec(module) is None]
    if missing:
        raise ExportError(cannot, f"{', '.join(missing)} is not installed", "Run `pip install 'onrecord[export]'`")
    if options.stamp is not None and published_day(options.stamp) is None:
        raise ExportError(f"stamp with {options.stamp}", "it is no ISO date", "Write it as 2015-04-09")
    if options.table not in TABLES:
        raise ExportError(
            f"export the table {options.table}", f"the tables are {', '.join(TABLES)}", "Name one of them"
        )
    if options.table != "events" and not export.tabular:
        raise ExportError(cannot, "it has no tables to choose from", "Leave --table out, or export csv or parquet")
    if export.write_folder and not isinstance(target, Path):
        raise ExportError(cannot, "it is a folder of files", "Name a folder with --out")
    asked = sorted(options.include - {"unknown"})
    if asked and export.status == "never":
        cause = f"it counts the dead, and has no place to say that something is {' or '.join(asked)}"
        raise ExportError(cannot, cause, "Leave --include out")
    if asked and export.status == "apart" and not isinstance(target, Path):
        cause = f"it has no place to say that something is {' or '.join(asked)}"
        do = "Name a file with --out: such events go into a second file beside it. Or export csv or plover"
        raise ExportError(cannot, cause, do)


def _write_path(export: Format, job: Job, path: Path) -> None:
    """Write beside the target, and put the whole in its place only when it is done."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        if export.write_folder:
            _refuse_strange_folder(path)
            export.write_folder(job, part)
            if path.is_dir():
                shutil.rmtree(path)
        elif export.write:
            with part.open("wb") as out:
                export.write(job, out)
        part.replace(path)
    except OSError as error:
        cause = error.strerror or str(error)
        raise ExportError(f"write {path}", cause[:1].lower() + cause[1:], "Name another place with --out") from error
    finally:
        with suppress(OSError):  # where nothing may be written nothing stands, and that has been said
            if part.is_dir():
                shutil.rmtree(part)
            else:
                part.unlink(missing_ok=True)


def _refuse_strange_folder(path: Path) -> None:
    """A folder is replaced only where an export made it: nobody's files are deleted."""
    if path.exists() and not (path.is_dir() and (not any(path.iterdir()) or (path / "style.css").is_file())):
        raise ExportError(f"write {path}", "it is there already and no export made it", "Name a new folder with --out")


def _write_beside(export: Format, job: Job, path: Path) -> str:
    """The events that did not happen, in a file of their own, so that nobody appends them by accident."""
    beside = path.with_name(f"{path.stem}.not-happened{path.suffix}")
    tally = Tally(export.loses)
    _write_path(export, msgspec.structs.replace(job, tally=tally, apart=True), beside)
    return f"{many(tally.events, 'event')} that nobody tells as a fact: in {beside}"


def _lines(export: Format, job: Job) -> Iterator[str]:
    """What whoever reads the file should know; every number is counted from the data."""
    tally, counts = job.tally, job.material.counts
    reports = f"{many(counts.reports, 'report')} ({counts.independent:,} independent)"
    if export.tabular and job.options.table != "events":
        yield f"{export.name}: the table {job.options.table} of {reports}"
    else:
        rows = f", in {many(tally.rows, 'row')}" if tally.rows != tally.events else ""
        yield f"{export.name}: {many(tally.events, 'event')} of {reports}{rows}"
    if counts.left_out:
        told = ", ".join(f"{counts.left_out[status]:,} {status}" for status in LEFT_OUT if counts.left_out[status])
        asked = ",".join(status for status in LEFT_OUT if counts.left_out[status])
        use = f" (use --include {asked})" if export.status != "never" else ""
        yield f"left out, no facts: {told}{use}"
    for why, times in sorted(tally.refused.items()):
        yield f"not written: {many(times, 'event')} {why}"
    yield from (f"not held: {loss}" for loss in tally.losses(job.material))
    if tally.on_one_word:
        yield f"with care: {many(tally.on_one_word, 'event')} on one speaker's word"
    if tally.only_words:
        yield f"with care: {many(tally.only_words, 'event')} with a party that is only words, such as a pronoun"
    for what, times in sorted(tally.notes.items()):
        if times:
            yield f"with care: {what}: {times:,}"
    if tally.merged:
        yield f"merged: {many(tally.merged, 'event')} from several tellings; {RULE}"
    if not job.options.words:
        yield "sentences of the reports are withheld (--no-text)"
