"""`onrecord run`: an archive of shards to Parquet."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.errors import MissingDataError
from onrecord.reading.spelled import counted

if TYPE_CHECKING:
    from onrecord.scale.run import Engine, Progress


def run(
    source: Annotated[str, typer.Argument(metavar="SRC", help="A shard, a folder of shards, a pattern, an address.")],
    out: Annotated[Path, typer.Option(help="The folder for the Parquet files; a run begun there goes on.")],
    workers: Annotated[int, typer.Option(min=1, help="Processes.")] = 1,
    report_seconds: Annotated[
        float, typer.Option(min=0.1, help="The longest that one report may take, in processor time.")
    ] = 60,
    ray: Annotated[bool, typer.Option("--ray", help="Read on Ray: here, or where RAY_ADDRESS says.")] = False,
) -> None:
    """Read an archive (JSON Lines, Parquet, WARC; also .gz) to Parquet readings and event tables."""
    try:
        from onrecord.scale.run import run_shards  # noqa: PLC0415 - Arrow is heavy
        from onrecord.scale.shards import find_shards  # noqa: PLC0415
    except ImportError as error:
        raise MissingDataError("run an archive", f"{error.name} is not installed", "Install onrecord[scale]") from error
    from onrecord.resources import keep_resources  # noqa: PLC0415

    shards = find_shards(source)
    made_by = keep_resources().made_by
    with _engine(workers, report_seconds, ray=ray) as engine, _telling() as tell:
        done = run_shards(shards, out, engine, made_by, tell)
    were = "was" if done.passed == 1 else "were"
    passed = f", {counted(done.passed, 'shard')} {were} done already" if done.passed else ""
    why = f" ({out / 'set_aside'} says why)" if done.failed else ""
    told = f"{counted(done.reports, 'report')} of {counted(len(shards), 'shard')}"
    typer.echo(f"{told}, {done.failed:,} set aside{why}{passed}", err=True)
    raise typer.Exit(1 if done.failed else 0)


@contextmanager
def _engine(workers: int, report_s: float, *, ray: bool) -> Iterator[Engine]:
    """What carries the tables to the work: processes of this machine, or Ray."""
    if ray:
        try:
            from onrecord.scale.on_ray import ray_engine  # noqa: PLC0415 - only who asks for Ray needs it
        except ImportError as error:
            raise MissingDataError("run on Ray", f"{error.name} is not installed", "Install onrecord[ray]") from error
        with ray_engine(workers, report_s) as engine:
            yield engine
        return
    from onrecord.processes import Pool  # noqa: PLC0415
    from onrecord.scale.run import join, read_and_list, set_aside  # noqa: PLC0415

    with Pool(read_and_list, set_aside, join, workers=workers, report_s=report_s) as pool:
        yield pool.map


@contextmanager
def _telling() -> Iterator[Callable[[Progress], None]]:
    """Progress on standard error: reports, their rate, the share that is done, the time that is left."""
    from rich.console import Console  # noqa: PLC0415 - `--help` must not wait for it
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415
    from rich.progress import Progress as Bar  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=1.0)
        started = time.monotonic()

        def tell(progress: Progress) -> None:
            rate = progress.reports / max(time.monotonic() - started, 1e-3)
            words = f"{progress.reports:,} reports, {progress.failed:,} set aside, {rate:.1f} a second"
            bar.update(task, completed=progress.share, description=words)

        yield tell
